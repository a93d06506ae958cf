package org.tssj.tpm12.structure.pcr;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPM_PCR_ATTRIBUTES: who may reset and extend one PCR.
 *
 * @param pcrReset whether TPM_PCR_Reset may reset it at all
 * @param pcrExtendLocal the localities that may extend it
 * @param pcrResetLocal the localities that may reset it
 * @see "TPM 1.2 Main, Part 2, 8.8 TPM_PCR_ATTRIBUTES"
 */
public record PcrAttributes(
    boolean pcrReset, LocalitySelection pcrExtendLocal, LocalitySelection pcrResetLocal) {

  /** TPM_PCR_ATTRIBUTES: three octets. */
  public static final Codec<PcrAttributes> CODEC =
      struct(
          "TPM_PCR_ATTRIBUTES",
          PcrAttributes::new,
          bool("pcrReset", PcrAttributes::pcrReset),
          field("pcrExtendLocal", LocalitySelection.CODEC, PcrAttributes::pcrExtendLocal),
          field("pcrResetLocal", LocalitySelection.CODEC, PcrAttributes::pcrResetLocal));
}
