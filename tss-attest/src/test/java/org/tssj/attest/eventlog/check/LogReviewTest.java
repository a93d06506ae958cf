package org.tssj.attest.eventlog.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.attest.eventlog.LogBytes.HEADER;
import static org.tssj.attest.eventlog.LogBytes.SHA1_A;
import static org.tssj.attest.eventlog.LogBytes.SHA256_A;
import static org.tssj.attest.eventlog.LogBytes.event;
import static org.tssj.attest.eventlog.LogBytes.noAction;
import static org.tssj.attest.eventlog.LogBytes.u32;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.attest.Severity;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.core.Bytes;

class LogReviewTest {

  private static final Bytes ZEROS = Bytes.zeros(4);
  private static final Bytes EXIT =
      event(5, 0x8000_0007, Bytes.utf8("Exit Boot Services Returned with Success"));

  private static List<LogFinding> review(Bytes... events) {
    return LogReview.of(EventLog.read(HEADER.concat(Bytes.join(events))));
  }

  private static List<LogFinding.Code> codes(Bytes... events) {
    return review(events).stream().map(LogFinding::code).toList();
  }

  private static Bytes separator(int pcr) {
    return event(pcr, 4, ZEROS);
  }

  @Test
  void findsNothingInAnHonestLog() {
    List<Bytes> events = new ArrayList<>();
    for (int pcr = 0; pcr < 8; pcr++) {
      events.add(separator(pcr));
    }
    events.add(EXIT);
    assertEquals(List.of(), review(events.toArray(Bytes[]::new)));
  }

  @Nested
  class Finds {
    @Test
    void anEventTurnedIntoOneThatIsNotExtended() {
      List<LogFinding> findings =
          review(event(4, 3, SHA1_A, SHA256_A, ZEROS), separator(4), EXIT, separator(5));
      assertEquals(LogFinding.Code.NO_ACTION_WITH_DIGEST, findings.get(0).code());
      assertEquals(Severity.WARNING, findings.get(0).severity());
      assertEquals(1, findings.get(0).event().orElseThrow());
      assertTrue(
          findings
              .get(0)
              .message()
              .startsWith(
                  "event 1, PCR 4, EV_NO_ACTION: an event that is never extended has the"
                      + " digest a1a1"));
    }

    @Test
    void twoStartsThatContradictEachOther() {
      Bytes three = noAction(Bytes.utf8("StartupLocality\0\3"));
      Bytes four = noAction(Bytes.utf8("StartupLocality\0\4"));
      assertEquals(
          List.of(LogFinding.Code.START_CONTRADICTED),
          codes(three, four, separator(0), EXIT, separator(5)));
      assertEquals(List.of(), codes(three, three, separator(0), EXIT, separator(5)));
    }

    @Test
    void aStartThatIsToldBehindWhatWasMeasured() {
      Bytes three = noAction(Bytes.utf8("StartupLocality\0\3"));
      assertEquals(
          List.of(LogFinding.Code.START_LATE), codes(separator(0), three, EXIT, separator(5)));
    }

    @Test
    void aSecondSeparator() {
      assertEquals(
          List.of(LogFinding.Code.SECOND_SEPARATOR), codes(separator(5), separator(5), EXIT));
      assertEquals(List.of(), codes(separator(9), separator(9), separator(5), EXIT));
    }

    @Test
    void theFirmwareReportingAnError() {
      assertEquals(
          List.of(LogFinding.Code.SEPARATOR_ERROR),
          codes(event(5, 4, Bytes.hex("01000000")), EXIT));
    }

    @Test
    void aSeparatorWithSomethingElseInIt() {
      assertEquals(
          List.of(LogFinding.Code.SEPARATOR_UNUSUAL),
          codes(event(5, 4, Bytes.hex("02000000")), EXIT));
    }

    @Test
    void anEventOfTheFirmwareBehindTheSeparator() {
      assertEquals(
          List.of(LogFinding.Code.AFTER_SEPARATOR),
          codes(separator(0), event(0, 8, Bytes.utf8("v\0")), separator(5), EXIT));
    }

    @Test
    void aTypeThatNobodyKnowsBeforeTheSeparator() {
      assertEquals(
          List.of(LogFinding.Code.TYPE_UNKNOWN),
          codes(event(5, 0x1234, ZEROS), separator(5), EXIT));
      assertEquals(List.of(), codes(separator(5), event(5, 0x1234, ZEROS), EXIT));
    }

