package org.tssj.tpm12.command.crypto;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_StirRandom: adds entropy to the TPM's generator.
 *
 * @param inData at most 256 octets
 * @see "TPM 1.2 Main, Part 3, 13.7 TPM_StirRandom"
 */
public record StirRandom(Bytes inData) implements Command<Empty> {

  /** TPM_ORD_StirRandom: no authorisation. */
  public static final CommandSpec<StirRandom, Empty> SPEC =
      command(
          0x47,
          struct("TPM_StirRandom", StirRandom::new, bytes32("inData", StirRandom::inData)),
          Empty.CODEC);

  @Override
  public CommandSpec<StirRandom, Empty> spec() {
    return SPEC;
  }
}
