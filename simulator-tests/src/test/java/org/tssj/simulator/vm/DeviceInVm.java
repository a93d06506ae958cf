package org.tssj.simulator.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.ima.BankRule;
import org.tssj.attest.ima.BootAggregate;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.attest.ima.ImaReplay;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.transport.ContractTable;
import org.tssj.simulator.vm.MeasuredBoot.Firmware;

/**
 * {@code device:} on the real driver, and the logs of the boot: one machine is booted, and what was
 * seen in it is looked at here.
 */
@NeedsProgram({"qemu-system-x86_64", "swtpm", "swtpm_setup", "busybox", "mke2fs"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class DeviceInVm {

  private static final int IMA_PCR = 10;

  /** The transport contract held in the guest stands in the same table as the others. */
  @RegisterExtension
  final AfterAllCallback intoTheTable =
      context -> {
        if (report() != null) {
          report()
              .cases()
              .forEach(
                  each -> ContractTable.add(context, each.suite(), each.name(), each.result()));
        }
      };

  private final Family family;
  private final Firmware firmware;
  private final List<Bank> banks;
  private final List<String> suites;
  private GuestReport report;

  DeviceInVm(Family family, Firmware firmware, List<Bank> banks, List<String> suites) {
    this.family = family;
    this.firmware = firmware;
    this.banks = banks;
    this.suites = suites.stream().map(name -> "org.tssj.simulator.transport." + name).toList();
  }

  @BeforeAll
  void boot(TestReporter reporter) throws IOException {
    assumeTrue(
        System.getProperty("os.arch").equals("amd64"),
        "the machine runs programs of its host, and is an x86 with 64 bits");
    long start = System.nanoTime();
    try (MeasuredBoot machine = MeasuredBoot.of(family, firmware)) {
      report = machine.boot(runs().toArray(String[]::new));
    }
    reporter.publishEntry(
        "seconds for a machine with " + family + " and " + firmware,
        Long.toString((System.nanoTime() - start) / 1_000_000_000));
    report.values("entry").forEach(entry -> reporter.publishEntry("in the guest", entry));
  }

  List<String> runs() {
    return List.of("tests " + String.join(" ", suites));
  }

  GuestReport report() {
    return report;
  }

  @TestFactory
  Stream<DynamicNode> inTheGuest() {
    for (String suite : suites) {
      String name = suite.substring(suite.lastIndexOf('.') + 1);
      assertTrue(
          report.cases().stream()
              .anyMatch(each -> each.suite().equals(name) && each.result().equals("passed")),
          () -> "no case of " + name + " passed: " + report);
    }
    return report.cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.suite() + "." + each.name(),
                    () -> {
                      assumeFalse(each.result().equals("skipped"), each.words());
                      assertEquals("passed", each.result(), each.words());
                    }));
  }

  /** As the kernel read them, before a program of ours ran. */
  private PcrValues pcrs() {
    PcrValues values = PcrValues.NONE;
    for (Bank bank : banks) {
      for (var each : report.pcrs(bank.name()).entrySet()) {
        values = values.with(bank, each.getKey(), Bytes.hex(each.getValue()));
      }
    }
    return values;
  }

  @Test
  void theFirmwaresLogReplaysToThePcrs() {
    EventLog log = EventLog.read(Bytes.of(report.octets("firmware-log")));
    PcrValues replayed = Replay.of(log).values();
    PcrValues read = pcrs();
    for (Bank bank : banks) {
      int compared = 0;
      for (var each : replayed.bank(bank).entrySet()) {
        assertEquals(
            read.get(bank, each.getKey()).orElseThrow(),
            each.getValue(),
            bank + " PCR " + each.getKey());
        compared++;
      }
      // 0 to 7, and where the loader of the kernel measures too, 9.
      assertTrue(compared >= 8, bank + ": only " + compared + " PCRs are in the log");
      // What the log does not have was not extended.
      assertEquals(Bytes.zeros(bank.size()), read.get(bank, 8).orElseThrow());
    }
  }

  @Test
  void imasListReplaysToPcr10() {
    MeasurementList list = MeasurementList.read(Bytes.of(report.octets("ima-list")));
    // The list grew between its reading and that of the PCR, by the programs that read them.
    PcrValues read = pcrs();
    for (Bank bank : banks) {
      ImaReplay match =
          ImaReplay.match(list, IMA_PCR, bank, read.get(bank, IMA_PCR).orElseThrow())
              .orElseThrow(() -> new AssertionError(bank + ": no part of the list fits PCR 10"));
      // A kernel without a bank's hash built in pads: Debian's has SHA-384 as a module. In the
      // SHA-1
      // bank both rules say the same.
      assertTrue(!bank.equals(Bank.SHA256) || match.rule() == BankRule.NATIVE, bank.name());
      assertTrue(match.entries() > 3, "entries: " + match.entries());
    }
    assertTrue(list.entries().stream().anyMatch(entry -> entry.path().equals("/sbin/init")));
  }

  @Test
  void imasFirstEntryIsTheDigestOfTheFirmwaresPcrs() {
    MeasurementList list = MeasurementList.read(Bytes.of(report.octets("ima-list")));
    ImaEntry first = list.entries().get(0);
    assertEquals(BootAggregate.State.MATCH, BootAggregate.of(first, pcrs()).orElseThrow().state());
  }
}
