package org.tssj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.cli.command.Verb;
import org.tssj.cli.command.Verbs;
import picocli.CommandLine.Mixin;

class PlainWordsTest {

  private static final String DECODE = "decode 80010000000c0000017b0020";

  static List<String> everyVerb() {
    return Verbs.all().stream().map(Verbs.Entry::name).toList();
  }

  private static Verb verb(CommandWords words) {
    return Verbs.named(words.name()).orElseThrow();
  }

  private static CommandShape shape(String verb) {
    return CommandShapes.in(CommandShapes.text(), verb).orElseThrow();
  }

  private static boolean fill(Verb verb, CommandWords words) {
    return PlainWords.fill(verb, shape(words.name()), words.rest());
  }

  /** What the line has set in the verb, by the names of the fields. */
  private static List<String> fields(Object verb) throws IllegalAccessException {
    List<String> all = new ArrayList<>();
    for (Class<?> type = verb.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        field.setAccessible(true);
        Object value = field.get(verb);
        if (field.isAnnotationPresent(Mixin.class)) {
          all.addAll(fields(value));
        } else {
          all.add(type.getSimpleName() + "." + field.getName() + " = " + value);
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("everyVerb")
  void everyShapeIsTheSameBehindItsText(String verb) {
    // A verb may have options that no shape can say: it is then picocli's alone.
    assertEquals(
        CommandShape.of(Verbs.named(verb).orElseThrow()),
        CommandShapes.in(CommandShapes.text(), verb));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "info",
        "info --json",
        "--tpm libtpms:family=1.2 --debug info",
        "pcr read",
        "pcr read 0 1 7 --bank sha1,sha256",
        "pcr read --bank=sha256 --bank sha1 23 --tpm=swtpm:host=::1,port=2321",
        "pcr extend 16 --digest sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "pcr measure 16 /boot/vmlinuz",
        "random 8 --out -",
        "random 20",
        "own",
        "own --owner-auth file:/root/secret --srk-auth empty --lockout-auth env:LOCKOUT",
        "clear --presence",
        "clear --lockout-auth env:LOCKOUT",
        "ak create --out ak --kind ecc --force",
        "predict rootfs - --pcr 9 --bank sha1 --from da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "eventlog a b --events --json",
        "sign release.key message --out message.sig --auth file:password",
        "seal disk.key --out d.sealed --pcr sha256:0-7 --parent 0x81000001 --srk-auth empty",
        "unseal p.sealed --auth file:p --pcr sha256:7 --policy-key vendor.pem --owner-auth empty",
        "policy create pcr:sha256:7 authvalue --out strict.json",
        "eventlog - --pcrs values",
        DECODE
      })
  void meanWhatTheyMeanToPicocli(String line) throws IllegalAccessException {
    CommandWords words = CommandWords.of(line.split(" "));
    Verb ours = verb(words);
    assertTrue(fill(ours, words), line);
    Verb theirs = verb(words);
    Grammar.of(theirs).parseArgs(words.rest().toArray(String[]::new));
    assertEquals(fields(theirs), fields(ours));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "info --help",
        "info -h",
        "info --frobnicate",
        "info surplus",
        "info --json=true",
        "info --json --json",
        "clear --auth empty --owner-auth empty",
        "info --tpm",
        "info --tpm=",
        "info --tpm --json",
        "info -- --json",
        "random",
        "random x",
        "random 8 9",
        "random @file",
        "random -1",
        "pcr read --bank md5",
        "pcr extend 16",
        "own --owner-auth hunter2",
        "predict rootfs - --pcr 9",
      })
  void leaveWhatIsNotPlainToPicocli(String line) {
    CommandWords words = CommandWords.of(line.split(" "));
    assertFalse(fill(verb(words), words), line);
  }

  @Nested
  class FromTheFileBesideTheArchive {

    @TempDir Path folder;

    private final FakeMachine machine = new FakeMachine();

    @AfterEach
    void forgetTheFile() {
      System.clearProperty(CommandShapes.PROPERTY);
    }

    private void shapes(String text) throws IOException {
      Path file = Files.writeString(folder.resolve("shapes"), text);
      System.setProperty(CommandShapes.PROPERTY, file.toString());
    }

    @Test
    void aRunSaysTheSame() throws IOException {
      assertEquals(0, machine.run(DECODE));
      String before = machine.out();
      shapes(CommandShapes.text());
      assertEquals(0, machine.run(DECODE));
      assertEquals(before, machine.out());
      assertEquals(2, machine.run("random x"));
      assertTrue(machine.err().contains("\"x\" is not a number"), machine.err());
    }

    @Test
    void aShapeOfAnotherVersionIsNoHindrance() throws IOException {
      shapes(CommandShapes.text().replace(" json\n", " jsonOfYesterday\n"));
      assertEquals(0, machine.run(DECODE + " --json"));
      assertTrue(machine.out().startsWith("{"), machine.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "decode", "decode\n", "nothing of the kind"})
    void norIsAFileThatIsNone(String text) throws IOException {
      shapes(text);
      assertEquals(0, machine.run(DECODE));
    }

    @Test
    void norIsOneThatIsAway() {
      System.setProperty(CommandShapes.PROPERTY, folder.resolve("away").toString());
      assertEquals(Optional.empty(), CommandShapes.of("decode"));
      assertEquals(0, machine.run(DECODE));
    }
  }
}
