package org.tssj.tpm20.command.random;

import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;

/**
 * TPM2_StirRandom: adds octets to the state of the TPM's generator.
 *
 * @param inData at most 128 octets
 * @see "TPM 2.0 Library, Part 3, 16.2 TPM2_StirRandom"
 */
public record StirRandom(AuthValue inData) implements Command<Empty> {

  /** TPM_CC_StirRandom. */
  public static final CommandSpec<StirRandom, Empty> SPEC =
      command(
          0x0146,
          struct("TPM2_StirRandom", StirRandom::new, secret16("inData", StirRandom::inData)),
          Empty.CODEC);

  @Override
  public CommandSpec<StirRandom, Empty> spec() {
    return SPEC;
  }
}
