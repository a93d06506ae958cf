package org.tssj.attest.eventlog.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.Severity;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.testing.Json;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;
import org.tssj.core.Bank;
import org.tssj.core.PcrValues;

/** Checks of logs of machines in the world. */
class SharedChecksTest {

  /** What the other program takes for types whose digest is of the data. */
  private static final Set<EventType> CHECKED_ELSEWHERE =
      Set.of(
          EventType.SEPARATOR,
          EventType.ACTION,
          EventType.EFI_ACTION,
          EventType.EVENT_TAG,
          EventType.S_CRTM_VERSION,
          EventType.EFI_GPT_EVENT,
          EventType.EFI_HANDOFF_TABLES,
          EventType.EFI_VARIABLE_DRIVER_CONFIG,
          EventType.EFI_VARIABLE_AUTHORITY);

  private static Stream<SharedIndex.Row> logs() {
    return SharedIndex.rows("eventlog").stream();
  }

  private static EventLog log(String file) {
    return EventLog.read(Shared.read(file));
  }

  @ParameterizedTest
  @MethodSource("logs")
  void findTheSameDigestsThatAreNotOfTheData(SharedIndex.Row row) {
    EventLog log = log(row.file());
    Set<Integer> expected = new TreeSet<>();
    for (Json each :
        Shared.json(row.file() + ".pcrs.json").get("digest_vs_data_mismatch").elements()) {
      expected.add(each.get("event").number());
    }
    Set<Integer> found = new TreeSet<>();
    for (Event event : log.events()) {
      if (CHECKED_ELSEWHERE.contains(event.type())) {
        for (Bank bank : log.banks()) {
          DigestCheck check = DigestCheck.of(log, event, bank);
          if (event.digest(bank).isPresent() && !check.rule().equals("the data")) {
            found.add(event.number());
          }
        }
      }
    }
    assertEquals(expected, found);
  }

  @Test
  void giveAnErrorForDigestsOnlyInTheLogThatWasMadeByHand() {
    Map<String, Long> errors = new TreeMap<>();
    logs()
        .forEach(
            row -> {
              long count =
                  LogReview.of(log(row.file())).stream()
                      .filter(finding -> finding.code() == LogFinding.Code.DIGEST_MISMATCH)
                      .count();
              if (count > 0) {
                errors.put(row.file(), count);
              }
            });
    assertEquals(Map.of("eventlog/acs_tpm2bios.log", 18L), errors);
  }

