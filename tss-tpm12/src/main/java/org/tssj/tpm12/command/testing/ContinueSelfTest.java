package org.tssj.tpm12.command.testing;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_ContinueSelfTest: has the TPM test what it has not tested yet.
 *
 * <p>A TPM may answer at once and test afterwards; other commands are then answered
 * TPM_DOING_SELFTEST for a while, which is waited for.
 *
 * @see "TPM 1.2 Main, Part 3, 4.2 TPM_ContinueSelfTest"
 */
public record ContinueSelfTest() implements Command<Empty> {

  /** TPM_ORD_ContinueSelfTest: no authorisation. */
  public static final CommandSpec<ContinueSelfTest, Empty> SPEC =
      command(0x53, struct("TPM_ContinueSelfTest", new ContinueSelfTest()), Empty.CODEC);

  @Override
  public CommandSpec<ContinueSelfTest, Empty> spec() {
    return SPEC;
  }
}
