package org.tssj.simulator.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.attest.json.JsonValue;
import org.tssj.cli.Manual;
import org.tssj.cli.manual.Example;
import org.tssj.cli.manual.VerbPage;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.transport.BuiltProgram;

/** What the manual shows, in its order, on one TPM. */
@NeedsLibrary("libtpms.so.0")
class EveryExampleTest {

  private static final Map<String, String> OWNED = Map.of(Desk.OWNER, "secret");

  @TempDir Path folder;

  private static Stream<VerbPage> inTheirOrder() {
    Map<String, Example> examples = Manual.examples();
    List<VerbPage> pages = new ArrayList<>();
    for (String verb : examples.keySet()) {
      Manual.pages().stream().filter(page -> page.name().equals(verb)).forEach(pages::add);
    }
    return pages.stream();
  }

  @TestFactory
  @NeedsProgram("sh")
  Stream<DynamicTest> isTypedIntoAShell() throws IOException {
    Path program = BuiltProgram.path();
    Desk desk = Desk.laid(folder);
    return inTheirOrder()
        .map(
            verb ->
                DynamicTest.dynamicTest(
                    verb.name(),
                    () -> {
                      for (String line : Manual.examples().get(verb.name()).lines()) {
                        type(line, desk, program);
                      }
                    }));
  }

  private static void type(String line, Desk desk, Path program)
      throws IOException, InterruptedException {
    Path said = desk.folder().resolve("said");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", line)
            .directory(desk.folder().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    Map<String, String> variables = shell.environment();
    variables.putAll(OWNED);
    variables.put(Desk.TPM, desk.tpm());
    variables.put("PATH", program.getParent() + File.pathSeparator + variables.get("PATH"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    int exitCode = shell.start().waitFor();
    assertEquals(0, exitCode, line + ": " + Files.readString(said, StandardCharsets.UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> isObjectsAsJson() throws IOException {
    Desk desk = Desk.laid(folder);
    return inTheirOrder()
        .map(verb -> DynamicTest.dynamicTest(verb.name(), () -> checkJson(verb, desk)));
  }

  private static void checkJson(VerbPage verb, Desk desk) throws IOException {
    desk.before(verb).forEach(words -> assertEquals(0, desk.run(OWNED, words).exitCode()));
    List<String> words = desk.words(verb);
    if (!words.contains("--json")) {
      words.add("--json");
    }
    Desk.Said said = desk.run(OWNED, words);
    List<JsonValue.Members> objects =
        said.out().lines().map(line -> JsonValue.read(Bytes.utf8(line)).object()).toList();
    assertFalse(objects.isEmpty(), said.toString());
    JsonValue.Members object = objects.get(0);
    List<String> documented = Manual.examples().get(verb.name()).fields();
    if (documented.isEmpty()) {
      assertEquals(2, said.exitCode(), "a verb whose example has no fields has no --json");
      assertTrue(object.find("error").isPresent(), said.out());
    } else {
      assertEquals(0, said.exitCode(), said.err());
      assertEquals(documented, List.copyOf(object.members().keySet()));
    }
  }

  @TestFactory
  Stream<DynamicTest> isRefusedWithAWrongPassword() throws IOException {
    Desk desk = Desk.laid(folder);
    // The last two that want a secret want that of lockout, and a wrong one locks it out.
    return inTheirOrder()
        .takeWhile(verb -> !verb.name().equals("lockout reset"))
        .map(verb -> DynamicTest.dynamicTest(verb.name(), () -> checkPassword(verb, desk)));
  }

  private static void checkPassword(VerbPage verb, Desk desk) throws IOException {
    desk.before(verb).forEach(words -> assertEquals(0, desk.run(OWNED, words).exitCode()));
    List<String> words = desk.words(verb);
    if (words.contains("env:" + Desk.OWNER) && !verb.name().equals("own")) {
      Desk.Said said = desk.run(Map.of(Desk.OWNER, "mistyped"), words);
      assertEquals(1, said.exitCode(), said.toString());
      assertTrue(said.err().startsWith("tpm " + verb.name() + ": TPM2_"), said.err());
      assertFalse(said.err().contains("\tat "), said.err());
      assertFalse(said.err().contains("mistyped"), said.err());
    }
    Desk.Said said = desk.run(OWNED, words);
    assertEquals(0, said.exitCode(), said.toString());
  }
}
