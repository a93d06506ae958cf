package org.tssj.tpm12.structure.attest;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;

/**
 * TPM_CERTIFY_INFO or TPM_CERTIFY_INFO2: what a TPM signs about a key. TPM_CertifyKey answers the
 * second for a key that is bound to localities, else the first.
 */
public sealed interface KeyCertification permits CertifyInfo, CertifyInfo2 {

  /** Either form, told apart by the tag. */
  Codec<KeyCertification> CODEC =
      Codecs.byTag(
          "TPM_CERTIFY_INFO or TPM_CERTIFY_INFO2",
          0x0029,
          CertifyInfo2.class,
          CertifyInfo2.CODEC,
          CertifyInfo.class,
          CertifyInfo.CODEC);

  /** What the key is for. */
  KeyUsage keyUsage();

  /** How it may leave its TPM. */
  KeyFlags keyFlags();

  /** When it wants its secret. */
  AuthDataUsage authDataUsage();

  /** Algorithm, schemes and size. */
  KeyParms algorithmParms();

  /** SHA-1 of the modulus alone, 20 octets. */
  Bytes pubkeyDigest();

  /** The verifier's nonce, 20 octets. */
  Bytes data();

  /** Whether a parent of the key is bound to PCRs. */
  boolean parentPcrStatus();
}
