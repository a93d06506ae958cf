package org.tssj.tpm12.structure.delegation;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Fields.u8;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPM_FAMILY_TABLE_ENTRY: a family of delegations, which are enabled and invalidated together.
 *
 * @param label one octet, for people
 * @param familyId the family's number; never used again
 * @param verificationCount the delegations of another count are invalid
 * @param flags its state
 * @see "TPM 1.2 Main, Part 2, 20.5 TPM_FAMILY_TABLE_ENTRY"
 */
public record FamilyTableEntry(
    int label, long familyId, long verificationCount, FamilyFlags flags) {

  /** TPM_FAMILY_TABLE_ENTRY: tag 0x0025, label, number, count, flags. */
  public static final Codec<FamilyTableEntry> CODEC =
      struct(
          "TPM_FAMILY_TABLE_ENTRY",
          FamilyTableEntry::new,
          after(constant("tag", "0025"), u8("label", FamilyTableEntry::label)),
          u32("familyID", FamilyTableEntry::familyId),
          u32("verificationCount", FamilyTableEntry::verificationCount),
          field("flags", FamilyFlags.CODEC, FamilyTableEntry::flags));
}
