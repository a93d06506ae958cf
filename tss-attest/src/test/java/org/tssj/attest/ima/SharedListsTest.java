package org.tssj.attest.ima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.attest.testing.Json;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/** Lists of machines in the world, with values that a program computed which is not ours. */
class SharedListsTest {

  private static Stream<SharedIndex.Row> binary() {
    return SharedIndex.rows("ima-binary").stream();
  }

  private static Stream<SharedIndex.Row> ascii() {
    return SharedIndex.rows("ima-ascii").stream();
  }

  private static MeasurementList list(String file) {
    return MeasurementList.read(Shared.read(file));
  }

  private static Json expected(SharedIndex.Row row) {
    return Shared.json(row.file() + ".ima.json");
  }

  @ParameterizedTest
  @MethodSource("binary")
  void replayToTheExpectedValuesByBothRules(SharedIndex.Row row) {
    MeasurementList list = list(row.file());
    for (var bank : expected(row).get("pcr10").members().entrySet()) {
      Bank of = Bank.named(bank.getKey());
      assertEquals(
          bank.getValue().get("native").hex(), ImaReplay.value(list, 10, of, BankRule.NATIVE));
      if (bank.getValue().has("pad")) {
        assertEquals(
            bank.getValue().get("pad").hex(), ImaReplay.value(list, 10, of, BankRule.PADDED));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("binary")
  void haveTheExpectedEntries(SharedIndex.Row row) {
    Json expected = expected(row);
    MeasurementList list = list(row.file());
    assertEquals(expected.get("entries").number(), list.entries().size());
    Map<String, Integer> templates = new TreeMap<>();
    list.entries().forEach(entry -> templates.merge(entry.template().name(), 1, Integer::sum));
    Map<String, Integer> expectedTemplates = new TreeMap<>();
    expected
        .get("templates")
        .members()
        .forEach((name, count) -> expectedTemplates.put(name, count.number()));
    assertEquals(expectedTemplates, templates);
    assertEquals(
        numbers(expected.get("bad_template_hash")), numbers(list, entry -> !entry.isHashRight()));
    assertEquals(numbers(expected.get("violations")), numbers(list, ImaEntry::isViolation));
  }

  private static List<Integer> numbers(Json numbers) {
    return numbers.elements().stream().map(Json::number).toList();
  }

  private static List<Integer> numbers(MeasurementList list, Predicate<ImaEntry> which) {
    return list.entries().stream().filter(which).map(ImaEntry::number).toList();
  }

  @ParameterizedTest
  @MethodSource("binary")
  void endAsExpected(SharedIndex.Row row) {
    String problem = expected(row).get("parse_error").text();
    MeasurementList.End end = list(row.file()).end();
    if (problem.equals("null")) {
      assertEquals(new MeasurementList.End.Whole(), end);
    } else {
      MeasurementList.End.Broken broken = assertInstanceOf(MeasurementList.End.Broken.class, end);
      assertEquals(problem, "truncated header at 0x" + Integer.toHexString(broken.offset()));
    }
  }

  @ParameterizedTest
  @MethodSource("binary")
  void areProvenAsFarAsTheRealPcrSays(SharedIndex.Row row) {
    Json expected = expected(row);
    if (!expected.has("real_pcr10")) {
      return;
    }
    for (var bank : expected.get("real_pcr10").members().entrySet()) {
      Json counts = expected.get("match_after_entries").get(bank.getKey()).get("native");
      int longest = counts.elements().get(counts.elements().size() - 1).number();
      assertEquals(
          Optional.of(
              new ImaReplay(
                  Bank.named(bank.getKey()), BankRule.NATIVE, longest, bank.getValue().hex())),
          ImaReplay.match(list(row.file()), 10, Bank.named(bank.getKey()), bank.getValue().hex()));
    }
  }

  @ParameterizedTest
  @MethodSource("ascii")
  void inWordsHaveTheHashesOfTheirFields(SharedIndex.Row row) {
    if (row.file().endsWith("keylime_ast_lines.txt")) {
      return;
    }
    MeasurementList list = list(row.file());
    assertEquals(new MeasurementList.End.Whole(), list.end());
    assertEquals(1, list.entries().size());
    assertTrue(list.entries().get(0).isHashRight());
    assertEquals(ImaEntry.BOOT_AGGREGATE, list.entries().get(0).path());
  }

  @Test
  void inWordsOfEveryTemplate() {
    // One of the lines is broken on purpose, in its digest; the lines of the file are read alone.
    List<String> seen = new ArrayList<>();
    String text =
        new String(
            Shared.read("ima/keylime_ast_lines.txt").toArray(),
            java.nio.charset.StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      MeasurementList list = MeasurementList.read(Bytes.utf8(line));
      seen.add(
          list.entries().isEmpty()
              ? "broken"
              : list.entries().get(0).template().name()
                  + " "
                  + list.entries().get(0).path()
                  + " "
                  + list.entries().get(0).isHashRight());
    }
    assertEquals(
        List.of(
            "ima-sig /usr/bin/dd true",
            "ima-sig /lib/modules/5.4.48-openpower1/kernel/drivers/usb/common/usb-common.ko true",
            "ima-sig /usr/bin/zmore true",
            "broken",
            "ima-ng /usr/lib/systemd/systemd true",
            "ima-buf device_resume true",
            "ima /usr/bin/kmod true"),
        seen);
  }

  @Test
  void areTiedToTheFirmwaresPcrsByTheirFirstEntry() {
    ImaEntry entry = list("ima/ima-evm-utils_ascii-pcrs-8-9").entries().get(0);
    PcrValues replayed =
        Replay.of(EventLog.read(Shared.read("ima/ima-evm-utils_binary_bios-pcrs-8-9"))).values();
    BootAggregate aggregate = BootAggregate.of(entry, replayed).orElseThrow();
    assertEquals(BootAggregate.State.MATCH, aggregate.state());
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), aggregate.pcrs());
    // Of these PCRs only the SHA-1 bank was recorded beside it.
    PcrValues recorded = PcrValuesFile.read(Shared.read("ima/ima-evm-utils_tpm-2.0-pcrs-8-9"));
    assertEquals(
        BootAggregate.State.NOT_CHECKABLE, BootAggregate.of(entry, recorded).orElseThrow().state());
  }

  @Test
  void areTiedToTheFirmwaresPcrsByShA1OverEightOfThem() {
    ImaEntry entry = list("ima/guard_ludmilla-2.ima.bin").entries().get(0);
    PcrValues replayed =
        Replay.of(EventLog.read(Shared.read("eventlog/guard_ludmilla-2.bin"))).values();
    BootAggregate aggregate = BootAggregate.of(entry, replayed).orElseThrow();
    assertEquals(BootAggregate.State.MATCH, aggregate.state());
  }
}
