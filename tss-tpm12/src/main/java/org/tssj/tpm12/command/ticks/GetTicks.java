package org.tssj.tpm12.command.ticks;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.time.CurrentTicks;

/**
 * TPM_GetTicks: reads the tick counter.
 *
 * @see "TPM 1.2 Main, Part 3, 23.1 TPM_GetTicks"
 */
public record GetTicks() implements Command<GetTicks.Response> {

  /**
   * What TPM_GetTicks answers.
   *
   * @param currentTime the ticks
   */
  public record Response(CurrentTicks currentTime) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_GetTicks response",
            Response::new,
            field("currentTime", CurrentTicks.CODEC, Response::currentTime));
  }

  /** TPM_ORD_GetTicks: no authorisation. */
  public static final CommandSpec<GetTicks, Response> SPEC =
      command(0xf1, struct("TPM_GetTicks", new GetTicks()), Response.CODEC);

  @Override
  public CommandSpec<GetTicks, Response> spec() {
    return SPEC;
  }
}
