package org.tssj.tpm20.command.management;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PLATFORM;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_SetAlgorithmSet: chooses a set of algorithms.
 *
 * @param authHandle TPM_RH_PLATFORM
 * @param algorithmSet a number the manufacturer gives meaning to, unsigned 32 bits
 * @see "TPM 2.0 Library, Part 3, 26.3 TPM2_SetAlgorithmSet"
 */
public record SetAlgorithmSet(Handle authHandle, long algorithmSet) implements Command<Empty> {

  /** TPM_CC_SetAlgorithmSet. */
  public static final CommandSpec<SetAlgorithmSet, Empty> SPEC =
      command(
          0x013f,
          struct(
              "TPM2_SetAlgorithmSet",
              SetAlgorithmSet::new,
              authorizedHandle("authHandle", Role.USER, RH_PLATFORM, SetAlgorithmSet::authHandle),
              u32("algorithmSet", SetAlgorithmSet::algorithmSet)),
          Empty.CODEC);

  @Override
  public CommandSpec<SetAlgorithmSet, Empty> spec() {
    return SPEC;
  }
}
