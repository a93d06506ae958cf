package org.tssj.attest;

/**
 * What a verifier saw and did not object to.
 *
 * @param code for programs; never changes its meaning
 * @param message for people
 */
public record Advice(Code code, String message) {

  /** The kinds of advice. */
  public enum Code {
    /** The key came without attributes: that a TPM guards it has to be known from elsewhere. */
    KEY_ATTRIBUTES_UNKNOWN,
    /** No nonce was asked for: the quote may be of any age. */
    NO_NONCE,
    /** The signature uses a hash with known collisions. */
    WEAK_HASH,
    /** The clock may have been higher before: it may not be used to order quotes. */
    CLOCK_NOT_SAFE,
    /** No PCR value was expected: the quote is authentic and fresh, and that is all. */
    PCRS_NOT_COMPARED,
    /** A quoted PCR was extended by somebody whose log is not here: nobody can say with what. */
    PCR_NOT_EXPLAINED,
    /** What the event log says of PCRs that are not quoted is not proven. */
    LOG_PARTLY_PROVEN,
    /** What is wrong with a log or list, and was said to be tolerable. */
    FINDING_TOLERATED,
    /** The end of the measurement list is younger than the quote: not proven, and not judged. */
    IMA_PARTLY_PROVEN,
    /** Whether the measurement list is of the same boot as the firmware's PCRs cannot be told. */
    BOOT_AGGREGATE_NOT_CHECKED
  }

  /** As in {@code WEAK_HASH: ...}. */
  @Override
  public String toString() {
    return code + ": " + message;
  }
}
