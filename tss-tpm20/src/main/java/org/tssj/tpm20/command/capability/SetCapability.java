package org.tssj.tpm20.command.capability;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.capability.SetCapabilityData;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_SetCapability: sets a capability.
 *
 * @param authHandle the hierarchy that may set it
 * @param setCapabilityData what to set
 * @see "TPM 2.0 Library, version 184, Part 3, TPM2_SetCapability"
 */
public record SetCapability(Handle authHandle, SetCapabilityData setCapabilityData)
    implements Command<Empty> {

  /** TPM_CC_SetCapability. */
  public static final CommandSpec<SetCapability, Empty> SPEC =
      command(
          0x019f,
          struct(
              "TPM2_SetCapability",
              SetCapability::new,
              authorizedHandle("authHandle", Role.USER, RH_HIERARCHY, SetCapability::authHandle),
              sized16(
                  "setCapabilityData", SetCapabilityData.CODEC, SetCapability::setCapabilityData)),
          Empty.CODEC);

  @Override
  public CommandSpec<SetCapability, Empty> spec() {
    return SPEC;
  }
}
