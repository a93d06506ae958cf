package org.tssj.attest.identity.registration;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.tssj.attest.crypto.BouncyCastle;
import org.tssj.attest.crypto.KeyEquality;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;

/** The public part of an endorsement key and what the TPM has with it. Nothing of it is proven. */
public sealed interface EndorsementKey {

  /** Which family the TPM is of. */
  Family family();

  /** The manufacturer's certificate, with padding and header as NV storage has it. */
  Optional<Bytes> certificate();

  /** Certificates of the issuers, one behind the other, as some TPMs have them; may be empty. */
  Bytes issuers();

  /**
   * The key as {@link java.security} knows it.
   *
   * @throws IllegalArgumentException if it makes no sense
   * @throws UnsupportedOperationException if its kind or curve is not known here
   */
  PublicKey publicKey();

  /**
   * Whether a certificate is for this key.
   *
   * @throws IllegalArgumentException if this key makes no sense
   */
  default boolean isKeyOf(Certificate certificate) {
    return KeyEquality.same(certificate.publicKey(), publicKey());
  }

  /**
   * Of a TPM 2.0.
   *
   * @param publicArea of the key, as TPM2_CreatePrimary answers it
   * @param certificate what stands in the index of its template
   * @param issuers what stands in the indices from 0x01c00100 on
   */
  record Tpm20(Public publicArea, Optional<Bytes> certificate, Bytes issuers)
      implements EndorsementKey {

    @Override
    public Family family() {
      return Family.TPM20;
    }

    @Override
    public PublicKey publicKey() {
      return PublicKeys.toJava(publicArea, BouncyCastle.provider());
    }
  }

  /**
   * Of a TPM 1.2.
   *
   * @param pubKey the key
   * @param certificate what stands in the index TPM_NV_INDEX_EKCert
   */
  record Tpm12(PubKey pubKey, Optional<Bytes> certificate) implements EndorsementKey {

    /**
     * The key in a certificate, for who may not ask the TPM.
     *
     * @throws WireException if it is no certificate of an RSA key
     */
    public static Tpm12 certified(Bytes certificate) {
      PublicKey key = Certificate.read(certificate).publicKey();
      if (!(key instanceof RSAPublicKey rsa)) {
        throw WireException.refused("must certify an RSA key", 0, key.getAlgorithm())
            .within("certificate");
      }
      return new Tpm12(encrypting(rsa), Optional.of(certificate));
    }

    /** As every endorsement key encrypts: with OAEP. */
    public static PubKey encrypting(RSAPublicKey key) {
      return PubKey.of(key, EncScheme.RSAESOAEP_SHA1_MGF1, SigScheme.NONE);
    }

    @Override
    public Family family() {
      return Family.TPM12;
    }

    @Override
    public Bytes issuers() {
      return Bytes.EMPTY;
    }

    @Override
    public PublicKey publicKey() {
      return pubKey.toRsaPublicKey();
    }
  }
}
