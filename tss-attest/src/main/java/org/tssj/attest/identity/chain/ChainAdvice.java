package org.tssj.attest.identity.chain;

/**
 * What was seen in a chain and not objected to.
 *
 * @param code for programs; never changes its meaning
 * @param message for people
 */
public record ChainAdvice(Code code, String message) {

  /** The kinds of advice. */
  public enum Code {
    /** A certificate is past its end, and that was allowed. */
    EXPIRED,
    /** A signature rests on SHA-1, for which collisions can be made. */
    WEAK_HASH,
    /** No revocation list was given for an issuer. */
    REVOCATION_UNKNOWN,
    /** A revocation list was given that could not be used, and why. */
    REVOCATION_LIST_UNUSED,
    /** The certificate does not say what it is for. */
    PURPOSE_UNKNOWN
  }

  /** As in {@code WEAK_HASH: ...}. */
  @Override
  public String toString() {
    return code + ": " + message;
  }
}