    @Test
    void aPcrWithoutASeparator() {
      List<LogFinding> findings =
          review(event(0, 8, Bytes.utf8("v\0")), event(3, 8, ZEROS), separator(5), EXIT);
      assertEquals(
          "PCRs [0, 3] have no separator: it cannot be told where the firmware ends",
          findings.get(0).message());
    }

    @Test
    void aDigestThatIsNotOfTheData() {
      List<LogFinding> findings = review(event(5, 4, SHA1_A, SHA256_A, ZEROS), EXIT);
      assertEquals(
          "event 1, PCR 5, EV_SEPARATOR: the digest should be of the data, or the number 1, for an"
              + " error, and is not: what it says (00000000) is not what was measured",
          findings.get(0).message());
      assertEquals(Severity.ERROR, findings.get(0).severity());
    }

    @Test
    void aDigestThatIsWrongInOneBankOnly() {
      Bytes right = org.tssj.core.Bank.SHA1.hash(ZEROS);
      assertEquals(
          List.of(LogFinding.Code.DIGEST_MISMATCH),
          codes(event(5, 4, right, SHA256_A, ZEROS), EXIT));
    }

    @Test
    void eventsWithoutADigestOfABank() {
      Bytes one = Bytes.join(u32(17), u32(0x501), u32(1), Bytes.hex("0b00"), SHA256_A, u32(0));
      List<LogFinding> findings = review(separator(5), one, one, EXIT);
      assertEquals(
          "2 events, the first of them event 2, have no digest of the sha1 bank and leave it as it"
              + " is",
          findings.get(0).message());
    }

    @Test
    void dataThatCannotBeRead() {
      assertEquals(
          List.of(LogFinding.Code.DATA_MALFORMED, LogFinding.Code.SEPARATOR_MISSING),
          codes(event(1, 0x8000_0009, Bytes.hex("ff")), separator(5), EXIT));
    }

    @Test
    void noWordOfHandingOver() {
      assertEquals(
          List.of(LogFinding.Code.EXIT_BOOT_SERVICES_MISSING),
          codes(separator(5), event(5, 0x8000_0007, Bytes.utf8("Exit Boot Services Invocation"))));
      assertEquals(List.of(), codes(separator(5)));
    }

    @Test
    void howTheLogEnds() {
      Bytes log = HEADER.concat(separator(5));
      assertEquals(
          "INFO FILLER: 4 bytes of 0xff behind the last event",
          LogReview.of(EventLog.read(log.concat(Bytes.hex("ffffffff")))).get(0).toString());
      assertEquals(
          "WARNING FILLER: 17 bytes behind the last event, which begin with 0xff and are not all of"
              + " it",
          LogReview.of(EventLog.read(log.concat(Bytes.hex("ff".repeat(16) + "01"))))
              .get(0)
              .toString());
      assertEquals(
          LogFinding.Code.LOG_BROKEN,
          LogReview.of(EventLog.read(log.concat(Bytes.hex("01")))).get(0).code());
      assertEquals(
          List.of(LogFinding.Code.LOG_EMPTY),
          LogReview.of(EventLog.read(Bytes.EMPTY)).stream().map(LogFinding::code).toList());
    }

    @Test
    void notMoreThanIsWorthListing() {
      Bytes[] many = new Bytes[3000];
      java.util.Arrays.fill(many, event(5, 4, SHA1_A, SHA256_A, ZEROS));
      List<LogFinding> findings = review(many);
      assertTrue(findings.size() < 1010);
      assertTrue(findings.stream().anyMatch(finding -> finding.code() == LogFinding.Code.TOO_MANY));
    }
  }

  @Test
  void neverFailsWhateverTheLogIs() {
    Random random = new Random(8);
    Bytes model =
        Bytes.join(
            HEADER,
            noAction(Bytes.utf8("StartupLocality\0\3")),
            event(7, 0x8000_0001, Bytes.zeros(40)),
            separator(7),
            event(4, 0x8000_0003, Bytes.zeros(40)),
            EXIT);
    for (int i = 0; i < 5_000; i++) {
      byte[] octets = model.toArray();
      for (int flips = random.nextInt(6); flips >= 0; flips--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      EventLog log = EventLog.read(Bytes.wrap(octets));
      LogReview.of(log).forEach(finding -> assertTrue(!finding.toString().isEmpty()));
      SecureBootState.of(log);
      BootChain.of(log);
    }
  }
}
