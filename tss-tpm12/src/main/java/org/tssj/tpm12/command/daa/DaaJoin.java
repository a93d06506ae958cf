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
 * TPM_DAA_Join: one of the 25 stages in which a TPM joins a DAA group.
 *
 * @param handle the DAA session; 0 in stage 0
 * @param stage which stage, 0 to 24
 * @param inputData0 what the stage asks for
 * @param inputData1 what the stage asks for
 * @see "TPM 1.2 Main, Part 3, 26.1 TPM_DAA_Join"
 */
public record DaaJoin(Handle handle, int stage, Bytes inputData0, Bytes inputData1)
    implements Command<DaaJoin.Response> {

  /**
   * What TPM_DAA_Join answers.
   *
   * @param outputData what the stage answers
   */
  public record Response(Bytes outputData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_DAA_Join response", Response::new, bytes32("outputData", Response::outputData));
  }

  /** TPM_ORD_DAA_Join: ownerAuth. */
  public static final CommandSpec<DaaJoin, Response> SPEC =
      command(
          0x29,
          struct(
              "TPM_DAA_Join",
              DaaJoin::new,
              HandleField.otherHandle("handle", DaaJoin::handle),
              u8("stage", DaaJoin::stage),
              bytes32("inputData0", DaaJoin::inputData0),
              bytes32("inputData1", DaaJoin::inputData1)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<DaaJoin, Response> spec() {
    return SPEC;
  }
}
