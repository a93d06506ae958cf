package org.tssj.tpm12.structure.pcr;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Codec;

/**
 * TPM_PCR_INFO_LONG: the PCRs and localities a key or sealed data is bound to.
 *
 * <p>On the way to the TPM {@code localityAtCreation} and {@code digestAtCreation} are ignored; the
 * TPM fills them in.
 *
 * @param localityAtCreation the locality it was made from
 * @param localityAtRelease the localities it may be used from; never empty
 * @param creationPcrSelection which PCRs {@code digestAtCreation} is about
 * @param releasePcrSelection which PCRs {@code digestAtRelease} is about
 * @param digestAtCreation TPM_COMPOSITE_HASH they had when it was made, 20 octets
 * @param digestAtRelease TPM_COMPOSITE_HASH they must have for use, 20 octets
 * @see "TPM 1.2 Main, Part 2, 8.4 TPM_PCR_INFO_LONG"
 */
public record PcrInfoLong(
    LocalitySelection localityAtCreation,
    LocalitySelection localityAtRelease,
    PcrBitmap creationPcrSelection,
    PcrBitmap releasePcrSelection,
    Bytes digestAtCreation,
    Bytes digestAtRelease)
    implements PcrBinding {

  /** TPM_PCR_INFO_LONG: tag 0x0006, localities, selections, digests. */
  public static final Codec<PcrInfoLong> CODEC =
      struct(
          "TPM_PCR_INFO_LONG",
          PcrInfoLong::new,
          after(
              constant("tag", "0006"),
              field(
                  "localityAtCreation", LocalitySelection.CODEC, PcrInfoLong::localityAtCreation)),
          field("localityAtRelease", LocalitySelection.CODEC, PcrInfoLong::localityAtRelease),
          field("creationPCRSelection", PcrSelection.CODEC, PcrInfoLong::creationPcrSelection),
          field("releasePCRSelection", PcrSelection.CODEC, PcrInfoLong::releasePcrSelection),
          bytes("digestAtCreation", 20, PcrInfoLong::digestAtCreation),
          bytes("digestAtRelease", 20, PcrInfoLong::digestAtRelease));

  /**
   * The binding to a composite and localities, for a key or data to be made. The same PCRs are
   * noted at its creation.
   */
  public static PcrInfoLong releasedBy(PcrComposite composite, LocalitySelection localities) {
    return new PcrInfoLong(
        LocalitySelection.ZERO,
        localities,
        composite.select(),
        composite.select(),
        Bytes.zeros(20),
        composite.digest());
  }

  @Override
  public PcrBitmap releaseSelection() {
    return releasePcrSelection;
  }
}
