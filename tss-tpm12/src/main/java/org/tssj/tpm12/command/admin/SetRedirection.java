package org.tssj.tpm12.command.admin;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.capability.RedirCommand;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_SetRedirection: says where a redirected key sends what it decrypts. Optional; software TPMs
 * have it not.
 *
 * @param keyHandle the key
 * @param redirCmd where
 * @param inputData what the receiver needs to know
 * @see "TPM 1.2 Main, Part 3, 9.2 TPM_SetRedirection"
 */
public record SetRedirection(Handle keyHandle, RedirCommand redirCmd, Bytes inputData)
    implements Command<Empty> {

  /** TPM_ORD_SetRedirection: ownerAuth. */
  public static final CommandSpec<SetRedirection, Empty> SPEC =
      command(
          0x9a,
          struct(
              "TPM_SetRedirection",
              SetRedirection::new,
              handle("keyHandle", SetRedirection::keyHandle),
              field("redirCmd", RedirCommand.CODEC, SetRedirection::redirCmd),
              bytes32("inputData", SetRedirection::inputData)),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<SetRedirection, Empty> spec() {
    return SPEC;
  }
}
