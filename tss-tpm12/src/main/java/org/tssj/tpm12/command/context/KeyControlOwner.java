package org.tssj.tpm12.command.context;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.context.KeyControl;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_KeyControlOwner: says whether a loaded key stays in the TPM until the owner lets it go.
 *
 * @param keyHandle the key
 * @param pubKey its public part, for the TPM to compare
 * @param bitName which property
 * @param bitValue whether it shall have it
 * @see "TPM 1.2 Main, Part 3, 21.1 TPM_KeyControlOwner"
 */
public record KeyControlOwner(Handle keyHandle, PubKey pubKey, KeyControl bitName, boolean bitValue)
    implements Command<Empty> {

  /** TPM_ORD_KeyControlOwner: ownerAuth. */
  public static final CommandSpec<KeyControlOwner, Empty> SPEC =
      command(
          0x23,
          struct(
              "TPM_KeyControlOwner",
              KeyControlOwner::new,
              handle("keyHandle", KeyControlOwner::keyHandle),
              field("pubKey", PubKey.CODEC, KeyControlOwner::pubKey),
              field("bitName", KeyControl.CODEC, KeyControlOwner::bitName),
              bool("bitValue", KeyControlOwner::bitValue)),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<KeyControlOwner, Empty> spec() {
    return SPEC;
  }
}
