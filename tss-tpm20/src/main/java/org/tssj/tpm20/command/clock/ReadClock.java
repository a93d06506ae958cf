package org.tssj.tpm20.command.clock;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.attest.TimeInfo;

/**
 * TPM2_ReadClock: reads the TPM's time and clock.
 *
 * @see "TPM 2.0 Library, Part 3, 29.1 TPM2_ReadClock"
 */
public record ReadClock() implements Command<ReadClock.Response> {

  /**
   * What TPM2_ReadClock answers.
   *
   * @param currentTime time since power-on and clock
   */
  public record Response(TimeInfo currentTime) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ReadClock response",
            Response::new,
            field("currentTime", TimeInfo.CODEC, Response::currentTime));
  }

  /** TPM_CC_ReadClock. */
  public static final CommandSpec<ReadClock, Response> SPEC =
      command(0x0181, struct("TPM2_ReadClock", new ReadClock()), Response.CODEC);

  @Override
  public CommandSpec<ReadClock, Response> spec() {
    return SPEC;
  }
}
