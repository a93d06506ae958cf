package org.tssj.tpm12.structure.delegation;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPM_DELEGATIONS: which commands are delegated, one bit each.
 *
 * @param delegateType whose rights they are
 * @param per1 the bits of {@link OwnerPermission} or {@link KeyPermission}
 * @param per2 reserved, 0
 * @see "TPM 1.2 Main, Part 2, 20.2.4 TPM_DELEGATIONS"
 */
public record Delegations(DelegateType delegateType, long per1, long per2) {

  /** TPM_DELEGATIONS: tag 0x001a, type, two words of bits. */
  public static final Codec<Delegations> CODEC =
      struct(
          "TPM_DELEGATIONS",
          Delegations::new,
          after(
              constant("tag", "001a"),
              field("delegateType", DelegateType.CODEC, Delegations::delegateType)),
          u32("per1", Delegations::per1),
          u32("per2", Delegations::per2));

  /** Rights of the owner. */
  public static Delegations ofOwner(OwnerPermission... permissions) {
    long bits = 0;
    for (OwnerPermission permission : permissions) {
      bits |= 1L << permission.bit();
    }
    return new Delegations(DelegateType.OWNER_BITS, bits, 0);
  }

  /** Uses of a key. */
  public static Delegations ofKey(KeyPermission... permissions) {
    long bits = 0;
    for (KeyPermission permission : permissions) {
      bits |= 1L << permission.bit();
    }
    return new Delegations(DelegateType.KEY_BITS, bits, 0);
  }

  /** Whether this right of the owner is among them. */
  public boolean allows(OwnerPermission permission) {
    return delegateType.equals(DelegateType.OWNER_BITS) && (per1 >> permission.bit() & 1) == 1;
  }

  /** Whether this use of a key is among them. */
  public boolean allows(KeyPermission permission) {
    return delegateType.equals(DelegateType.KEY_BITS) && (per1 >> permission.bit() & 1) == 1;
  }
}
