package org.tssj.tpm12.command.capability;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.capability.SetArea;

/**
 * TPM_SetCapability: changes a flag or a value by its name.
 *
 * @param capArea what kind of flag or value
 * @param subCap which flag or value, mostly four octets
 * @param setValue its new value, one octet for a flag
 * @see "TPM 1.2 Main, Part 3, 7.2 TPM_SetCapability"
 */
public record SetCapability(SetArea capArea, Bytes subCap, Bytes setValue)
    implements Command<Empty> {

  /** TPM_ORD_SetCapability: ownerAuth, or none where presence or locality is asked for. */
  public static final CommandSpec<SetCapability, Empty> SPEC =
      command(
          0x3f,
          struct(
              "TPM_SetCapability",
              SetCapability::new,
              field("capArea", SetArea.CODEC, SetCapability::capArea),
              bytes32("subCap", SetCapability::subCap),
              bytes32("setValue", SetCapability::setValue)),
          Empty.CODEC,
          optional("ownerAuth"));

  @Override
  public CommandSpec<SetCapability, Empty> spec() {
    return SPEC;
  }
}
