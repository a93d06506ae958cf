package org.tssj.attest.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.predict.StartValue;
import org.tssj.attest.testing.Json;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * Logs of machines in the world. The expected values were computed by a program that is not ours,
 * and checked against what those machines' TPMs quoted where that is known.
 */
class SharedLogsTest {

  private static Stream<SharedIndex.Row> logs() {
    return SharedIndex.rows("eventlog").stream();
  }

  private static Json expected(SharedIndex.Row row) {
    return Shared.json(row.file() + ".pcrs.json");
  }

  private static EventLog log(SharedIndex.Row row) {
    return EventLog.read(Shared.read(row.file()));
  }

  private static PcrValues values(Json json) {
    PcrValues values = PcrValues.NONE;
    for (var bank : json.members().entrySet()) {
      for (var pcr : bank.getValue().members().entrySet()) {
        values =
            values.with(
                Bank.named(bank.getKey()), Integer.parseInt(pcr.getKey()), pcr.getValue().hex());
      }
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("logs")
  void replayToTheExpectedValues(SharedIndex.Row row) {
    assertEquals(values(expected(row).get("pcrs")), Replay.of(log(row)).values());
  }

  @ParameterizedTest
  @MethodSource("logs")
  void replayToTheValuesThatTheTpmQuoted(SharedIndex.Row row) {
    Json expected = expected(row);
    if (!expected.has("real_pcrs")) {
      return;
    }
    PcrValues real = values(expected.get("real_pcrs"));
    PcrValues replayed = Replay.of(log(row)).values();
    int compared = 0;
    for (var bank : expected.get("real_vs_replay").members().entrySet()) {
      assertEquals(0, bank.getValue().get("differ").elements().size());
      for (Json pcr : bank.getValue().get("ok").elements()) {
        Bank of = Bank.named(bank.getKey());
        assertEquals(real.get(of, pcr.number()), replayed.get(of, pcr.number()));
        compared++;
      }
    }
    assertTrue(compared > 0);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void haveTheExpectedEvents(SharedIndex.Row row) {
    Json expected = expected(row);
    EventLog log = log(row);
    assertEquals(expected.get("events").number(), log.events().size());
    assertEquals(
        expected.get("format").text(),
        log.format() == EventLog.Format.SHA1 ? "sha1" : "crypto-agile");
    Map<String, Integer> types = new TreeMap<>();
    log.events().forEach(event -> types.merge(name(event.type()), 1, Integer::sum));
    Map<String, Integer> expectedTypes = new TreeMap<>();
    expected
        .get("event_type_counts")
        .members()
        .forEach((name, count) -> expectedTypes.put(name, count.number()));
    assertEquals(expectedTypes, types);
  }

  // The other program has no names for the types of Intel TXT.
  private static String name(EventType type) {
    return type.ofDynamicLaunch() && type.value() != 0x501
        ? "EV_TXT_0x" + Integer.toHexString(type.value())
        : type.toString();
  }

  @ParameterizedTest
  @MethodSource("logs")
  void sayWhichSpecificationAndStart(SharedIndex.Row row) {
    Json expected = expected(row);
    EventLog log = log(row);
    Json spec = expected.get("spec");
    if (spec.members().isEmpty()) {
      assertTrue(log.specId().map(SpecId::algorithms).orElse(Map.of()).isEmpty());
    } else {
      SpecId id = log.specId().orElseThrow();
      assertEquals(spec.get("major").number(), id.specVersionMajor());
      assertEquals(spec.get("minor").number(), id.specVersionMinor());
      assertEquals(spec.get("errata").number(), id.specErrata());
      assertEquals(spec.get("platform_class").number(), id.platformClass());
      assertEquals(spec.get("uintn").number(), id.uintnSize());
      assertEquals(spec.get("vendor_info").hex(), id.vendorInfo());
      assertEquals(
          spec.get("algs").members().keySet(),
          id.algorithms().keySet().stream()
              .map(algorithm -> Bank.of(algorithm).orElseThrow().name())
              .collect(Collectors.toSet()));
    }
    int locality = expected.get("startup_locality").number();
    StartValue start = Replay.of(log).start(0);
    assertEquals(
        locality == 0 ? new StartValue.Zeros() : new StartValue.StartupLocality(locality), start);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void endAsExpected(SharedIndex.Row row) {
    Json expected = expected(row);
    EventLog.End end = log(row).end();
    String warnings = expected.get("warnings").toString();
    if (!"null".equals(expected.get("parse_error").text())) {
      EventLog.End.Broken broken = assertInstanceOf(EventLog.End.Broken.class, end);
      assertEquals("truncated at offset 0x45: need 12, have 4", expected.get("parse_error").text());
      assertEquals(0x45, broken.offset());
      assertEquals(
          "event 1.TCG_PCR_EVENT2: needs 12 bytes, was 4 bytes left at offset 0x0045",
          broken.problem().getMessage());
    } else if (warnings.contains("trailing")) {
      assertEquals("[trailing 6558 zero bytes at 0x662]", warnings);
      assertEquals(new EventLog.End.Filled(0, 0x662, 6558), end);
    } else {
      assertEquals(new EventLog.End.Whole(), end);
    }
  }

  @Test
  void areReadTheSameWithFillerBehindThem() {
    logs()
        .filter(row -> log(row).end().equals(new EventLog.End.Whole()))
        .forEach(
            row -> {
              Bytes content = Shared.read(row.file());
              EventLog zeros = EventLog.read(content.concat(Bytes.zeros(100)));
              assertEquals(new EventLog.End.Filled(0, content.length(), 100), zeros.end());
              assertEquals(Replay.of(log(row)).values(), Replay.of(zeros).values());
              EventLog ones = EventLog.read(content.concat(Bytes.hex("ff".repeat(50))));
              assertEquals(new EventLog.End.Filled(0xff, content.length(), 50), ones.end());
              assertEquals(log(row).events(), ones.events());
            });
  }
}
