package org.tssj.attest.identity.platform;

/**
 * Why a platform certificate is not trusted.
 *
 * @param code for programs; never changes its meaning
 * @param message for people
 */
public record PlatformReason(Code code, String message) {

  /** The kinds of reasons. */
  public enum Code {
    /** It is not valid at the time asked about. */
    NOT_VALID_NOW,
    /** The signer's certificate is not that of who is said to have issued it. */
    ISSUER_DIFFERS,
    /** The signer's certificate does not lead to a root, for a reason of its chain. */
    ISSUER_NOT_TRUSTED,
    /** The signature is not the signer's over exactly these octets. */
    SIGNATURE_INVALID,
    /** It is about another TPM than the one with this endorsement certificate. */
    HOLDER_DIFFERS,
    /** A critical extension that is not understood here. */
    CRITICAL_EXTENSION
  }

  /** As in {@code HOLDER_DIFFERS: ...}. */
  @Override
  public String toString() {
    return code + ": " + message;
  }
}
