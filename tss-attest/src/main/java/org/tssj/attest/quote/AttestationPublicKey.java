package org.tssj.attest.quote;

import java.security.PublicKey;
import java.util.Optional;
import org.tssj.attest.crypto.BouncyCastle;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.RsaParms;

/**
 * The public part of an attestation key, with whatever is known of it: the more of it the TPM said
 * itself, the more a verifier checks.
 *
 * <p>That the key belongs to a genuine TPM is not in here; credential activation and certificates
 * prove it.
 */
public sealed interface AttestationPublicKey {

  /**
   * The key as {@link java.security} knows it: RSA or elliptic-curve.
   *
   * @throws IllegalArgumentException if it makes no sense: a point that is not on its curve, a
   *     modulus that is none
   * @throws UnsupportedOperationException if neither a registered security provider nor Bouncy
   *     Castle has its curve or kind
   */
  PublicKey publicKey();

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
  record Tpm20(Public publicArea) implements AttestationPublicKey {

    @Override
    public PublicKey publicKey() {
      return PublicKeys.toJava(publicArea, BouncyCastle.provider());
    }

    /** The scheme with which the key signs; empty if it leaves that to whoever asks. */
    public Optional<Scheme.Hashed> scheme() {
      Scheme scheme = Scheme.NULL;
      if (publicArea.parameters() instanceof RsaParms rsa) {
        scheme = rsa.scheme();
      } else if (publicArea.parameters() instanceof EccParms ecc) {
        scheme = ecc.scheme();
      }
      return scheme instanceof Scheme.Hashed hashed ? Optional.of(hashed) : Optional.empty();
    }
  }

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

    @Override
    public PublicKey publicKey() {
      return pubKey.toRsaPublicKey();
    }
  }
}
