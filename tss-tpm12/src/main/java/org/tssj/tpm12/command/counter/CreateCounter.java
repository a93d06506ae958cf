package org.tssj.tpm12.command.counter;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.EncAuthField;
import org.tssj.tpm12.structure.time.CounterValue;

/**
 * TPM_CreateCounter: makes a monotonic counter, which begins above every other one.
 *
 * @param encAuth secret of the counter, 20 octets
 * @param label four octets, for people
 * @see "TPM 1.2 Main, Part 3, 25.1 TPM_CreateCounter"
 */
public record CreateCounter(AuthValue encAuth, Bytes label)
    implements Command<CreateCounter.Response> {

  /**
   * What TPM_CreateCounter answers.
   *
   * @param countId the counter's number
   * @param counterValue where it begins
   */
  public record Response(long countId, CounterValue counterValue) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CreateCounter response",
            Response::new,
            u32("countID", Response::countId),
            field("counterValue", CounterValue.CODEC, Response::counterValue));
  }

  /** TPM_ORD_CreateCounter: ownerAuth, by OSAP. */
  public static final CommandSpec<CreateCounter, Response> SPEC =
      command(
          0xdc,
          struct(
              "TPM_CreateCounter",
              CreateCounter::new,
              EncAuthField.encAuth("encAuth", "ownerAuth", CreateCounter::encAuth),
              bytes("label", 4, CreateCounter::label)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<CreateCounter, Response> spec() {
    return SPEC;
  }
}
