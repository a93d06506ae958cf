package org.tssj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.cli.command.Verbs;
import org.tssj.cli.manual.Example;

class ManualTest {

  private static final Map<String, String> FILES = Manual.files("2026-01-01", "1.0.0");

  private final FakeMachine machine = new FakeMachine();

  static List<String> everyVerb() {
    return Verbs.all().stream().map(Verbs.Entry::name).toList();
  }

  private static String page(String verb) {
    return FILES.get("man/man1/tpm-" + verb.replace(' ', '-') + ".1");
  }

  @ParameterizedTest
  @MethodSource("everyVerb")
  void everyVerbHasAnExampleOfItself(String verb) {
    Example example = Manual.examples().get(verb);
    assertTrue(
        example != null && example.lines().stream().anyMatch(line -> line.contains("tpm " + verb)),
        "examples.txt wants an example of tpm " + verb);
  }

  @Test
  void noExampleIsOfAVerbThatIsNot() {
    assertEquals(
        List.of(),
        Manual.examples().keySet().stream().filter(verb -> !everyVerb().contains(verb)).toList());
  }

  @ParameterizedTest
  @MethodSource("everyVerb")
  void everyPageForManHasItsParts(String verb) {
    String page = page(verb);
    assertTrue(page.startsWith(".TH \"TPM"), page);
    for (String part :
        List.of("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLE", "EXIT STATUS")) {
      assertTrue(page.contains("\n.SH " + part + "\n"), part);
    }
    // A hyphen that is not escaped cannot be found, nor copied into a shell.
    page.lines()
        .filter(line -> !line.startsWith(".TH"))
        .forEach(line -> assertTrue(!line.replace("\\-", "").contains("-"), line));
  }

  @Test
  void aPageSaysAnOptionAsItIsTyped() {
    assertTrue(
        page("ak create").contains("\n.TP\n.B \\-\\-out PREFIX\nHow the files' names begin;"),
        page("ak create"));
    assertTrue(
        page("ak create").contains("\n.B tpm ak create\n\\-\\-out PREFIX [\\-\\-kind rsa|ecc]"),
        page("ak create"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theProgramPrintsTheCompletionThatThePackageHas(String shell) {
    assertEquals(0, machine.run("completion " + shell));
    assertTrue(FILES.containsValue(machine.out()));
    assertTrue(machine.out().contains("sha3_256"), machine.out());
  }

  @Test
  void knowsNoOtherShell() {
    assertEquals(2, machine.run("completion csh"));
    assertTrue(machine.err().contains("for bash, zsh and fish, not csh"), machine.err());
  }

  @Test
  void readsExamples() {
    assertEquals(
        Map.of(
            "pcr read", new Example(List.of("tpm pcr read", "tpm pcr read 0"), List.of("sha1")),
            "pipe", new Example(List.of("tpm pipe"), List.of())),
        Example.read(
            """
            A note.

            ## pcr read
            tpm pcr read
            tpm pcr read 0
            json: sha1

            ## pipe
            tpm pipe
            """));
  }
}