  @Test
  void giveNoWarningForTheWholeLogsOfMachinesAsTheyAre() {
    Map<String, Set<LogFinding.Code>> found = new TreeMap<>();
    logs()
        .forEach(
            row -> {
              Set<LogFinding.Code> codes = new TreeSet<>();
              LogReview.of(log(row.file())).stream()
                  .filter(finding -> finding.severity() != Severity.INFO)
                  .forEach(finding -> codes.add(finding.code()));
              if (!codes.isEmpty()) {
                found.put(row.file(), codes);
              }
            });
    Set<LogFinding.Code> parts = Set.of(LogFinding.Code.SEPARATOR_MISSING);
    Set<LogFinding.Code> partsWithFewerBanks =
        Set.of(LogFinding.Code.SEPARATOR_MISSING, LogFinding.Code.DIGEST_MISSING);
    assertEquals(
        Map.of(
            // Made by hand: digests of nothing, separators with words in them.
            "eventlog/acs_tpm2bios.log",
            Set.of(
                LogFinding.Code.SEPARATOR_UNUSUAL,
                LogFinding.Code.SEPARATOR_DISGUISED,
                LogFinding.Code.DIGEST_MISMATCH),
            // Windows leaves out PCRs that it does not care for.
            "eventlog/go-attestation_windows_gcp.bin",
            parts,
            // Cut out of logs, two events each.
            "eventlog/tpm2-tools_event-uefiaction.bin",
            partsWithFewerBanks,
            "eventlog/tpm2-tools_event-uefiservices.bin",
            parts,
            "eventlog/tpm2-tools_event-uefivar.bin",
            partsWithFewerBanks,
            "eventlog/tpm2-tools_event.bin",
            parts,
            "eventlog/tpm2-tools_specid-vendordata.bin",
            Set.of(LogFinding.Code.LOG_BROKEN),
            // tboot measures into one bank only.
            "txt/intel-secl_txt-logs.bin",
            Set.of(LogFinding.Code.DIGEST_MISSING)),
        found);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void explainTheValuesThatTheTpmQuoted(SharedIndex.Row row) {
    Json expected = Shared.json(row.file() + ".pcrs.json");
    if (!expected.has("real_pcrs")) {
      return;
    }
    PcrValues real = PcrValues.NONE;
    for (var bank : expected.get("real_pcrs").members().entrySet()) {
      for (var pcr : bank.getValue().members().entrySet()) {
        real =
            real.with(
                Bank.named(bank.getKey()), Integer.parseInt(pcr.getKey()), pcr.getValue().hex());
      }
    }
    PcrComparison comparison = PcrComparison.of(log(row.file()), real);
    for (var bank : expected.get("real_vs_replay").members().entrySet()) {
      for (Json pcr : bank.getValue().get("ok").elements()) {
        assertEquals(
            PcrComparison.State.MATCH,
            comparison.result(Bank.named(bank.getKey()), pcr.number()).orElseThrow().state());
      }
    }
    assertEquals(Set.of(), comparison.cappedBanks());
    // What else was measured is IMA's, in PCR 10, which is in another log.
    assertEquals(
        List.of(),
        comparison.results().stream()
            .filter(result -> !result.isExplained())
            .filter(
                result ->
                    result.pcr() != 10 || result.state() != PcrComparison.State.ABSENT_FROM_LOG)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "eventlog/tpm2-tools_event-arch-linux.bin, OFF",
    "eventlog/tpm2-tools_event-gce-ubuntu-2104-log.bin, OFF",
    "eventlog/tpm2-tools_event-sd-boot-fedora37.bin, OFF",
    "eventlog/go-eventlog_debian-10.bin, ON",
    "eventlog/go-eventlog_rhel8-uefi.bin, ON",
    "eventlog/guard_good-1.bin, ON",
    "eventlog/guard_IMN-DELL-WBCL-BootCtrs.bin, ON",
    "eventlog/go-attestation_windows_gcp.bin, ON",
    "eventlog/keylime_binary_bios_measurements, OFF",
    "eventlog/acs_tpm2bios.log, UNKNOWN",
    "txt/intel-secl_txt-logs.bin, UNKNOWN"
  })
  void sayWhetherSecureBootIsOn(String file, SecureBootState.State state) {
    SecureBootState found = SecureBootState.of(log(file));
    assertEquals(state, found.state(), () -> found.doubts().toString());
    assertEquals(state == SecureBootState.State.UNKNOWN, !found.doubts().isEmpty());
  }

  @Test
  void sayWhatWasBooted() {
    BootChain chain = BootChain.of(log("eventlog/go-eventlog_rhel8-uefi.bin"));
    assertEquals(
        List.of(
            "PciRoot(0x0)/Pci(0x3,0x0)/SCSI(1,0)/HD(1,GPT,ef72374c-2630-46a1-88d6-082693781140,"
                + "0x800,0x64000)/File(\\EFI\\redhat\\shimx64.efi)",
            "File(\\EFI\\redhat\\grubx64.efi)",
            ""),
        chain.applications().stream().map(BootChain.Application::path).toList());
    assertEquals(List.of(BootChain.Loader.SHIM, BootChain.Loader.GRUB), chain.loaders());
    assertEquals(1, chain.kernelCommandLines().size());
    assertTrue(
        chain
            .kernelCommandLines()
            .get(0)
            .startsWith("(hd0,gpt2)/boot/vmlinuz-4.18.0-240.22.1.el8_3.x86_64 root=UUID=f3948fb4"),
        chain.kernelCommandLines().get(0));
    assertTrue(chain.commands().contains("insmod part_gpt"));
  }

  @Test
  void sayTheCommandLineThatSystemdsStubMeasured() {
    BootChain chain = BootChain.of(log("eventlog/tpm2-tools_event-sd-boot-fedora37.bin"));
    // Once by the boot loader and once by the stub.
    String words = " console=ttyS0 console=tty0 efi=debug ";
    assertEquals(List.of(words, words), chain.kernelCommandLines());
  }
}
