package org.tssj.tpm12.structure.pcr;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Codec;

/**
 * TPM_PCR_INFO: the PCRs a key or sealed data is bound to, in the form of TPM 1.1.
 *
 * <p>On the way to the TPM {@code digestAtCreation} is ignored; the TPM fills it in.
 *
 * @param pcrSelection which PCRs
 * @param digestAtRelease TPM_COMPOSITE_HASH they must have for use, 20 octets
 * @param digestAtCreation TPM_COMPOSITE_HASH they had when the key or data was made, 20 octets
 * @see "TPM 1.2 Main, Part 2, 8.3 TPM_PCR_INFO"
 */
public record PcrInfo(PcrBitmap pcrSelection, Bytes digestAtRelease, Bytes digestAtCreation)
    implements PcrBinding {

  /** TPM_PCR_INFO: selection, then the two digests. */
  public static final Codec<PcrInfo> CODEC =
      struct(
          "TPM_PCR_INFO",
          PcrInfo::new,
          field("pcrSelection", PcrSelection.CODEC, PcrInfo::pcrSelection),
          bytes("digestAtRelease", 20, PcrInfo::digestAtRelease),
          bytes("digestAtCreation", 20, PcrInfo::digestAtCreation));

  /** The binding to a composite, for a key or data to be made. */
  public static PcrInfo releasedBy(PcrComposite composite) {
    return new PcrInfo(composite.select(), composite.digest(), Bytes.zeros(20));
  }

  @Override
  public PcrBitmap releaseSelection() {
    return pcrSelection;
  }
}
