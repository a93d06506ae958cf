package org.tssj.cli.argument;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.cli.FakeMachine;
import org.tssj.core.AuthValue;

class SecretSourceTest {

  private final FakeMachine machine = new FakeMachine();

  private AuthValue read(String source) {
    return SecretSource.parse(source).read(machine.environment(), "the owner");
  }

  private String refused(String source) {
    return String.valueOf(assertThrows(UsageException.class, () -> read(source)).getMessage());
  }

  @Test
  void asksOnceForASecretThatExists() {
    machine.types("Käse");
    assertEquals(
        AuthValue.of(new byte[] {'K', (byte) 0xc3, (byte) 0xa4, 's', 'e'}), read("prompt"));
    assertEquals("Secret of the owner: ", machine.prompts());
  }

  @Test
  void asksTwiceForANewOne() {
    machine.types("one", "one");
    AuthValue secret = SecretSource.PROMPT.readNew(machine.environment(), "the owner");
    assertEquals(AuthValue.utf8("one"), secret);
    assertEquals("New secret of the owner: Once more: ", machine.prompts());
  }

  @Test
  void readsAFileWithoutTheLineEndThatEditorsAdd(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("secret");
    Files.write(file, "two words\n".getBytes(UTF_8));
    assertEquals(AuthValue.utf8("two words"), read("file:" + file));
    Files.write(file, "ends in two\n\r\n".getBytes(UTF_8));
    assertEquals(AuthValue.utf8("ends in two\n"), read("file:" + file));
    Files.write(file, new byte[] {0, 1, (byte) 0xff});
    assertEquals(AuthValue.of(new byte[] {0, 1, (byte) 0xff}), read("file:" + file));
  }

  @Test
  void readsAVariable() {
    machine.variable("SECRET", "three");
    assertEquals(AuthValue.utf8("three"), read("env:SECRET"));
  }

  @Test
  void readsStandardInputAsAnyDescriptor() {
    machine.in("four\n".getBytes(UTF_8));
    assertEquals(AuthValue.utf8("four"), read("fd:0"));
  }

  @Test
  void knowsTheEmptySecret() {
    assertEquals(AuthValue.EMPTY, read("empty"));
  }

  @Test
  void takesASecretFromTheCommandLineAndWarns() {
    assertEquals(AuthValue.utf8("fi:ve"), read("str:fi:ve"));
    assertTrue(machine.err().startsWith("warning: the secret of the owner is on the command line"));
    assertFalse(machine.err().contains("fi:ve"));
    assertEquals(AuthValue.of(new byte[] {0x0a, (byte) 0xff}), read("hex:0aFF"));
  }

  @Test
  void printsWhereNeverWhat() {
    assertEquals("file:/etc/x", SecretSource.parse("file:/etc/x").toString());
    assertEquals("str:(hidden)", SecretSource.parse("str:hunter2").toString());
    assertEquals("hex:(hidden)", SecretSource.parse("hex:00ff").toString());
  }

  @Nested
  class Refuses {
    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "", "FILE:x", "pass:hunter2", "fd:hunter2", "fd:-1", "fd:"})
    void whatIsNoneOfTheGrammarWithoutRepeatingIt(String text) {
      var e = assertThrows(IllegalArgumentException.class, () -> SecretSource.parse(text));
      assertFalse(String.valueOf(e.getMessage()).contains("hunter2"));
    }

    @Test
    void aMalformedHexadecimalSecretWithoutRepeatingIt() {
      var e = assertThrows(UsageException.class, () -> read("hex:hunter2"));
      assertEquals("the secret of the owner after hex: is not hexadecimal octets", e.getMessage());
      assertEquals(null, e.getCause());
    }

    @Test
    void twoDifferentNewSecrets() {
      machine.types("one", "two");
      var e =
          assertThrows(
              UsageException.class,
              () -> SecretSource.PROMPT.readNew(machine.environment(), "the owner"));
      assertEquals("the two secrets that were typed differ", e.getMessage());
    }

    @Test
    void aPromptWithNobodyThere() {
      assertEquals(
          "there is no terminal to ask for the secret of the owner; give it by its option, as"
              + " file:PATH, env:NAME, fd:NUMBER or empty",
          refused("prompt"));
    }

    @Test
    void aVariableThatIsNotSet() {
      assertEquals(
          "the environment variable NOPE is not set, which was to hold the secret of the owner",
          refused("env:NOPE"));
    }

    @Test
    void aFileThatIsNotThere(@TempDir Path folder) {
      Path file = folder.resolve("nope");
      assertEquals(file + ": no such file or directory", refused("file:" + file));
      assertEquals(folder + ": is a directory", refused("file:" + folder));
    }

    @Test
    void aFileThatIsNoSecret(@TempDir Path folder) throws IOException {
      Path file = folder.resolve("image");
      Files.write(file, new byte[4097]);
      assertEquals(file + ": longer than any secret", refused("file:" + file));
    }
  }
}
