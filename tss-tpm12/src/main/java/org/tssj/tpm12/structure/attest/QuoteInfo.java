package org.tssj.tpm12.structure.attest;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.pcr.PcrComposite;

/**
 * TPM_QUOTE_INFO: what a TPM 1.2 signs when it executes TPM_Quote. Always 48 octets.
 *
 * <p>The TPM does not send it: the verifier puts it together from the composite and its own nonce.
 *
 * @param version 1.1.0.0; TPMs of version 1.1 write their own revision
 * @param digestValue TPM_COMPOSITE_HASH of the PCRs, 20 octets
 * @param externalData the verifier's nonce, 20 octets
 * @see "TPM 1.2 Main, Part 2, 11.3 TPM_QUOTE_INFO"
 */
public record QuoteInfo(StructVer version, Bytes digestValue, Bytes externalData) {

  /** TPM_QUOTE_INFO: version, QUOT, composite hash, nonce. */
  public static final Codec<QuoteInfo> CODEC =
      struct(
          "TPM_QUOTE_INFO",
          QuoteInfo::new,
          field("version", StructVer.CODEC, QuoteInfo::version),
          after(constant("fixed", "51554f54"), bytes("digestValue", 20, QuoteInfo::digestValue)),
          bytes("externalData", 20, QuoteInfo::externalData));

  /**
   * What a TPM signs when these PCRs have these values.
   *
   * @param externalData the verifier's nonce, 20 octets
   */
  public static QuoteInfo of(PcrComposite composite, Bytes externalData) {
    return new QuoteInfo(StructVer.V1_1, composite.digest(), externalData);
  }
}
