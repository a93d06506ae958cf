package org.tssj.tpm20.command.testing;

import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;

/**
 * TPM2_SelfTest: has the TPM test its functions.
 *
 * <p>A TPM may answer TPM_RC_TESTING and go on; the engine waits within its retry budget.
 *
 * @param fullTest true to test everything, false only what has not been tested yet
 * @see "TPM 2.0 Library, Part 3, 10.2 TPM2_SelfTest"
 */
public record SelfTest(boolean fullTest) implements Command<Empty> {

  /** TPM_CC_SelfTest. */
  public static final CommandSpec<SelfTest, Empty> SPEC =
      command(
          0x0143,
          struct("TPM2_SelfTest", SelfTest::new, yesNo("fullTest", SelfTest::fullTest)),
          Empty.CODEC);

  @Override
  public CommandSpec<SelfTest, Empty> spec() {
    return SPEC;
  }
}
