package org.tssj.tpm12.structure.attest;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/**
 * TPM_QUOTE_INFO2: what a TPM 1.2 signs when it executes TPM_Quote2, followed by the TPM's
 * TPM_CAP_VERSION_INFO if the caller asked for that. 52 octets for a selection of three octets.
 *
 * @param externalData the verifier's nonce, 20 octets
 * @param infoShort PCRs, localities and composite hash
 * @see "TPM 1.2 Main, Part 2, 11.4 TPM_QUOTE_INFO2"
 */
public record QuoteInfo2(Bytes externalData, PcrInfoShort infoShort) {

  /** TPM_QUOTE_INFO2: tag 0x0036, QUT2, nonce, PCR information. */
  public static final Codec<QuoteInfo2> CODEC =
      struct(
          "TPM_QUOTE_INFO2",
          QuoteInfo2::new,
          after(
              constant("tag", "0036"),
              constant("fixed", "51555432"),
              bytes("externalData", 20, QuoteInfo2::externalData)),
          field("infoShort", PcrInfoShort.CODEC, QuoteInfo2::infoShort));
}
