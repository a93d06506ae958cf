package org.tssj.tpm20.command.startup;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.constant.StartupType;

/**
 * TPM2_Startup: the first command after power-on.
 *
 * <p>The firmware of a PC has sent it before any operating system runs; a software TPM waits for
 * it. A second one is answered with TPM_RC_INITIALIZE.
 *
 * @param startupType TPM_SU_CLEAR, or TPM_SU_STATE to resume what TPM2_Shutdown saved
 * @see "TPM 2.0 Library, Part 3, 9.3 TPM2_Startup"
 */
public record Startup(StartupType startupType) implements Command<Empty> {

  /** TPM_CC_Startup. */
  public static final CommandSpec<Startup, Empty> SPEC =
      command(
              0x0144,
              struct(
                  "TPM2_Startup",
                  Startup::new,
                  field("startupType", StartupType.CODEC, Startup::startupType)),
              Empty.CODEC)
          .withoutSessions();

  @Override
  public CommandSpec<Startup, Empty> spec() {
    return SPEC;
  }
}
