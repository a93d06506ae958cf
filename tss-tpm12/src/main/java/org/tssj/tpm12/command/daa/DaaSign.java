package org.tssj.tpm12.command.daa;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.u8;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.HandleField;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_DAA_Sign: one of the 16 stages in which a TPM signs as a member of a DAA group.
 *
 * @param handle the DAA session; 0 in stage 0
 * @param stage which stage, 0 to 15
 * @param inputData0 what the stage asks for
 * @param inputData1 what the stage asks for
 * @see "TPM 1.2 Main, Part 3, 26.2 TPM_DAA_Sign"
 */
public record DaaSign(Handle handle, int stage, Bytes inputData0, Bytes inputData1)
    implements Command<DaaSign.Response> {

  /**
   * What TPM_DAA_Sign answers.
   *
   * @param outputData what the stage answers
   */
  public record Response(Bytes outputData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_DAA_Sign response", Response::new, bytes32("outputData", Response::outputData));
  }

  /** TPM_ORD_DAA_Sign: ownerAuth. */
  public static final CommandSpec<DaaSign, Response> SPEC =
      command(
          0x31,
          struct(
              "TPM_DAA_Sign",
              DaaSign::new,
              HandleField.otherHandle("handle", DaaSign::handle),
              u8("stage", DaaSign::stage),
              bytes32("inputData0", DaaSign::inputData0),
              bytes32("inputData1", DaaSign::inputData1)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<DaaSign, Response> spec() {
    return SPEC;
  }
}
