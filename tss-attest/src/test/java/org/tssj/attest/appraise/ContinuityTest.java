package org.tssj.attest.appraise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.Statement;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.tpm20.structure.attest.ClockInfo;

class ContinuityTest {

  private static final Bytes KEY = Bytes.hex("000b").concat(Bytes.hex("11".repeat(32)));
  private static final Bytes OTHER = Bytes.hex("000b").concat(Bytes.hex("22".repeat(32)));

  private static Statement.Tpm20Quote quote(
      Bytes key, long clock, long resets, long restarts, boolean safe, long firmware) {
    return new Statement.Tpm20Quote(
        Bytes.EMPTY,
        List.of(),
        Bytes.EMPTY,
        PcrValues.NONE,
        key,
        new ClockInfo(clock, resets, restarts, safe),
        firmware);
  }

  private static Statement.Tpm20Quote quote(long clock, long resets, long restarts, boolean safe) {
    return quote(KEY, clock, resets, restarts, safe, 7);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 5, 2, true,   1500, 5, 2, true,  SAME_BOOT, 0, 0",
    "1000, 5, 2, true,   1000, 5, 2, true,  SAME_BOOT, 0, 0",
    "1000, 5, 2, true,   1500, 5, 3, true,  RESTARTED, 0, 1",
    "1000, 5, 2, true,   1500, 5, 6, false, RESTARTED, 0, 4",
    "1000, 5, 2, true,   1500, 6, 0, true,  RESET, 1, 0",
    "1000, 5, 2, true,   1500, 8, 1, true,  RESET, 3, 0",
    // Without an orderly shutdown the clock falls back to what was last saved, and says so.
    "1000, 5, 2, true,    900, 6, 0, false, RESET, 1, 0",
    "1000, 5, 2, true,    900, 5, 3, false, RESTARTED, 0, 1",
    // The same counters, and an older clock.
    "1000, 5, 2, true,    999, 5, 2, true,  CLOCK_WENT_BACK, 0, 0",
    "1000, 5, 2, true,    999, 5, 2, false, CLOCK_WENT_BACK, 0, 0",
    "1000, 5, 2, true,   1500, 5, 1, true,  CLOCK_WENT_BACK, 0, 0",
    "1000, 5, 2, true,    900, 5, 3, true,  CLOCK_WENT_BACK, 0, 0",
    // TPM2_Clear sets clock, resetCount and restartCount to zero.
    "1000, 5, 2, true,     10, 0, 0, true,  CLEARED, 0, 0",
    "1000, 5, 2, true,   9000, 4, 0, true,  CLEARED, 0, 0",
    "1000, 5, 2, true,    800, 9, 0, true,  CLEARED, 0, 0",
    // Disguised counters wrap around.
    "1000, 4294967295, 4294967295, true, 1500, 4294967295, 0, true, RESTARTED, 0, 1",
    "1000, 4294967294, 7, true, 1500, 1, 9, true, RESET, 3, 0",
    // Clocks have 64 bits without a sign.
    "9223372036854775807, 5, 2, true, -9223372036854775807, 5, 2, true, SAME_BOOT, 0, 0"
  })
  void saysWhatHappened(
      long clock,
      long resets,
      long restarts,
      boolean safe,
      long laterClock,
      long laterResets,
      long laterRestarts,
      boolean laterSafe,
      Continuity.Change change,
      long resetsBetween,
      long restartsBetween) {
    Continuity found =
        Continuity.of(
            quote(clock, resets, restarts, safe),
            quote(laterClock, laterResets, laterRestarts, laterSafe));
    assertEquals(change, found.change(), found::message);
    assertEquals(resetsBetween, found.resets());
    assertEquals(restartsBetween, found.restarts());
    assertEquals(laterSafe, found.safe());
    assertFalse(found.firmwareChanged());
  }

  @Test
  void tellsTheTimeBetweenWhereTheClockSaysIt() {
    Statement.Tpm20Quote earlier = quote(1000, 5, 2, true);
    assertEquals(OptionalLong.of(500), Continuity.of(earlier, quote(1500, 5, 2, true)).elapsed());
    assertEquals(OptionalLong.of(500), Continuity.of(earlier, quote(1500, 6, 0, true)).elapsed());
    assertEquals(OptionalLong.empty(), Continuity.of(earlier, quote(1500, 6, 0, false)).elapsed());
    assertEquals(OptionalLong.empty(), Continuity.of(earlier, quote(900, 6, 0, false)).elapsed());
  }

  @Test
  void saysThatTheFirmwareIsAnother() {
    Continuity found =
        Continuity.of(
            quote(KEY, 1000, 5, 2, true, 7), quote(KEY, 1500, 6, 0, true, 0x8000_0000_0000_0000L));
    assertTrue(found.firmwareChanged());
    assertEquals(
        "the machine was reset, times: 1; the TPM's firmware has another version", found.message());
  }

  @Test
  void doesNotCompareTwoKeys() {
    Continuity found = Continuity.of(quote(1000, 5, 2, true), quote(OTHER, 1500, 5, 2, true, 8));
    assertEquals(Continuity.Change.OTHER_KEY, found.change());
    assertFalse(found.firmwareChanged());
  }
}
