package org.tssj.tpm12.structure.pcr;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Struct;

/**
 * TPM_PCR_SELECTION: a {@link PcrBitmap} behind its length in two octets.
 *
 * <p>The length is part of what a TPM signs: a selection of three octets and one of two that mean
 * the same PCRs give different digests. A PC's TPM takes up to three octets.
 *
 * @see "TPM 1.2 Main, Part 2, 8.1 TPM_PCR_SELECTION"
 */
public final class PcrSelection {

  private static final int MOST_OCTETS = 255;

  /** TPM_PCR_SELECTION: two octets of length, then the bitmap. */
  public static final Struct<PcrBitmap> CODEC =
      struct(
          "TPM_PCR_SELECTION",
          PcrBitmap::new,
          bytes16("pcrSelect", MOST_OCTETS, PcrBitmap::octets));

  private PcrSelection() {}
}
