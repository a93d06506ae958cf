package org.tssj.tpm12.command.startup;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.state.StartupType;

/**
 * TPM_Startup: says how the TPM begins after power came. The platform's firmware sends it; it is
 * the first command after power-on and comes once.
 *
 * @param startupType from a clean state, from a saved one, or deactivated
 * @see "TPM 1.2 Main, Part 3, 3.2 TPM_Startup"
 */
public record Startup(StartupType startupType) implements Command<Empty> {

  /** TPM_ORD_Startup: no authorisation. */
  public static final CommandSpec<Startup, Empty> SPEC =
      command(
          0x99,
          struct(
              "TPM_Startup",
              Startup::new,
              field("startupType", StartupType.CODEC, Startup::startupType)),
          Empty.CODEC);

  @Override
  public CommandSpec<Startup, Empty> spec() {
    return SPEC;
  }
}
