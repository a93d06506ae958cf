package org.tssj.tpm12.structure.delegation;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPM_FAMILY_FLAGS: the state of a family.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 1.2 Main, Part 2, 20.3 TPM_FAMILY_FLAGS"
 */
public record FamilyFlags(int bits) implements WireBits {

  /** No bit. */
  public static final FamilyFlags NONE = new FamilyFlags(0);

  /** TPM_FAMFLAG_ENABLED: its delegations can be used. */
  public static final FamilyFlags ENABLED = new FamilyFlags(0x1);

  /**
   * TPM_FAMFLAG_ADMIN_LOCK: TPM_DELEGATE_ADMIN_LOCK: only the owner himself may administrate
   * delegation.
   */
  public static final FamilyFlags ADMIN_LOCK = new FamilyFlags(0x2);

  /** TPM_FAMILY_FLAGS: four octets. */
  public static final Codec<FamilyFlags> CODEC =
      Codecs.bits32("TPM_FAMILY_FLAGS", FamilyFlags::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(FamilyFlags others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public FamilyFlags with(FamilyFlags others) {
    return new FamilyFlags(bits | others.bits);
  }

  /** These without {@code others}. */
  public FamilyFlags without(FamilyFlags others) {
    return new FamilyFlags(bits & ~others.bits);
  }

  /** The names of the bits that are set, joined by {@code |}. */
  @Override
  public String toString() {
    return WireBits.describe(bits, "TPM_FAMFLAG_ENABLED", "TPM_FAMFLAG_ADMIN_LOCK");
  }
}
