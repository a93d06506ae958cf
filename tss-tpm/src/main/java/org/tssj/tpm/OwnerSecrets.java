package org.tssj.tpm;

import org.tssj.core.AuthValue;

/**
 * The auth values that taking ownership sets.
 *
 * @param owner of the owner: the storage hierarchy of a TPM 2.0, the owner of a TPM 1.2
 * @param endorsement of the endorsement hierarchy; a TPM 1.2 has none and ignores it
 * @param lockout of lockout, which can clear a TPM 2.0; a TPM 1.2 has none and ignores it
 * @param storageRoot of the storage root key. Others who use the TPM expect it to be well known:
 *     empty on a TPM 2.0, 20 octets of zero on a TPM 1.2
 */
public record OwnerSecrets(
    AuthValue owner, AuthValue endorsement, AuthValue lockout, AuthValue storageRoot) {

  /** One secret for owner, endorsement and lockout; the storage root key stays well known. */
  public static OwnerSecrets of(AuthValue secret) {
    return new OwnerSecrets(secret, secret, secret, AuthValue.EMPTY);
  }
}
