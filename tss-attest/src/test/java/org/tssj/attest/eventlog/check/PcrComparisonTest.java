package org.tssj.attest.eventlog.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.attest.eventlog.LogBytes.HEADER;
import static org.tssj.attest.eventlog.LogBytes.SHA1_A;
import static org.tssj.attest.eventlog.LogBytes.SHA256_A;
import static org.tssj.attest.eventlog.LogBytes.event;
import static org.tssj.attest.eventlog.LogBytes.noAction;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

class PcrComparisonTest {

  private static final Bank BANK = Bank.SHA256;
  private static final Bytes B = Bytes.hex("b2".repeat(32));
  // head -c 4 /dev/zero | sha256sum
  private static final Bytes SEPARATOR =
      Bytes.hex("df3f619804a92fdb4057192dc43dd748ea778adc52bc498ce80524c014b81119");
  private static final Bytes ZEROS = Bytes.zeros(32);

  private static Bytes measured(int pcr, Bytes digest) {
    return event(pcr, 5, SHA1_A, digest, Bytes.utf8("x"));
  }

  /** PCR 0 and PCR 17 with SHA256_A and then B. */
  private static final EventLog LOG =
      EventLog.read(
          Bytes.join(
              HEADER,
              measured(0, SHA256_A),
              measured(0, B),
              measured(17, SHA256_A),
              measured(17, B)));

  private static Bytes extended(Bytes start, Bytes... digests) {
    Bytes value = start;
    for (Bytes digest : digests) {
      value = BANK.extend(value, digest);
    }
    return value;
  }

  private static PcrComparison.Result compare(EventLog log, int pcr, Bytes value) {
    return PcrComparison.of(log, PcrValues.of(BANK, pcr, value)).results().get(0);
  }

  private static Bytes ones() {
    return Bytes.hex("ff".repeat(32));
  }

  @Nested
  class Explains {
    @Test
    void aValueThatTheLogReplaysTo() {
      PcrComparison.Result result = compare(LOG, 0, extended(ZEROS, SHA256_A, B));
      assertEquals(PcrComparison.State.MATCH, result.state());
      assertTrue(result.isExplained());
    }

    @Test
    void aPcrThatNobodyTouched() {
      assertEquals(PcrComparison.State.AT_START, compare(LOG, 5, ZEROS).state());
      assertEquals(PcrComparison.State.AT_START, compare(LOG, 18, ones()).state());
      assertTrue(compare(LOG, 18, ones()).isExplained());
    }
  }

  @Nested
  class SaysWhyNot {
    private void because(PcrComparison.State state, String message, PcrComparison.Result result) {
      assertEquals(state, result.state());
      assertEquals(message, result.message());
      assertFalse(result.isExplained());
    }

    @Test
    void theBankWasCapped() {
      because(
          PcrComparison.State.CAPPED,
          "PCR 0 of the sha256 bank is what the log says with zeros extended after it: the bank was"
              + " capped",
          compare(LOG, 0, extended(ZEROS, SHA256_A, B, ZEROS)));
      because(
          PcrComparison.State.CAPPED,
          "PCR 8 of the sha256 bank had nothing but zeros extended into it: the bank was capped",
          compare(LOG, 8, extended(ZEROS, ZEROS)));
      assertEquals(
          Set.of(BANK),
          PcrComparison.of(LOG, PcrValues.of(BANK, 8, extended(ZEROS, ZEROS))).cappedBanks());
    }

    @Test
    void theLastEventsWereNotExtended() {
      because(
          PcrComparison.State.PREFIX,
          "PCR 0 of the sha256 bank is what it was after event 1 EV_ACTION: the 1 events behind it"
              + " were not extended",
          compare(LOG, 0, extended(ZEROS, SHA256_A)));
      because(
          PcrComparison.State.PREFIX,
          "PCR 0 of the sha256 bank is where it starts: none of the 2 events was extended",
          compare(LOG, 0, ZEROS));
    }

