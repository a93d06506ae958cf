package org.tssj.tpm12.command.testing;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_GetTestResult: asks for the result of the self-tests. It is answered even by a TPM that
 * failed them.
 *
 * @see "TPM 1.2 Main, Part 3, 4.3 TPM_GetTestResult"
 */
public record GetTestResult() implements Command<GetTestResult.Response> {

  /**
   * What TPM_GetTestResult answers.
   *
   * @param outData in a form of the manufacturer's; libtpms writes text
   */
  public record Response(Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_GetTestResult response", Response::new, bytes32("outData", Response::outData));
  }

  /** TPM_ORD_GetTestResult: no authorisation. */
  public static final CommandSpec<GetTestResult, Response> SPEC =
      command(0x54, struct("TPM_GetTestResult", new GetTestResult()), Response.CODEC);

  @Override
  public CommandSpec<GetTestResult, Response> spec() {
    return SPEC;
  }
}
