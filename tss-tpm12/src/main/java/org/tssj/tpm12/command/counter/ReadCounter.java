package org.tssj.tpm12.command.counter;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.time.CounterValue;

/**
 * TPM_ReadCounter: reads a counter.
 *
 * @param countId the counter's number
 * @see "TPM 1.2 Main, Part 3, 25.3 TPM_ReadCounter"
 */
public record ReadCounter(long countId) implements Command<ReadCounter.Response> {

  /**
   * What TPM_ReadCounter answers.
   *
   * @param counterValue its value
   */
  public record Response(CounterValue counterValue) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_ReadCounter response",
            Response::new,
            field("counterValue", CounterValue.CODEC, Response::counterValue));
  }

  /** TPM_ORD_ReadCounter: no authorisation. */
  public static final CommandSpec<ReadCounter, Response> SPEC =
      command(
          0xde,
          struct("TPM_ReadCounter", ReadCounter::new, u32("countID", ReadCounter::countId)),
          Response.CODEC);

  @Override
  public CommandSpec<ReadCounter, Response> spec() {
    return SPEC;
  }
}
