package org.tssj.tpm12.structure.basic;

import static org.tssj.core.wire.Fields.u8;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPM_VERSION: the version of a TPM, as TPM_CAP_VERSION_VAL answers it.
 *
 * @param major 1
 * @param minor 2 for a TPM 1.2; 1 where TPM_CAP_VERSION answers software of TPM 1.1
 * @param revMajor the manufacturer's firmware revision
 * @param revMinor the manufacturer's firmware revision
 * @see "TPM 1.2 Main, Part 2, 5.3 TPM_VERSION"
 */
public record Version(int major, int minor, int revMajor, int revMinor) {

  /** TPM_VERSION: four octets. */
  public static final Codec<Version> CODEC =
      struct(
          "TPM_VERSION",
          Version::new,
          u8("major", Version::major),
          u8("minor", Version::minor),
          u8("revMajor", Version::revMajor),
          u8("revMinor", Version::revMinor));

  /** As in {@code 1.2.18.158}. */
  @Override
  public String toString() {
    return major + "." + minor + "." + revMajor + "." + revMinor;
  }
}
