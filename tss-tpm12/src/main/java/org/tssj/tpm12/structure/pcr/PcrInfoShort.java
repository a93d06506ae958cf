package org.tssj.tpm12.structure.pcr;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Codec;

/**
 * TPM_PCR_INFO_SHORT: PCRs and localities for release only. It is what TPM_Quote2 answers and
 * signs, and what guards NV areas and delegations.
 *
 * @param pcrSelection which PCRs; empty for no binding to PCRs
 * @param localityAtRelease the localities; never empty
 * @param digestAtRelease TPM_COMPOSITE_HASH, 20 octets; zeros where no PCR is selected
 * @see "TPM 1.2 Main, Part 2, 8.5 TPM_PCR_INFO_SHORT"
 */
public record PcrInfoShort(
    PcrBitmap pcrSelection, LocalitySelection localityAtRelease, Bytes digestAtRelease) {

  /** No PCR, every locality, as NV areas and delegations have it that nothing guards. */
  public static final PcrInfoShort NONE =
      new PcrInfoShort(PcrBitmap.of(), LocalitySelection.ALL, Bytes.zeros(20));

  /** TPM_PCR_INFO_SHORT: selection, localities, digest. */
  public static final Codec<PcrInfoShort> CODEC =
      struct(
          "TPM_PCR_INFO_SHORT",
          PcrInfoShort::new,
          field("pcrSelection", PcrSelection.CODEC, PcrInfoShort::pcrSelection),
          field("localityAtRelease", LocalitySelection.CODEC, PcrInfoShort::localityAtRelease),
          bytes("digestAtRelease", 20, PcrInfoShort::digestAtRelease));

  /** The binding to a composite and localities. */
  public static PcrInfoShort releasedBy(PcrComposite composite, LocalitySelection localities) {
    return new PcrInfoShort(composite.select(), localities, composite.digest());
  }
}
