package org.tssj.attest.identity.registration;

/**
 * Why a key is not registered.
 *
 * @param code for programs; never changes its meaning
 * @param message for people
 */
public record RegistrationReason(Code code, String message) {

  /** The kinds of reasons. */
  public enum Code {
    /** The attestation key's signature would prove nothing, for a reason of the quote verifier. */
    ATTESTATION_KEY,
    /** The two keys are said to be of different families. */
    FAMILY_DIFFERS,
    /**
     * The endorsement key is none: it does not decrypt, is not bound to its TPM, makes no sense.
     */
    ENDORSEMENT_KEY,
    /** The endorsement certificate is malformed. */
    CERTIFICATE_MALFORMED,
    /** The endorsement certificate does not lead to a root, for a reason of its chain. */
    CERTIFICATE_NOT_TRUSTED,
    /** The endorsement certificate is for another key. */
    CERTIFICATE_FOR_OTHER_KEY,
    /** There is no certificate, and the endorsement key is not one of those that are known. */
    ENDORSEMENT_KEY_UNKNOWN
  }

  /** As in {@code ENDORSEMENT_KEY_UNKNOWN: ...}. */
  @Override
  public String toString() {
    return code + ": " + message;
  }
}
