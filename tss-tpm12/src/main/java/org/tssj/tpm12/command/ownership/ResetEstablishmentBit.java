package org.tssj.tpm12.command.ownership;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TSC_ResetEstablishmentBit: sets tpmEstablished back. Needs locality 3 or 4.
 *
 * @see "TPM 1.2 Main, Part 3, 6.7 TSC_ResetEstablishmentBit"
 */
public record ResetEstablishmentBit() implements Command<Empty> {

  /** TSC_ORD_ResetEstablishmentBit: no authorisation. */
  public static final CommandSpec<ResetEstablishmentBit, Empty> SPEC =
      command(
          0x4000000b,
          struct("TSC_ResetEstablishmentBit", new ResetEstablishmentBit()),
          Empty.CODEC);

  @Override
  public CommandSpec<ResetEstablishmentBit, Empty> spec() {
    return SPEC;
  }
}
