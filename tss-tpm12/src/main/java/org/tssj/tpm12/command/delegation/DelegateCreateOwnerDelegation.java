package org.tssj.tpm12.command.delegation;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sized32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.EncAuthField.encAuth;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.delegation.DelegateOwnerBlob;
import org.tssj.tpm12.structure.delegation.DelegatePublic;

/**
 * TPM_Delegate_CreateOwnerDelegation: delegates rights of the owner.
 *
 * @param increment whether all earlier delegations of the family become invalid
 * @param publicInfo what is delegated
 * @param delAuth secret of the delegation, 20 octets
 * @see "TPM 1.2 Main, Part 3, 19.3 TPM_Delegate_CreateOwnerDelegation"
 */
public record DelegateCreateOwnerDelegation(
    boolean increment, DelegatePublic publicInfo, AuthValue delAuth)
    implements Command<DelegateCreateOwnerDelegation.Response> {

  /**
   * What TPM_Delegate_CreateOwnerDelegation answers.
   *
   * @param blob the delegation, to be kept anywhere
   */
  public record Response(DelegateOwnerBlob blob) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_Delegate_CreateOwnerDelegation response",
            Response::new,
            sized32("blob", DelegateOwnerBlob.CODEC, Response::blob));
  }

  /** TPM_ORD_Delegate_CreateOwnerDelegation: ownerAuth by OSAP. */
  public static final CommandSpec<DelegateCreateOwnerDelegation, Response> SPEC =
      command(
          0xd5,
          struct(
              "TPM_Delegate_CreateOwnerDelegation",
              DelegateCreateOwnerDelegation::new,
              bool("increment", DelegateCreateOwnerDelegation::increment),
              field("publicInfo", DelegatePublic.CODEC, DelegateCreateOwnerDelegation::publicInfo),
              encAuth("delAuth", "ownerAuth", DelegateCreateOwnerDelegation::delAuth)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<DelegateCreateOwnerDelegation, Response> spec() {
    return SPEC;
  }
}
