package org.tssj.attest.eventlog.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.tssj.attest.Severity;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.eventlog.SpecId;
import org.tssj.attest.eventlog.data.EventData;
import org.tssj.attest.eventlog.data.NoActionData;
import org.tssj.attest.eventlog.data.UefiVariable;
import org.tssj.attest.eventlog.data.WindowsData;
import org.tssj.core.Bank;

/**
 * What is odd about a log, event by event. An honest log of honest firmware gives little; what it
 * gives says which claims that are read out of the log deserve no belief.
 *
 * <p>The type of an event is not measured. Whoever can write to a log can turn a measurement into
 * an event that is not extended, or into a second separator; both are found here.
 */
public final class LogReview {

  private static final int LAST_FIRMWARE_PCR = 7;
  private static final int PCR_OF_SECURE_BOOT = 7;
  private static final int MOST_FINDINGS = 1000;

  /** Types that only the firmware itself uses, before it hands over. */
  private static final Set<EventType> BEFORE_SEPARATOR =
      Set.of(
          EventType.S_CRTM_CONTENTS,
          EventType.S_CRTM_VERSION,
          EventType.POST_CODE,
          EventType.POST_CODE2,
          EventType.EFI_HCRTM_EVENT,
          EventType.EFI_PLATFORM_FIRMWARE_BLOB,
          EventType.EFI_PLATFORM_FIRMWARE_BLOB2,
          EventType.EFI_VARIABLE_DRIVER_CONFIG);

  private final EventLog log;
  private final List<LogFinding> findings = new ArrayList<>();
  private final Set<Long> measured = new TreeSet<>();
  private final Set<Long> separated = new TreeSet<>();
  private final Map<Bank, Integer> missing = new LinkedHashMap<>();
  private final Map<Bank, Integer> firstMissing = new LinkedHashMap<>();
  // A register of TDX holds several PCRs, each with its separator.
  private final boolean registers;
  private final SeparatorDigests separators = new SeparatorDigests();
  private final Set<Bank> banks;
  private OptionalInt locality = OptionalInt.empty();
  private boolean measuredIntoPcr0;
  private boolean uefi;
  private boolean exitBootServices;

  private LogReview(EventLog log) {
    this.log = log;
    this.registers = log.isOfRegisters();
    this.banks = log.banks();
  }

  /** Looks at every event once. */
  public static List<LogFinding> of(EventLog log) {
    LogReview review = new LogReview(log);
    review.review();
    return List.copyOf(review.findings);
  }

  private void review() {
    if (log.events().isEmpty()) {
      add(Severity.ERROR, LogFinding.Code.LOG_EMPTY, "there is no event in it");
    }
    for (Event event : log.events()) {
      if (findings.size() >= MOST_FINDINGS) {
        add(
            Severity.ERROR,
            LogFinding.Code.TOO_MANY,
            "there are more than " + MOST_FINDINGS + " findings before " + event.title());
        break;
      }
      event(event);
    }
    atTheEnd();
  }

  private void event(Event event) {
    EventType type = event.type();
    uefi |= type.value() < 0;
    if (type.equals(EventType.NO_ACTION)) {
      noAction(event);
      return;
    }
    boolean ofFirmware = !registers && event.pcrIndex() <= LAST_FIRMWARE_PCR;
    boolean behind = separated.contains(event.pcrIndex());
    // A hardware root of trust measures before the TPM is started.
    measuredIntoPcr0 |= event.pcrIndex() == 0 && !type.equals(EventType.EFI_HCRTM_EVENT);
    EventData data = EventData.of(log, event);
    if (ofFirmware) {
      measured.add(event.pcrIndex());
    }
    if (type.equals(EventType.SEPARATOR)) {
      separator(event, data, ofFirmware, behind);
    } else if (event.pcrIndex() == PCR_OF_SECURE_BOOT
        && !registers
        && separators.disguised(event, banks)) {
      // Firmware was seen that measures four zeros as code; what is told of secure boot rests on
      // where the separator of its PCR stands.
      add(
          Severity.ERROR,
          LogFinding.Code.SEPARATOR_DISGUISED,
          event,
          "its digest is that of a separator: its type was changed, and what stands behind it may"
              + " be anybody's");
    } else if (ofFirmware && !behind && !type.isKnown()) {
      add(
          Severity.WARNING,
          LogFinding.Code.TYPE_UNKNOWN,
          event,
          "nobody knows what an event of type " + type + " is");
    } else if (ofFirmware && behind && BEFORE_SEPARATOR.contains(type)) {
      add(
          Severity.WARNING,
          LogFinding.Code.AFTER_SEPARATOR,
          event,
          "the firmware had finished PCR "
              + event.pcrIndex()
              + " before: anybody may have"
              + " measured this");
    }
    exitBootServices |= isExitBootServices(type, data);
    data(event, data);
    digests(event, data);
  }

  private static boolean isExitBootServices(EventType type, EventData data) {
    return type.equals(EventType.EFI_ACTION)
        && data.summary().equals("Exit Boot Services Returned with Success");
  }

  private void noAction(Event event) {
    locality(event);
    boolean header = event.number() == 0 && log.specId().map(SpecId::isCryptoAgile).orElse(false);
    for (Event.Digest digest : event.digests()) {
      if (!digest.value().isZero()) {
        add(
            header ? Severity.INFO : Severity.WARNING,
            LogFinding.Code.NO_ACTION_WITH_DIGEST,
            event,
            "an event that is never extended has the digest "
                + digest.value()
                + ": it may be a measurement whose type was changed");
        return;
      }
    }
  }

