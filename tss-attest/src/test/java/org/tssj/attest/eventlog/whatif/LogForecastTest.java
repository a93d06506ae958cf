package org.tssj.attest.eventlog.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.attest.eventlog.LogBytes.HEADER;
import static org.tssj.attest.eventlog.LogBytes.SHA1_A;
import static org.tssj.attest.eventlog.LogBytes.SHA256_A;
import static org.tssj.attest.eventlog.LogBytes.event;
import static org.tssj.attest.eventlog.LogBytes.noAction;
import static org.tssj.attest.eventlog.LogBytes.u32;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.eventlog.check.BootChain;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class LogForecastTest {

  private static final List<Bank> BANKS = List.of(Bank.SHA1, Bank.SHA256);

  private static Bytes ipl(int pcr, String log, String measured) {
    Bytes octets = Bytes.utf8(measured);
    return event(
        pcr, 0xd, Bank.SHA1.hash(octets), Bank.SHA256.hash(octets), Bytes.utf8(log + "\0"));
  }

  private static Bytes stub(long tag, Bytes measured) {
    return event(
        9,
        6,
        Bank.SHA1.hash(measured),
        Bank.SHA256.hash(measured),
        Bytes.join(u32(tag), u32(4), Bytes.utf8("Text")));
  }

  /** A boot by GRUB with this kernel's contents and command line. */
  private static EventLog boot(String kernel, String words) {
    return EventLog.read(
        Bytes.join(
            HEADER,
            noAction(Bytes.utf8("StartupLocality\0\3")),
            event(0, 8, Bytes.utf8("v1")),
            ipl(8, "grub_cmd: linux /vmlinuz", "linux /vmlinuz"),
            ipl(9, "(hd0,gpt2)/vmlinuz", kernel),
            ipl(8, "kernel_cmdline: " + words, words),
            stub(0x8f3b22edL, Bytes.wrap((words + "\0").getBytes(StandardCharsets.UTF_16LE))),
            stub(0x8f3b22ecL, Bytes.utf8("initrd of " + kernel))));
  }

  private static Map<Bank, Bytes> digests(String text) {
    return Measurement.ofData(text, Bytes.utf8(text), BANKS).digests();
  }

  @Nested
  class OfABootByGrub {
    private final EventLog log = boot("kernel 1", "/vmlinuz root=/dev/sda1");

    @Test
    void isTheReplayOfTheBootThatComes() {
      assertEquals(
          Replay.of(boot("kernel 2", "/vmlinuz root=/dev/sda2 quiet")).values(),
          LogForecast.of(log)
              .withFile("/vmlinuz", digests("kernel 2"))
              .withInitrd(digests("initrd of kernel 2"))
              .withKernelCommandLine("/vmlinuz root=/dev/sda2 quiet")
              .values());
    }

    @Test
    void changesOnlyTheBanksAndPcrsThatItSays() {
      LogForecast forecast =
          LogForecast.of(log).replacing(4, Measurement.ofDigest("k", Bank.SHA1, SHA1_A));
      assertThrows(IllegalArgumentException.class, forecast::values);
      LogForecast both =
          LogForecast.of(log)
              .replacing(4, new Measurement("k", Map.of(Bank.SHA1, SHA1_A, Bank.SHA256, SHA256_A)));
      for (int pcr : List.of(0, 8)) {
        assertEquals(
            Replay.of(log).values().get(Bank.SHA1, pcr), both.values().get(Bank.SHA1, pcr));
      }
      assertNotEquals(
          Replay.of(log).values().get(Bank.SHA256, 9), both.values().get(Bank.SHA256, 9));
    }

    @Test
    void startsWhereTheLogSays() {
      Measurement version = Measurement.ofData("v2", Bytes.utf8("v2"), BANKS);
      Bytes start = Bytes.zeros(19).concat(Bytes.hex("03"));
      assertEquals(
          Bank.SHA1.extend(start, Bank.SHA1.hash(Bytes.utf8("v2"))),
          LogForecast.of(log).replacing(2, version).values().get(Bank.SHA1, 0).orElseThrow());
    }

    @Test
    void leavesOutAnEventAndAddsARootFileSystem() {
      Measurement image = Measurement.ofData("rootfs.img", Bytes.utf8("abc"), BANKS);
      LogForecast forecast = LogForecast.of(log).without(3).then(15, image).then(8, image);
      Bytes words = Bank.SHA1.hash(Bytes.utf8("/vmlinuz root=/dev/sda1"));
      Bytes abc = Bytes.hex("a9993e364706816aba3e25717850c26c9cd0d89d");
      assertEquals(
          Bank.SHA1.extend(Bank.SHA1.extend(Bytes.zeros(20), words), abc),
          forecast.values().get(Bank.SHA1, 8).orElseThrow());
      // printf '%040d%s' 0 a9993e36... | xxd -r -p | sha1sum
      assertEquals(
          "ccd5bd41458de644ac34a2478b58ff819bef5acf",
          forecast.values().get(Bank.SHA1, 15).orElseThrow().toHex());
    }

    @Test
    void refusesWhatTheLogDoesNotHave() {
      LogForecast same = LogForecast.of(log);
      Measurement any = Measurement.ofDigest("x", Bank.SHA1, SHA1_A);
      assertEquals(
          "event 1, PCR 0, EV_NO_ACTION is never extended: nothing can be in its place",
          assertThrows(IllegalArgumentException.class, () -> same.replacing(1, any)).getMessage());
      assertThrows(IllegalArgumentException.class, () -> same.replacing(99, any));
      assertThrows(IllegalArgumentException.class, () -> same.without(-1));
      assertThrows(IllegalArgumentException.class, () -> same.withFile("/none", digests("x")));
      assertThrows(IllegalArgumentException.class, () -> same.withApplication(0, digests("x")));
      LogForecast none = LogForecast.of(EventLog.read(HEADER));
      assertThrows(IllegalArgumentException.class, () -> none.withKernelCommandLine("x"));
      assertThrows(IllegalArgumentException.class, () -> none.withInitrd(digests("x")));
    }
  }

  private static List<SharedIndex.Row> logs() {
    return SharedIndex.rows("eventlog");
  }

  @ParameterizedTest
  @MethodSource("logs")
  void ofTheSameBootIsItsReplay(SharedIndex.Row row) {
    EventLog log = EventLog.read(Shared.read(row.file()));
    LogForecast same = LogForecast.of(log);
    assertEquals(Replay.of(log).values(), same.values());
    for (Bank bank : Replay.of(log).values().banks()) {
      Replay.of(log)
          .values()
          .bank(bank)
          .forEach((pcr, value) -> assertEquals(value, same.story(pcr, bank).value()));
    }
  }

  @Test
  void withTheCommandLineThatItHadIsWhatARealGrubMeasured() {
    EventLog log = EventLog.read(Shared.read("eventlog/go-eventlog_rhel8-uefi.bin"));
    String words = BootChain.of(log).kernelCommandLines().get(0);
    LogForecast same = LogForecast.of(log).withKernelCommandLine(words);
    assertEquals(Set.of(), same.left());
    assertEquals(1, same.replaced().size());
    assertEquals(Replay.of(log).values().get(Bank.SHA256, 8), same.values().get(Bank.SHA256, 8));
    assertNotEquals(
        Replay.of(log).values().get(Bank.SHA256, 8),
        LogForecast.of(log).withKernelCommandLine(words + " x").values().get(Bank.SHA256, 8));
  }
}
