package org.tssj.tpm20.command.testing;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.rc.ResponseCode;

/**
 * TPM2_GetTestResult: asks how the self-test ended; answered even in failure mode.
 *
 * @see "TPM 2.0 Library, Part 3, 10.4 TPM2_GetTestResult"
 */
public record GetTestResult() implements Command<GetTestResult.Response> {

  /**
   * What TPM2_GetTestResult answers.
   *
   * @param outData the manufacturer's own words about the test
   * @param testResult TPM_RC_SUCCESS, TPM_RC_NEEDS_TEST, TPM_RC_TESTING or TPM_RC_FAILURE
   */
  public record Response(Bytes outData, ResponseCode testResult) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_GetTestResult response",
            Response::new,
            bytes16("outData", Response::outData),
            field("testResult", ResponseCode.CODEC, Response::testResult));
  }

  /** TPM_CC_GetTestResult. */
  public static final CommandSpec<GetTestResult, Response> SPEC =
      command(0x017c, struct("TPM2_GetTestResult", new GetTestResult()), Response.CODEC);

  @Override
  public CommandSpec<GetTestResult, Response> spec() {
    return SPEC;
  }
}
