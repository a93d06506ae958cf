package org.tssj.tpm12.command.testing;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SelfTestFull: tests everything and answers when that is done.
 *
 * @see "TPM 1.2 Main, Part 3, 4.1 TPM_SelfTestFull"
 */
public record SelfTestFull() implements Command<Empty> {

  /** TPM_ORD_SelfTestFull: no authorisation. */
  public static final CommandSpec<SelfTestFull, Empty> SPEC =
      command(0x50, struct("TPM_SelfTestFull", new SelfTestFull()), Empty.CODEC);

  @Override
  public CommandSpec<SelfTestFull, Empty> spec() {
    return SPEC;
  }
}
