package org.tssj.tpm20.command;

/**
 * What a policy session has to show when it authorises something, beside the policy itself.
 *
 * @see "TPM 2.0 Library, Part 1, 19.7 Enhanced Authorization"
 */
public enum PolicyProof {
  /** Nothing: the policy says it all. */
  NOTHING,
  /** The auth value of what it authorises, in the key of the HMAC (TPM2_PolicyAuthValue). */
  AUTH_VALUE,
  /** The auth value itself, where the HMAC stands (TPM2_PolicyPassword). */
  PASSWORD
}
