package org.tssj.attest.appraise;

import java.util.OptionalLong;
import org.tssj.attest.Statement;
import org.tssj.tpm20.structure.attest.ClockInfo;

/**
 * What happened to a machine between two quotes of one attestation key, both proven and fresh, by
 * the clock and the counters of its TPM 2.0.
 *
 * <p>For a key outside of the endorsement and platform hierarchies the TPM adds numbers to
 * resetCount, restartCount and firmwareVersion, always the same ones for the same key, so that two
 * keys do not give a machine away. Differences are as they were; the numbers themselves mean
 * nothing, and wrap around. That is why only differences are told here.
 *
 * @param change what happened
 * @param resets how often the machine was reset, where {@link #change} is {@code RESET}; else 0
 * @param restarts how often it was restarted or resumed since the last reset, where {@link #change}
 *     is {@code RESTARTED}; else 0
 * @param elapsed milliseconds by the TPM's clock; empty where the clocks cannot be compared. The
 *     clock stands still without power, and its owner may set it forward
 * @param firmwareChanged whether the TPM's firmware has another version now
 * @param safe whether the later quote's clock is said to be higher than every one before it
 * @param message for people
 * @see "TPM 2.0 Library, Part 1, 36 Timing Components; Part 2, 10.11 Clock/Counter Structures"
 */
public record Continuity(
    Change change,
    long resets,
    long restarts,
    OptionalLong elapsed,
    boolean firmwareChanged,
    boolean safe,
    String message) {

  /** What may have happened. */
  public enum Change {
    /** Nothing: the machine runs since. PCRs were extended, and no more. */
    SAME_BOOT,
    /** It slept (TPM Resume), or started again without a reset of its TPM (TPM Restart). */
    RESTARTED,
    /** It was reset: all PCRs began anew. */
    RESET,
    /** TPM2_Clear: the counters or the clock began anew, and the owner's keys are gone. */
    CLEARED,
    /**
     * The later quote is older than the earlier one by a clock that cannot go back: they are in the
     * wrong order, or the TPM is not to be trusted.
     */
    CLOCK_WENT_BACK,
    /** They are of two keys, and cannot be compared. */
    OTHER_KEY
  }

  private static final long MODULUS = 1L << 32;

  /** Compares two quotes, the earlier one first. */
  public static Continuity of(Statement.Tpm20Quote earlier, Statement.Tpm20Quote later) {
    ClockInfo before = earlier.clockInfo();
    ClockInfo now = later.clockInfo();
    boolean sameKey = earlier.qualifiedSigner().equals(later.qualifiedSigner());
    Change change = sameKey ? change(before, now) : Change.OTHER_KEY;
    long resets = change == Change.RESET ? difference(before.resetCount(), now.resetCount()) : 0;
    long restarts =
        change == Change.RESTARTED ? difference(before.restartCount(), now.restartCount()) : 0;
    boolean firmware = sameKey && earlier.firmwareVersion() != later.firmwareVersion();
    return new Continuity(
        change,
        resets,
        restarts,
        elapsed(change, before, now),
        firmware,
        now.safe(),
        words(change, resets, restarts, before, now)
            + (firmware ? "; the TPM's firmware has another version" : "")
            + (now.safe() ? "" : "; the clock may have been higher before a loss of power"));
  }

  private static Change change(ClockInfo before, ClockInfo now) {
    boolean back = Long.compareUnsigned(now.clock(), before.clock()) < 0;
    long resets = difference(before.resetCount(), now.resetCount());
    long restarts = difference(before.restartCount(), now.restartCount());
    if (resets < 0) {
      return Change.CLEARED;
    }
    // spec| safe: no value of clock greater than this one was reported (Part 2, 10.11.1); only
    // spec| TPM2_Clear sets it back to zero (Part 3, 24.6)
    boolean cleared = back && now.safe();
    if (resets > 0) {
      return cleared ? Change.CLEARED : Change.RESET;
    }
    if (restarts < 0 || restarts == 0 && back || cleared) {
      return Change.CLOCK_WENT_BACK;
    }
    return restarts > 0 ? Change.RESTARTED : Change.SAME_BOOT;
  }

  /** The difference of two counters of 32 bits that may have wrapped around: the nearer way. */
  private static long difference(long before, long now) {
    long forward = Math.floorMod(now - before, MODULUS);
    return forward < MODULUS / 2 ? forward : forward - MODULUS;
  }

  private static OptionalLong elapsed(Change change, ClockInfo before, ClockInfo now) {
    boolean forward = Long.compareUnsigned(now.clock(), before.clock()) >= 0;
    return switch (change) {
      case SAME_BOOT -> OptionalLong.of(now.clock() - before.clock());
      case RESTARTED, RESET ->
          forward && now.safe()
              ? OptionalLong.of(now.clock() - before.clock())
              : OptionalLong.empty();
      case CLEARED, CLOCK_WENT_BACK, OTHER_KEY -> OptionalLong.empty();
    };
  }

  private static String words(
      Change change, long resets, long restarts, ClockInfo before, ClockInfo now) {
    return switch (change) {
      case SAME_BOOT ->
          "the machine runs since: "
              + Long.toUnsignedString(now.clock() - before.clock())
              + " ms by the TPM's clock";
      case RESTARTED -> "the machine slept or was restarted, times: " + restarts;
      case RESET -> "the machine was reset, times: " + resets;
      case CLEARED ->
          "the TPM was cleared: its counters or its clock began anew, and keys of the owner are"
              + " gone";
      case CLOCK_WENT_BACK ->
          "the clock went back from "
              + Long.toUnsignedString(before.clock())
              + " to "
              + Long.toUnsignedString(now.clock())
              + " ms, which it cannot: the quotes are in the wrong order, or the TPM is not to be"
              + " trusted";
      case OTHER_KEY -> "the quotes are of two keys, whose counters cannot be compared";
    };
  }
}
