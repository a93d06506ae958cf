package org.tssj.tpm12.structure.basic;

import static org.tssj.core.wire.Fields.u8;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPM_STRUCT_VER: the version of a structure of TPM 1.1, which such structures begin with. Newer
 * ones begin with a TPM_STRUCTURE_TAG instead.
 *
 * <p>Writers put 1.1.0.0. TPMs compare the first two octets only, and some write their own revision
 * into the others, so all four are kept as they are.
 *
 * @param major 1
 * @param minor 1
 * @param revMajor 0 to 255; 0 in everything made according to the specification
 * @param revMinor 0 to 255; 0 in everything made according to the specification
 * @see "TPM 1.2 Main, Part 2, 5.1 TPM_STRUCT_VER"
 */
public record StructVer(int major, int minor, int revMajor, int revMinor) {

  /** 1.1.0.0, the version every structure with a version has. */
  public static final StructVer V1_1 = new StructVer(1, 1, 0, 0);

  /** TPM_STRUCT_VER: four octets. */
  public static final Codec<StructVer> CODEC =
      struct(
          "TPM_STRUCT_VER",
          StructVer::new,
          u8("major", StructVer::major),
          u8("minor", StructVer::minor),
          u8("revMajor", StructVer::revMajor),
          u8("revMinor", StructVer::revMinor));

  /** As in {@code 1.1.0.0}. */
  @Override
  public String toString() {
    return major + "." + minor + "." + revMajor + "." + revMinor;
  }
}
