package org.tssj.tpm12.command.counter;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.time.CounterValue;

/**
 * TPM_IncrementCounter: increments a counter. From a power-on to the next, only the counter that
 * was incremented first.
 *
 * @param countId the counter's number
 * @see "TPM 1.2 Main, Part 3, 25.2 TPM_IncrementCounter"
 */
public record IncrementCounter(long countId) implements Command<IncrementCounter.Response> {

  /**
   * What TPM_IncrementCounter answers.
   *
   * @param count its value afterwards
   */
  public record Response(CounterValue count) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_IncrementCounter response",
            Response::new,
            field("count", CounterValue.CODEC, Response::count));
  }

  /** TPM_ORD_IncrementCounter: counterAuth. */
  public static final CommandSpec<IncrementCounter, Response> SPEC =
      command(
          0xdd,
          struct(
              "TPM_IncrementCounter",
              IncrementCounter::new,
              u32("countID", IncrementCounter::countId)),
          Response.CODEC,
          required("counterAuth"));

  @Override
  public CommandSpec<IncrementCounter, Response> spec() {
    return SPEC;
  }
}
