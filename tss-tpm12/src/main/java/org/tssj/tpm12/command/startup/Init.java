package org.tssj.tpm12.command.startup;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_Init: what a platform says to its TPM in hardware when power comes on. A TPM that takes it as
 * a command begins anew and waits for TPM_Startup.
 *
 * @see "TPM 1.2 Main, Part 3, 3.1 TPM_Init"
 */
public record Init() implements Command<Empty> {

  /** TPM_ORD_Init: no authorisation. */
  public static final CommandSpec<Init, Empty> SPEC =
      command(0x97, struct("TPM_Init", new Init()), Empty.CODEC);

  @Override
  public CommandSpec<Init, Empty> spec() {
    return SPEC;
  }
}
