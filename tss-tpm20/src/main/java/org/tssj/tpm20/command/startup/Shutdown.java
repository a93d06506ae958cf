package org.tssj.tpm20.command.startup;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.constant.StartupType;

/**
 * TPM2_Shutdown: prepares the TPM for the loss of power.
 *
 * <p>Without it, the next start counts as an unorderly one, and an object with dictionary-attack
 * protection may be locked for a while.
 *
 * @param shutdownType TPM_SU_CLEAR, or TPM_SU_STATE to keep what TPM2_Startup can resume
 * @see "TPM 2.0 Library, Part 3, 9.4 TPM2_Shutdown"
 */
public record Shutdown(StartupType shutdownType) implements Command<Empty> {

  /** TPM_CC_Shutdown. */
  public static final CommandSpec<Shutdown, Empty> SPEC =
      command(
          0x0145,
          struct(
              "TPM2_Shutdown",
              Shutdown::new,
              field("shutdownType", StartupType.CODEC, Shutdown::shutdownType)),
          Empty.CODEC);

  @Override
  public CommandSpec<Shutdown, Empty> spec() {
    return SPEC;
  }
}
