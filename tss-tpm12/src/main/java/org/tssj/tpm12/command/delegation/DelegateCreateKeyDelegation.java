package org.tssj.tpm12.command.delegation;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sized32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.EncAuthField.encAuth;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.delegation.DelegateKeyBlob;
import org.tssj.tpm12.structure.delegation.DelegatePublic;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_Delegate_CreateKeyDelegation: delegates the use of a key.
 *
 * @param keyHandle the key
 * @param publicInfo what is delegated
 * @param delAuth secret of the delegation, 20 octets
 * @see "TPM 1.2 Main, Part 3, 19.2 TPM_Delegate_CreateKeyDelegation"
 */
public record DelegateCreateKeyDelegation(
    Handle keyHandle, DelegatePublic publicInfo, AuthValue delAuth)
    implements Command<DelegateCreateKeyDelegation.Response> {

  /**
   * What TPM_Delegate_CreateKeyDelegation answers.
   *
   * @param blob the delegation, to be kept anywhere
   */
  public record Response(DelegateKeyBlob blob) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_Delegate_CreateKeyDelegation response",
            Response::new,
            sized32("blob", DelegateKeyBlob.CODEC, Response::blob));
  }

  /** TPM_ORD_Delegate_CreateKeyDelegation: privAuth, the key's, by OSAP. */
  public static final CommandSpec<DelegateCreateKeyDelegation, Response> SPEC =
      command(
          0xd4,
          struct(
              "TPM_Delegate_CreateKeyDelegation",
              DelegateCreateKeyDelegation::new,
              handle("keyHandle", DelegateCreateKeyDelegation::keyHandle),
              field("publicInfo", DelegatePublic.CODEC, DelegateCreateKeyDelegation::publicInfo),
              encAuth("delAuth", "privAuth", DelegateCreateKeyDelegation::delAuth)),
          Response.CODEC,
          required("privAuth"));

  @Override
  public CommandSpec<DelegateCreateKeyDelegation, Response> spec() {
    return SPEC;
  }
}
