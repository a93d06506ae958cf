package org.tssj.tpm12.structure.delegation;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Fields.u8;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/**
 * TPM_DELEGATE_PUBLIC: what is delegated, and when it can be used.
 *
 * @param label one octet, for people
 * @param pcrInfo the PCRs and localities for use
 * @param permissions what is delegated
 * @param familyId the family it belongs to
 * @param verificationCount the family's count; what is delegated under another is invalid
 * @see "TPM 1.2 Main, Part 2, 20.8 TPM_DELEGATE_PUBLIC"
 */
public record DelegatePublic(
    int label,
    PcrInfoShort pcrInfo,
    Delegations permissions,
    long familyId,
    long verificationCount) {

  /** TPM_DELEGATE_PUBLIC: tag 0x001b, label, PCRs, rights, family, count. */
  public static final Codec<DelegatePublic> CODEC =
      struct(
          "TPM_DELEGATE_PUBLIC",
          DelegatePublic::new,
          after(constant("tag", "001b"), u8("label", DelegatePublic::label)),
          field("pcrInfo", PcrInfoShort.CODEC, DelegatePublic::pcrInfo),
          field("permissions", Delegations.CODEC, DelegatePublic::permissions),
          u32("familyID", DelegatePublic::familyId),
          u32("verificationCount", DelegatePublic::verificationCount));
}