    @Test
    void thePcrStartsOtherwise() {
      because(
          PcrComparison.State.OTHER_START,
          "PCR 0 of the sha256 bank is what the log says if it starts otherwise: startup from"
              + " locality 3",
          compare(LOG, 0, extended(Bytes.zeros(31).concat(Bytes.hex("03")), SHA256_A, B)));
      EventLog locality =
          EventLog.read(
              Bytes.join(
                  HEADER, noAction(Bytes.utf8("StartupLocality\0\3")), measured(0, SHA256_A)));
      because(
          PcrComparison.State.OTHER_START,
          "PCR 0 of the sha256 bank is what the log says if it starts otherwise: zeros",
          compare(locality, 0, extended(ZEROS, SHA256_A)));
    }

    @Test
    void anEventIsTooMany() {
      because(
          PcrComparison.State.EVENT_TOO_MANY,
          "PCR 0 of the sha256 bank is what the log says without event 1 EV_ACTION",
          compare(LOG, 0, extended(ZEROS, B)));
    }

    @Test
    void nothingWasLaunched() {
      because(
          PcrComparison.State.NOT_LAUNCHED,
          "PCR 17 of the sha256 bank is at ones: nothing was launched",
          compare(LOG, 17, ones()));
    }

    @Test
    void theLogKnowsNothingOfThePcr() {
      because(
          PcrComparison.State.ABSENT_FROM_LOG,
          "PCR 10 of the sha256 bank was extended, and the log has no event of it",
          compare(LOG, 10, extended(ZEROS, B)));
    }

    @Test
    void somethingElseWasMeasured() {
      Bytes other = Bytes.hex("c3".repeat(32));
      assertEquals(
          PcrComparison.State.UNEXPLAINED,
          compare(LOG, 0, extended(ZEROS, SHA256_A, B, other)).state());
      assertEquals(
          PcrComparison.State.UNEXPLAINED,
          compare(LOG, 0, extended(ZEROS, SHA256_A, other)).state());
    }

    @Test
    void somethingKnownWasExtendedOnceMore() {
      because(
          PcrComparison.State.EXTENDED_AFTER,
          "PCR 0 of the sha256 bank is what the log says with one extend too many at its end: event"
              + " 1 EV_ACTION once more",
          compare(LOG, 0, extended(ZEROS, SHA256_A, B, SHA256_A)));
      because(
          PcrComparison.State.EXTENDED_AFTER,
          "PCR 0 of the sha256 bank is what the log says with one extend too many at its end: a"
              + " separator",
          compare(LOG, 0, extended(ZEROS, SHA256_A, B, SEPARATOR)));
    }

    @Test
    void aSeparatorIsMissingInTheLog() {
      because(
          PcrComparison.State.EVENT_MISSING,
          "PCR 0 of the sha256 bank is what the log says with a separator before event 2 EV_ACTION,"
              + " which is missing in it",
          compare(LOG, 0, extended(ZEROS, SHA256_A, SEPARATOR, B)));
    }

    @Test
    void theLogIsTooLongToSayWhyForEachPcr() {
      Bytes[] ofEveryPcr = new Bytes[24];
      PcrValues values = PcrValues.NONE;
      for (int pcr = 0; pcr < 24; pcr++) {
        ofEveryPcr[pcr] = measured(pcr, SHA256_A);
        values = values.with(BANK, pcr, B);
      }
      Bytes[] events = new Bytes[1000];
      Arrays.fill(events, Bytes.join(ofEveryPcr));
      PcrComparison comparison =
          PcrComparison.of(EventLog.read(HEADER.concat(Bytes.join(events))), values);
      assertTrue(
          comparison.results().get(0).message().endsWith("or an event of the log was changed"));
      because(
          PcrComparison.State.UNEXPLAINED,
          "PCR 23 of the sha256 bank is not what the log says, which is too long to say why",
          comparison.results().get(23));
    }
  }
}
