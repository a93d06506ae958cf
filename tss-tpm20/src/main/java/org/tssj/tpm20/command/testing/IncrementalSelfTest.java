package org.tssj.tpm20.command.testing;

import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import java.util.List;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * TPM2_IncrementalSelfTest: has the TPM test single algorithms.
 *
 * @param toTest the algorithms to test; empty asks only what is left
 * @see "TPM 2.0 Library, Part 3, 10.3 TPM2_IncrementalSelfTest"
 */
public record IncrementalSelfTest(List<AlgorithmId> toTest)
    implements Command<IncrementalSelfTest.Response> {

  /**
   * What TPM2_IncrementalSelfTest answers.
   *
   * @param toDoList what has not been tested yet
   */
  public record Response(List<AlgorithmId> toDoList) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_IncrementalSelfTest response",
            Response::new,
            list("toDoList", 128, AlgorithmId.CODEC, Response::toDoList));

    public Response {
      toDoList = List.copyOf(toDoList);
    }
  }

  /** TPM_CC_IncrementalSelfTest. */
  public static final CommandSpec<IncrementalSelfTest, Response> SPEC =
      command(
          0x0142,
          struct(
              "TPM2_IncrementalSelfTest",
              IncrementalSelfTest::new,
              list("toTest", 128, AlgorithmId.CODEC, IncrementalSelfTest::toTest)),
          Response.CODEC);

  public IncrementalSelfTest {
    toTest = List.copyOf(toTest);
  }

  @Override
  public CommandSpec<IncrementalSelfTest, Response> spec() {
    return SPEC;
  }
}
