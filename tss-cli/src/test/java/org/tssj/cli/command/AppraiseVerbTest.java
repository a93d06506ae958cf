package org.tssj.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.cli.FakeMachine;

class AppraiseVerbTest {

  // openssl ecparam -genkey -name prime256v1 | openssl ec -pubout
  private static final String KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8raHDyQcb8bNM4b28yw/glxl/Ybk
      WB3HhNT+Qs1LOr7JYJcCyKmJXUKI1VMYuXSCc+dvyknCedIWJFNETTMgXA==
      -----END PUBLIC KEY-----
      """;

  private final FakeMachine machine = new FakeMachine();

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("ak.pem"), KEY);
    Files.writeString(folder.resolve("empty"), "");
  }

  private int run(String evidence, String more) {
    machine.in(evidence.getBytes(UTF_8));
    return machine.run(
        "appraise - --json --ak " + folder.resolve("ak.pem") + " --nonce 0011" + more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{}", "[1,2]", "\u0000\u0001\u0002", "lorem ipsum", "{\"format\":1}"})
  void whatIsNoEvidenceIsRejectedAndNamed(String evidence) {
    assertEquals(1, run(evidence, ""));
    assertTrue(
        machine.out().startsWith("{\"verdict\":\"rejected\",\"reasons\":[{\"code\":\"MALFORMED\","),
        machine.out());
    assertEquals("", machine.err());
  }

  @Test
  void aKeyThatIsNoneIsRejected() {
    machine.in("{}".getBytes(UTF_8));
    assertEquals(1, machine.run("appraise - --json --nonce 0011 --ak " + folder.resolve("empty")));
    assertTrue(machine.out().contains("\"MALFORMED\""), machine.out());
  }

  @Test
  void aFileThatIsMissingIsWrongUsage() {
    assertEquals(
        2, machine.run("appraise nothing.json --nonce 0011 --ak " + folder.resolve("ak.pem")));
    assertEquals("tpm: nothing.json: no such file or directory\n", machine.err());
    assertEquals(2, run("{}", " --pcrs nothing.pcrs"));
    assertEquals(2, run("{}", " --allow nothing.list"));
  }

  @Test
  void aFindingThatNobodyKnowsIsWrongUsage() {
    assertEquals(2, run("{}", " --tolerate SEPARATORS"));
    assertTrue(
        machine.err().contains("--tolerate: no finding is called \"SEPARATORS\""), machine.err());
    assertEquals(1, run("{}", " --tolerate SECOND_SEPARATOR --tolerate VIOLATION"));
  }

  @Test
  void withoutANonceOrAKeyItIsWrongUsage() {
    machine.in("{}".getBytes(UTF_8));
    assertEquals(2, machine.run("appraise - --nonce 0011"));
    assertEquals(2, machine.run("appraise - --ak " + folder.resolve("ak.pem")));
    assertEquals(2, run("{}", " --require sha256"));
  }
}
