package org.tssj.tpm12.structure.pcr;

import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Fields.u8;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPM_SELECT_SIZE: asks with TPM_CAP_SELECT_SIZE whether a PCR selection may have this many octets.
 *
 * @param major 1
 * @param minor 1 or 2
 * @param reqSize octets of the bitmap, 0 to 65535; a PC's TPM takes 3
 * @see "TPM 1.2 Main, Part 2, 5.18 TPM_SELECT_SIZE"
 */
public record SelectSize(int major, int minor, int reqSize) {

  /** TPM_SELECT_SIZE: four octets. */
  public static final Codec<SelectSize> CODEC =
      struct(
          "TPM_SELECT_SIZE",
          SelectSize::new,
          u8("major", SelectSize::major),
          u8("minor", SelectSize::minor),
          u16("reqSize", SelectSize::reqSize));
}
