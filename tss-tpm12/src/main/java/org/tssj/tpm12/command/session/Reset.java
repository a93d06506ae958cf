package org.tssj.tpm12.command.session;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_Reset: ends all authorisation sessions, in the form of TPM 1.1. Deprecated for
 * TPM_FlushSpecific.
 *
 * @see "TPM 1.2 Main, Part 3, 27.5 TPM_Reset"
 */
public record Reset() implements Command<Empty> {

  /** TPM_ORD_Reset: no authorisation. */
  public static final CommandSpec<Reset, Empty> SPEC =
      command(0x5a, struct("TPM_Reset", new Reset()), Empty.CODEC);

  @Override
  public CommandSpec<Reset, Empty> spec() {
    return SPEC;
  }
}
