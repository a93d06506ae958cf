package org.tssj.attest.quote;

import java.security.PublicKey;
import java.util.Optional;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.structure.object.Public;

/**
 * The public part of an attestation key, with whatever is known of it: the more of it the TPM said
 * itself, the more a verifier checks.
 *
 * <p>That the key belongs to a genuine TPM is not in here; credential activation and certificates
 * prove it.
 */
public sealed interface AttestationPublicKey {

  /**
   * Nothing but numbers, from a PEM file or a certificate. Whether a TPM guards the private part,
   * and what it lets the key sign, has to be known from elsewhere.
   *
   * @param publicKey RSA or elliptic-curve
   */
  record Plain(PublicKey publicKey) implements AttestationPublicKey {}

  /**
   * A key of a TPM 2.0.
   *
   * @param publicArea with its attributes and scheme, which are checked
   */
  record Tpm20(Public publicArea) implements AttestationPublicKey {}

  /**
   * A key of a TPM 1.2.
   *
   * @param pubKey with its signature scheme, which is checked
   * @param usage what the key may be used for, checked where it is known: a TPM_PUBKEY does not
   *     say, a TPM_KEY does
   */
  record Tpm12(PubKey pubKey, Optional<KeyUsage> usage) implements AttestationPublicKey {

    /** The public part of a key blob. */
    public static Tpm12 of(TpmKey key) {
      return new Tpm12(key.toPubKey(), Optional.of(key.keyUsage()));
    }
  }
}
