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
    PCRS_NOT_COMPARED
  }

  /** As in {@code WEAK_HASH: ...}. */
  @Override
  public String toString() {
    return code + ": " + message;
  }
}
