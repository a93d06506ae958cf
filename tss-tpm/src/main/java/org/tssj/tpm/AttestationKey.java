package org.tssj.tpm;

import java.security.PublicKey;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;

/**
 * An attestation key outside its TPM: what another process needs to use it again, and what a
 * verifier needs to trust it. The private part is encrypted by the TPM.
 *
 * @param family which kind of TPM made it
 * @param publicArea TPM 2.0: TPM2B_PUBLIC; TPM 1.2: TPM_PUBKEY
 * @param privateArea TPM 2.0: TPM2B_PRIVATE; TPM 1.2: the whole TPM_KEY, with its encrypted part
 * @param publicKey the public key for verifiers
 */
public record AttestationKey(
    Family family, Bytes publicArea, Bytes privateArea, PublicKey publicKey) {

  /**
   * A key of a TPM 2.0 from what was kept of it.
   *
   * @param publicArea TPM2B_PUBLIC
   * @param privateArea TPM2B_PRIVATE
   * @throws org.tssj.core.wire.WireException if the public area is none
   * @throws IllegalArgumentException if it is no asymmetric key
   */
  public static AttestationKey ofTpm20(Bytes publicArea, Bytes privateArea) {
    return new AttestationKey(
        Family.TPM20,
        publicArea,
        privateArea,
        PublicKeys.toJava(Public.SIZED_CODEC.decode(publicArea)));
  }

  /**
   * A key of a TPM 1.2 from what was kept of it.
   *
   * @param key the whole TPM_KEY
   * @throws org.tssj.core.wire.WireException if it is none
   * @throws IllegalArgumentException if it is no RSA key
   */
  public static AttestationKey ofTpm12(Bytes key) {
    PubKey publicPart = TpmKey.CODEC.decode(key).toPubKey();
    return new AttestationKey(
        Family.TPM12, PubKey.CODEC.encode(publicPart), key, publicPart.toRsaPublicKey());
  }

  /**
   * The public part as a verifier takes it, with what the TPM says of the key.
   *
   * @throws org.tssj.core.wire.WireException if the areas are not what they claim to be
   */
  public AttestationPublicKey forVerifiers() {
    return switch (family) {
      case TPM20 -> new AttestationPublicKey.Tpm20(Public.SIZED_CODEC.decode(publicArea));
      case TPM12 -> AttestationPublicKey.Tpm12.of(TpmKey.CODEC.decode(privateArea));
    };
  }
}
