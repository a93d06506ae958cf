package org.tssj.tpm12.structure.nv;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPM_NV_ATTRIBUTES: who may read and write an NV area, and what locks it. Without any of the
 * permissions to read everybody may read; likewise for writing. {@link Object#toString} writes the
 * names as {@code tpm_nvdefine -p} takes them.
 *
 * @param bits TPM_NV_PER_*, 32 bits as they stand on the wire
 * @see "TPM 1.2 Main, Part 2, 19.2 TPM_NV_ATTRIBUTES"
 */
public record NvAttributes(int bits) implements WireBits {

  /** No restriction. */
  public static final NvAttributes NONE = new NvAttributes(0);

  /** TPM_NV_PER_PPWRITE: writing wants physical presence. */
  public static final NvAttributes PPWRITE = new NvAttributes(1);

  /** TPM_NV_PER_OWNERWRITE: writing wants the owner's secret. */
  public static final NvAttributes OWNERWRITE = new NvAttributes(1 << 1);

  /** TPM_NV_PER_AUTHWRITE: writing wants the area's secret. */
  public static final NvAttributes AUTHWRITE = new NvAttributes(1 << 2);

  /** TPM_NV_PER_WRITEALL: it is written in one piece only. */
  public static final NvAttributes WRITEALL = new NvAttributes(1 << 12);

  /** TPM_NV_PER_WRITEDEFINE: a write of size 0 locks it for ever. */
  public static final NvAttributes WRITEDEFINE = new NvAttributes(1 << 13);

  /** TPM_NV_PER_WRITE_STCLEAR: a write of size 0 locks writing until the next start-up. */
  public static final NvAttributes WRITE_STCLEAR = new NvAttributes(1 << 14);

  /** TPM_NV_PER_GLOBALLOCK: a write to index 0 locks writing until the next start-up. */
  public static final NvAttributes GLOBALLOCK = new NvAttributes(1 << 15);

  /** TPM_NV_PER_PPREAD: reading wants physical presence. */
  public static final NvAttributes PPREAD = new NvAttributes(1 << 16);

  /** TPM_NV_PER_OWNERREAD: reading wants the owner's secret. */
  public static final NvAttributes OWNERREAD = new NvAttributes(1 << 17);

  /** TPM_NV_PER_AUTHREAD: reading wants the area's secret. */
  public static final NvAttributes AUTHREAD = new NvAttributes(1 << 18);

  /** TPM_NV_PER_READ_STCLEAR: a read of size 0 locks reading until the next start-up. */
  public static final NvAttributes READ_STCLEAR = new NvAttributes(1 << 31);

  private static final String[] NAMES = new String[32];

  static {
    java.util.Arrays.fill(NAMES, "");
    NAMES[0] = "PPWRITE";
    NAMES[1] = "OWNERWRITE";
    NAMES[2] = "AUTHWRITE";
    NAMES[12] = "WRITEALL";
    NAMES[13] = "WRITEDEFINE";
    NAMES[14] = "WRITE_STCLEAR";
    NAMES[15] = "GLOBALLOCK";
    NAMES[16] = "PPREAD";
    NAMES[17] = "OWNERREAD";
    NAMES[18] = "AUTHREAD";
    NAMES[31] = "READ_STCLEAR";
  }

  /** TPM_NV_ATTRIBUTES: tag 0x0017, then the bits. */
  public static final Codec<NvAttributes> CODEC =
      struct(
          "TPM_NV_ATTRIBUTES",
          attributes -> attributes,
          after(
              constant("tag", "0017"),
              field(
                  "attributes",
                  Codecs.bits32("TPM_NV_PER_ATTRIBUTES", NvAttributes::new),
                  attributes -> attributes)));

  /** Whether all bits of {@code others} are set here. */
  public boolean has(NvAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public NvAttributes with(NvAttributes others) {
    return new NvAttributes(bits | others.bits);
  }

  /** These without {@code others}. */
  public NvAttributes without(NvAttributes others) {
    return new NvAttributes(bits & ~others.bits);
  }

  /** The names of the bits that are set, joined by {@code |}. */
  @Override
  public String toString() {
    return WireBits.describe(bits, NAMES);
  }
}