  /** PCR 0 starts where this event says, so that whoever may add one moves the whole PCR. */
  private void locality(Event event) {
    if (event.pcrIndex() != 0
        || !(EventData.of(log, event) instanceof NoActionData.StartupLocality startup)) {
      return;
    }
    if (locality.isPresent() && locality.getAsInt() != startup.locality()) {
      add(
          Severity.ERROR,
          LogFinding.Code.START_CONTRADICTED,
          event,
          "the log has said before that the TPM was started from locality "
              + locality.getAsInt()
              + ", and now says "
              + startup.locality());
    } else if (measuredIntoPcr0) {
      add(
          Severity.WARNING,
          LogFinding.Code.START_LATE,
          event,
          "it says from where the TPM was started, and stands behind what was measured since");
    }
    locality = OptionalInt.of(startup.locality());
  }

  private void separator(Event event, EventData data, boolean ofFirmware, boolean behind) {
    EventData.Separator separator = (EventData.Separator) data;
    if (separator.isError()) {
      add(
          Severity.ERROR,
          LogFinding.Code.SEPARATOR_ERROR,
          event,
          "the firmware failed to measure into PCR " + event.pcrIndex());
    } else if (ofFirmware && !separator.isNormal()) {
      add(
          Severity.WARNING,
          LogFinding.Code.SEPARATOR_UNUSUAL,
          event,
          "expected 00000000 or ffffffff, found " + data.summary());
    }
    if (ofFirmware && behind) {
      add(
          Severity.ERROR,
          LogFinding.Code.SECOND_SEPARATOR,
          event,
          "PCR "
              + event.pcrIndex()
              + " was separated before: one of the two may be a measurement"
              + " whose type was changed");
    }
    separated.add(event.pcrIndex());
  }

  private void data(Event event, EventData data) {
    String problem = "";
    if (data instanceof EventData.Malformed malformed) {
      problem = malformed.problem();
    } else if (data instanceof UefiVariable variable
        && variable.content() instanceof UefiVariable.Content.Malformed malformed) {
      problem = variable.name() + ": " + malformed.problem();
    }
    if (!problem.isEmpty()) {
      add(Severity.WARNING, LogFinding.Code.DATA_MALFORMED, event, problem);
    }
  }

  private void digests(Event event, EventData data) {
    Set<DigestCheck.Outcome> outcomes = EnumSet.noneOf(DigestCheck.Outcome.class);
    String rule = "";
    for (Bank bank : banks) {
      if (event.digest(bank).isEmpty()) {
        missing.merge(bank, 1, Integer::sum);
        firstMissing.putIfAbsent(bank, event.number());
        continue;
      }
      DigestCheck check = DigestCheck.of(event, data, bank);
      outcomes.add(check.outcome());
      if (check.outcome() == DigestCheck.Outcome.MISMATCH) {
        rule = check.rule();
      }
    }
    if (outcomes.contains(DigestCheck.Outcome.MISMATCH)) {
      // Vendors were seen that describe an action, or a tree of Windows', in other words than those
      // they hash; of the other types none does.
      boolean hard = !event.type().equals(EventType.ACTION) && !(data instanceof WindowsData);
      add(
          hard ? Severity.ERROR : Severity.WARNING,
          LogFinding.Code.DIGEST_MISMATCH,
          event,
          "the digest should be of "
              + rule
              + ", and is not: what it says ("
              + data.summary()
              + ") is not what was measured");
    }
  }

  private void atTheEnd() {
    missing.forEach(
        (bank, count) ->
            add(
                Severity.WARNING,
                LogFinding.Code.DIGEST_MISSING,
                count
                    + " events, the first of them event "
                    + firstMissing.get(bank)
                    + ", have no digest of the "
                    + bank
                    + " bank and leave it as it is"));
    measured.removeAll(separated);
    if (!measured.isEmpty()) {
      add(
          Severity.WARNING,
          LogFinding.Code.SEPARATOR_MISSING,
          "PCRs " + measured + " have no separator: it cannot be told where the firmware ends");
    }
    if (uefi && !exitBootServices) {
      add(
          Severity.INFO,
          LogFinding.Code.EXIT_BOOT_SERVICES_MISSING,
          "the firmware does not say that it has handed over to an operating system");
    }
    if (log.end() instanceof EventLog.End.Broken broken) {
      add(
          Severity.ERROR,
          LogFinding.Code.LOG_BROKEN,
          String.valueOf(broken.problem().getMessage()));
    } else if (log.end() instanceof EventLog.End.Filled filled) {
      add(
          Severity.INFO,
          LogFinding.Code.FILLER,
          String.format(
              "%d bytes of 0x%02x behind the last event", filled.length(), filled.octet()));
    } else if (log.end() instanceof EventLog.End.Residue residue) {
      add(
          Severity.WARNING,
          LogFinding.Code.FILLER,
          String.format(
              "%d bytes behind the last event, which begin with 0x%02x and are not all of it",
              residue.length(), residue.octet()));
    }
  }

  private void add(Severity severity, LogFinding.Code code, String message) {
    findings.add(new LogFinding(severity, code, OptionalInt.empty(), message));
  }

  private void add(Severity severity, LogFinding.Code code, Event event, String message) {
    findings.add(
        new LogFinding(
            severity, code, OptionalInt.of(event.number()), event.title() + ": " + message));
  }
}
