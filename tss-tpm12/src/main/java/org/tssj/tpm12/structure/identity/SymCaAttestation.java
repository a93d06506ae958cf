package org.tssj.tpm12.structure.identity;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.countOf;
import static org.tssj.core.wire.Fields.counted;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.key.KeyParms;

/**
 * TPM_SYM_CA_ATTESTATION: the identity's certificate, encrypted with the session key of {@link
 * AsymCaContents}. The two together are a Privacy CA's answer.
 *
 * @param algorithm how it is encrypted
 * @param credential the encrypted certificate
 * @see "TPM 1.2 Main, Part 2, 12.9 TPM_SYM_CA_ATTESTATION"
 */
public record SymCaAttestation(KeyParms algorithm, Bytes credential) {

  /** TPM_SYM_CA_ATTESTATION: size of the certificate, algorithm, certificate. */
  public static final Codec<SymCaAttestation> CODEC =
      struct(
          "TPM_SYM_CA_ATTESTATION",
          SymCaAttestation::new,
          after(
              countOf("credSize", SymCaAttestation::credential),
              field("algorithm", KeyParms.CODEC, SymCaAttestation::algorithm)),
          counted("credential", SymCaAttestation::credential));
}
