package org.tssj.tpm12.command.storage;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_UnBind: decrypts what somebody encrypted with the public part of a binding key.
 *
 * @param keyHandle a binding or legacy key
 * @param inData the encrypted octets
 * @see "TPM 1.2 Main, Part 3, 10.3 TPM_UnBind"
 */
public record UnBind(Handle keyHandle, Bytes inData) implements Command<UnBind.Response> {

  /**
   * What TPM_UnBind answers.
   *
   * @param outData the message; for TPM_BOUND_DATA its payload alone
   */
  public record Response(AuthValue outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_UnBind response", Response::new, secret32("outData", Response::outData));
  }

  /** TPM_ORD_UnBind: privAuth unless it has no secret. */
  public static final CommandSpec<UnBind, Response> SPEC =
      command(
          0x1e,
          struct(
              "TPM_UnBind",
              UnBind::new,
              handle("keyHandle", UnBind::keyHandle),
              bytes32("inData", UnBind::inData)),
          Response.CODEC,
          optional("privAuth"));

  @Override
  public CommandSpec<UnBind, Response> spec() {
    return SPEC;
  }
}
