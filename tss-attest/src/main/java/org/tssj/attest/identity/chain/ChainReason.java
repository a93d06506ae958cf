package org.tssj.attest.identity.chain;

/**
 * Why a certificate is not trusted.
 *
 * @param code for programs; never changes its meaning
 * @param message for people: which certificate, what was expected and what was found
 */
public record ChainReason(Code code, String message) {

  /** The kinds of reasons. */
  public enum Code {
    /** A certificate or an extension of it is not what it should be. */
    MALFORMED,
    /** It is not valid yet at the time asked about. */
    NOT_YET_VALID,
    /** It is no longer valid at the time asked about. */
    EXPIRED,
    /** The certificate of who issued it is not among those given. */
    ISSUER_UNKNOWN,
    /** The signature is not that of who is said to have issued it. */
    SIGNATURE_INVALID,
    /** The signature is of an algorithm that is not checked here, or should not be trusted. */
    SIGNATURE_UNSUPPORTED,
    /** The issuer's certificate is none of an authority. */
    ISSUER_NOT_AN_AUTHORITY,
    /** There are more authorities on the way than one of them allows, or than anybody has. */
    PATH_TOO_LONG,
    /** keyUsage does not allow what the key is used for. */
    KEY_USAGE,
    /** extKeyUsage does not name what the certificate is used for. */
    PURPOSE_DIFFERS,
    /** It is an authority's, and no key of a TPM. */
    IS_AN_AUTHORITY,
    /** A critical extension that is not understood here, and so nobody may pass over. */
    CRITICAL_EXTENSION,
    /** A revocation list names it. */
    REVOKED,
    /** No usable revocation list of its issuer was given, and one was asked for. */
    REVOCATION_UNKNOWN,
    /** The key is too short to trust. */
    KEY_WEAK
  }

  /** As in {@code EXPIRED: ...}. */
  @Override
  public String toString() {
    return code + ": " + message;
  }
}
