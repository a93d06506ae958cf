package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.selector;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * TPMT_PUBLIC with a TPMS_DERIVE in the place of {@code unique}: the template that
 * TPM2_CreateLoaded takes when the parent is a derivation parent. Only the parent tells it from a
 * {@link Public}, so the command carries octets (TPM2B_TEMPLATE); these are what {@link #CODEC}
 * writes.
 *
 * @param nameAlg the hash of the new object's Name
 * @param objectAttributes what may be done with it
 * @param authPolicy digest of its policy, empty if it has none
 * @param parameters what it is; no RSA key can be derived
 * @param unique label and context; what is empty is taken from the sensitive data
 * @see "TPM 2.0 Library, Part 2, Table 194 TPMU_PUBLIC_ID"
 */
public record DerivationTemplate(
    AlgorithmId nameAlg,
    ObjectAttributes objectAttributes,
    Bytes authPolicy,
    PublicParms parameters,
    Derive unique) {

  /** TPMT_PUBLIC with the derive member of TPMU_PUBLIC_ID. */
  public static final Codec<DerivationTemplate> CODEC =
      struct(
          "TPMT_PUBLIC (derive)",
          DerivationTemplate::new,
          after(
              selector("type", AlgorithmId.CODEC, t -> t.parameters().type()),
              field("nameAlg", AlgorithmId.CODEC, DerivationTemplate::nameAlg)),
          field("objectAttributes", ObjectAttributes.CODEC, DerivationTemplate::objectAttributes),
          bytes16("authPolicy", DerivationTemplate::authPolicy),
          field("parameters", PublicUnions.PARMS, DerivationTemplate::parameters),
          field("unique", Derive.CODEC, DerivationTemplate::unique));
}
