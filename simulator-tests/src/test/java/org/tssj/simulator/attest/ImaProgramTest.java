package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.json.JsonValue;

/** {@code tpm ima}. */
class ImaProgramTest {

  private static Stream<Program.Row> lists() {
    return Program.rows("ima-binary");
  }

  private static List<Long> numbers(JsonValue array) {
    return array.elements().stream().map(each -> each.number(1_000_000)).toList();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void saysOfAListWhatTheOtherProgramSays(Program.Row row) {
    JsonValue.Members expected = row.expected(".ima.json");
    Program program = Program.run("ima", "--json", row.path());
    assertEquals(0, program.exitCode(), program.out());
    JsonValue.Members said = program.objects().get(0);
    assertEquals(
        expected.get("entries").number(1_000_000), said.get("entryCount").number(1_000_000));
    assertEquals(numbers(expected.get("violations")), numbers(said.get("violations")));
    assertEquals(numbers(expected.get("bad_template_hash")), numbers(said.get("badTemplateHash")));
    assertEquals(
        expected.get("templates").object().members().keySet(),
        said.get("templates").object().members().keySet());
    expected
        .get("templates")
        .object()
        .members()
        .forEach(
            (name, count) ->
                assertEquals(
                    count.number(1_000_000),
                    said.get("templates").object().get(name).number(1_000_000)));
    expected
        .get("pcr10")
        .object()
        .members()
        .forEach(
            (bank, rules) -> {
              JsonValue.Members ours = said.get("pcr10").object().get(bank).object();
              assertEquals(rules.object().get("native").string(), ours.get("native").string());
              rules
                  .object()
                  .find("pad")
                  .ifPresent(pad -> assertEquals(pad.string(), ours.get("padded").string()));
            });
  }

  @ParameterizedTest
  @MethodSource("lists")
  void saysHowFarTheRealPcrProvesIt(Program.Row row) {
    JsonValue.Members expected = row.expected(".ima.json");
    if (expected.find("real_pcr10").isEmpty()) {
      return;
    }
    expected
        .get("real_pcr10")
        .object()
        .members()
        .forEach(
            (bank, value) -> {
              List<Long> counts =
                  numbers(
                      expected
                          .get("match_after_entries")
                          .object()
                          .get(bank)
                          .object()
                          .get("native"));
              Program program =
                  Program.run("ima", "--json", "--pcr10", bank + "=" + value.string(), row.path());
              assertEquals(0, program.exitCode());
              assertEquals(
                  counts.get(counts.size() - 1),
                  program.objects().get(0).get("matchedEntries").number(1_000_000));
            });
  }
}
