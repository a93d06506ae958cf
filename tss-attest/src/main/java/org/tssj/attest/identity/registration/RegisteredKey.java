package org.tssj.attest.identity.registration;

import java.security.PublicKey;
import java.util.Optional;
import org.tssj.attest.identity.certificate.EndorsementCertificate;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bytes;

/**
 * An attestation key that lives in a TPM with a trusted endorsement key: quotes that it signs are
 * that TPM's.
 *
 * @param key the attestation key
 * @param name its Name on a TPM 2.0, the SHA-1 of its TPM_PUBKEY on a TPM 1.2
 * @param endorsementKey the TPM's
 * @param certificate of the endorsement key, verified; empty if the key was known otherwise
 */
public record RegisteredKey(
    AttestationPublicKey key,
    Bytes name,
    PublicKey endorsementKey,
    Optional<EndorsementCertificate> certificate) {

  /**
   * The key of a request, with what was found out about it.
   *
   * @throws IllegalArgumentException if its TPM does not describe it, or the endorsement key makes
   *     no sense
   */
  public static RegisteredKey of(
      RegistrationRequest request, Optional<EndorsementCertificate> certificate) {
    return new RegisteredKey(
        request.key(), name(request.key()), request.endorsementKey().publicKey(), certificate);
  }

  /** What the TPM calls the key. */
  static Bytes name(AttestationPublicKey key) {
    if (key instanceof AttestationPublicKey.Tpm20 tpm20) {
      return tpm20.publicArea().name();
    }
    if (key instanceof AttestationPublicKey.Tpm12 tpm12) {
      return tpm12.pubKey().digest();
    }
    throw new IllegalArgumentException("a key without its TPM's description has no name");
  }
}
