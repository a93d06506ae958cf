package org.tssj.tpm20.structure.nv;

import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPMA_NV_EXP: the attributes of an NV index that may be kept outside of the TPM, since 1.83: those
 * of TPMA_NV in the low half, and three more.
 *
 * @param bits 64 bits as they stand on the wire
 * @see "TPM 2.0 Library 1.85, Part 2, TPMA_NV_EXP"
 */
public record NvExpAttributes(long bits) {

  /** TPMA_EXTERNAL_NV_ENCRYPTION: encrypted outside. */
  public static final NvExpAttributes EXTERNAL_NV_ENCRYPTION = new NvExpAttributes(1L << 32);

  /** TPMA_EXTERNAL_NV_INTEGRITY: protected against change outside. */
  public static final NvExpAttributes EXTERNAL_NV_INTEGRITY = new NvExpAttributes(1L << 33);

  /** TPMA_EXTERNAL_NV_ANTIROLLBACK: protected against an older state being brought back. */
  public static final NvExpAttributes EXTERNAL_NV_ANTIROLLBACK = new NvExpAttributes(1L << 34);

  /** TPMA_NV_EXP: eight octets. */
  public static final Codec<NvExpAttributes> CODEC =
      struct("TPMA_NV_EXP", NvExpAttributes::new, u64("attributes", NvExpAttributes::bits));

  private static final long LOW_HALF = 0xffff_ffffL;
  private static final long NAMED = 7L << 32;

  /** Attributes of TPMA_NV, and none of the three more. */
  public static NvExpAttributes of(NvAttributes attributes) {
    return new NvExpAttributes(Integer.toUnsignedLong(attributes.bits()));
  }

  /** The attributes that every index has. */
  public NvAttributes nv() {
    return new NvAttributes((int) (bits & LOW_HALF));
  }

  /** Whether all bits of {@code others} are set here. */
  public boolean has(NvExpAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public NvExpAttributes with(NvExpAttributes others) {
    return new NvExpAttributes(bits | others.bits);
  }

  /** These without {@code others}. */
  public NvExpAttributes without(NvExpAttributes others) {
    return new NvExpAttributes(bits & ~others.bits);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(nv().toString());
    if (has(EXTERNAL_NV_ENCRYPTION)) {
      text.append("|EXTERNAL_NV_ENCRYPTION");
    }
    if (has(EXTERNAL_NV_INTEGRITY)) {
      text.append("|EXTERNAL_NV_INTEGRITY");
    }
    if (has(EXTERNAL_NV_ANTIROLLBACK)) {
      text.append("|EXTERNAL_NV_ANTIROLLBACK");
    }
    long unnamed = bits & ~LOW_HALF & ~NAMED;
    return unnamed == 0 ? text.toString() : text + String.format("|0x%x", unnamed);
  }
}
