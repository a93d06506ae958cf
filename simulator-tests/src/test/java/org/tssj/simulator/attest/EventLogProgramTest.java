package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.json.JsonValue;

/** {@code tpm eventlog}. */
class EventLogProgramTest {

  private static Stream<Program.Row> logs() {
    return Program.rows("eventlog");
  }

  private static Map<String, String> pcrs(JsonValue banks) {
    Map<String, String> all = new TreeMap<>();
    banks
        .object()
        .members()
        .forEach(
            (bank, values) -> {
              all.put(bank, "");
              values
                  .object()
                  .members()
                  .forEach((index, value) -> all.put(bank + " " + index, value.string()));
            });
    return all;
  }

  @ParameterizedTest
  @MethodSource("logs")
  void saysOfALogWhatTheOtherProgramSays(Program.Row row) {
    JsonValue.Members expected = row.expected(".pcrs.json");
    Program program = Program.run("eventlog", "--json", row.path());
    assertEquals(0, program.exitCode(), program.out());
    assertEquals("", program.err());
    JsonValue.Members said = program.objects().get(0);
    assertEquals(row.path(), said.get("file").string());
    assertEquals(expected.get("format").string(), said.get("format").string());
    assertEquals(expected.get("events").number(100_000), said.get("eventCount").number(100_000));
    assertEquals(
        expected.get("startup_locality").number(4),
        said.find("startupLocality").map(locality -> locality.number(4)).orElse(0L));
    assertEquals(pcrs(expected.get("pcrs")), pcrs(said.get("pcrs")));
    for (JsonValue finding : said.get("findings").elements()) {
      assertEquals(
          Set.of("severity", "code", "event", "message"), finding.object().members().keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void listsEveryEvent(Program.Row row) {
    JsonValue.Members said =
        Program.run("eventlog", "--json", "--events", row.path()).objects().get(0);
    assertEquals(said.get("eventCount").number(100_000), said.get("events").elements().size());
    assertTrue(Program.run("eventlog", "--events", row.path()).out().startsWith(row.path()));
  }

  @Test
  void givesEveryLogALineAndEndsWithOneForWhatIsNone() {
    String[] files = logs().map(Program.Row::path).toArray(String[]::new);
    String[] args =
        Stream.concat(
                Stream.of("eventlog", "--json"),
                Stream.concat(Stream.of(files), Program.rows("ima-binary").map(Program.Row::path)))
            .toArray(String[]::new);
    Program program = Program.run(args);
    assertEquals(1, program.exitCode());
    assertEquals(args.length - 2, program.objects().size());
    for (int i = 0; i < program.objects().size(); i++) {
      assertEquals(i < files.length, program.objects().get(i).find("error").isEmpty(), args[i + 2]);
    }
  }
}
