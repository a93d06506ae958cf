package org.tssj.tpm;

import java.security.PublicKey;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.structure.object.Public;

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
