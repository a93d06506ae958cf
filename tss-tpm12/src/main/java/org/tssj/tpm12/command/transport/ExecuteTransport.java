package org.tssj.tpm12.command.transport;

import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_ExecuteTransport: executes a command inside a transport session. Its authorisation is the
 * session's own, with a digest that no other command has.
 *
 * @param wrappedCmd the command with its header, its parameters encrypted
 * @see "TPM 1.2 Main, Part 3, 24.2 TPM_ExecuteTransport"
 */
public record ExecuteTransport(AuthValue wrappedCmd) implements Command<ExecuteTransport.Response> {

  /**
   * What TPM_ExecuteTransport answers.
   *
   * @param currentTicks when it was executed, in ticks
   * @param locality TPM_MODIFIER_INDICATOR: the locality it was executed in
   * @param wrappedRsp its answer with its header, its parameters encrypted
   */
  public record Response(long currentTicks, long locality, AuthValue wrappedRsp) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_ExecuteTransport response",
            Response::new,
            u64("currentTicks", Response::currentTicks),
            u32("locality", Response::locality),
            secret32("wrappedRsp", Response::wrappedRsp));
  }

  /** TPM_ORD_ExecuteTransport: transAuth, the session's own. */
  public static final CommandSpec<ExecuteTransport, Response> SPEC =
      command(
          0xe7,
          struct(
              "TPM_ExecuteTransport",
              ExecuteTransport::new,
              secret32("wrappedCmd", ExecuteTransport::wrappedCmd)),
          Response.CODEC,
          required("transAuth"));

  @Override
  public CommandSpec<ExecuteTransport, Response> spec() {
    return SPEC;
  }
}
