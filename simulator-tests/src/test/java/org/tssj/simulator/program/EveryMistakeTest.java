package org.tssj.simulator.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.cli.Manual;
import org.tssj.cli.command.Verb;
import org.tssj.cli.command.Verbs;
import org.tssj.cli.manual.VerbPage;
import org.tssj.simulator.NeedsLibrary;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The same mistakes with every verb: each has its exit code, and no stack trace is ever seen. */
@NeedsLibrary("libtpms.so.0")
class EveryMistakeTest {

  @TempDir Path folder;
  private Desk desk;

  static Stream<VerbPage> everyVerb() {
    return Manual.pages().stream();
  }

  static Stream<VerbPage> everyVerbOfATpm() {
    return everyVerb().filter(page -> talksToATpm(verb(page)));
  }

  static Stream<VerbPage> everyVerbThatWantsAFile() {
    return everyVerb().filter(page -> wantsAFile(verb(page).getClass()));
  }

  private static Verb verb(VerbPage page) {
    return Verbs.named(page.name()).orElseThrow();
  }

  private static boolean talksToATpm(Verb verb) {
    return verb.getClass().getSuperclass().getSimpleName().equals("TpmVerb");
  }

  private static boolean wantsAFile(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      Option option = field.getAnnotation(Option.class);
      if (field.getGenericType().getTypeName().contains("InputFile")
          && (field.getAnnotation(Parameters.class) != null
              || option != null && option.required())) {
        return true;
      }
    }
    return false;
  }

  @BeforeEach
  void lay() throws IOException {
    desk = Desk.laid(folder);
  }

  private Desk.Said said(int exitCode, VerbPage verb, Map<String, String> with, String... more) {
    List<String> words = desk.words(verb);
    words.addAll(List.of(more));
    Desk.Said said = desk.run(with, words);
    assertEquals(exitCode, said.exitCode(), said.toString());
    assertTrue(said.err().startsWith("tpm " + verb.name() + ": "), said.err());
    assertFalse(said.err().contains("\tat "), said.err());
    return said;
  }

  @ParameterizedTest
  @MethodSource("everyVerb")
  void anOptionThatIsNone(VerbPage verb) {
    Desk.Said said = said(2, verb, Map.of(), "--frobnicate");
    assertTrue(said.err().contains("'--frobnicate'"), said.err());
    assertTrue(said.err().contains("Try tpm " + verb.name() + " --help."), said.err());
  }

  @ParameterizedTest
  @MethodSource("everyVerb")
  void aConnectionThatIsNone(VerbPage verb) {
    List<String> words = desk.words(verb);
    words.addAll(List.of("--tpm", "carrier:pigeon"));
    Desk.Said said = desk.run(Map.of(Desk.OWNER, "secret"), words);
    // Whoever needs no TPM does not look at the option.
    assertFalse(said.err().contains("\tat "), said.err());
    if (talksToATpm(verb(verb)) && !said.err().contains("no such file")) {
      assertEquals(2, said.exitCode(), said.toString());
      assertTrue(said.err().contains("no transport takes \"carrier:\""), said.err());
    }
  }

  @ParameterizedTest
  @MethodSource("everyVerbOfATpm")
  void aDeviceThatIsAway(VerbPage verb) {
    Path away = folder.resolve("no-device");
    Desk.Said said = said(3, verb, Map.of(Desk.TPM, "device:" + away, Desk.OWNER, "secret"));
    assertTrue(said.err().contains(away.toString()), said.err());
    assertTrue(said.err().contains("(chosen by TSSJ_TPM)"), said.err());
  }

  @ParameterizedTest
  @MethodSource("everyVerbOfATpm")
  void aDeviceThatIsNoTpm(VerbPage verb) {
    said(3, verb, Map.of(Desk.TPM, "device:" + folder.resolve("vmlinuz"), Desk.OWNER, "secret"));
  }

  @ParameterizedTest
  @MethodSource("everyVerbThatWantsAFile")
  void aFileThatIsMissing(VerbPage verb) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    Desk.Said said = said(2, verb, Map.of());
    assertTrue(said.err().contains(folder.toString()), said.err());
    assertTrue(said.err().contains("no such file"), said.err());
  }

  @ParameterizedTest
  @MethodSource("everyVerb")
  void aMistakeIsAnObjectAsJson(VerbPage verb) {
    Desk.Said said = said(2, verb, Map.of(), "--frobnicate", "--json");
    assertTrue(said.out().startsWith("{\"error\":\""), said.out());
    assertTrue(said.out().endsWith("\"kind\":\"usage\"}\n"), said.out());
  }
}
