package org.tssj.tpm12.command.delegation;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_Delegate_UpdateVerification: makes a delegation valid again after its family's count was
 * incremented.
 *
 * @param inputData the delegation: its blob, or the number of its row in four octets
 * @see "TPM 1.2 Main, Part 3, 19.6 TPM_Delegate_UpdateVerification"
 */
public record DelegateUpdateVerification(Bytes inputData)
    implements Command<DelegateUpdateVerification.Response> {

  /**
   * What TPM_Delegate_UpdateVerification answers.
   *
   * @param outputData the blob with the new count; nothing for a row
   */
  public record Response(Bytes outputData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_Delegate_UpdateVerification response",
            Response::new,
            bytes32("outputData", Response::outputData));
  }

  /** TPM_ORD_Delegate_UpdateVerification: ownerAuth. */
  public static final CommandSpec<DelegateUpdateVerification, Response> SPEC =
      command(
          0xd1,
          struct(
              "TPM_Delegate_UpdateVerification",
              DelegateUpdateVerification::new,
              bytes32("inputData", DelegateUpdateVerification::inputData)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<DelegateUpdateVerification, Response> spec() {
    return SPEC;
  }
}
