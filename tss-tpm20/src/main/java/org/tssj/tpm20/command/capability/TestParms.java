package org.tssj.tpm20.command.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.object.PublicParms;

/**
 * TPM2_TestParms: asks whether the TPM supports a combination of algorithm parameters.
 *
 * @param parameters the parameters of a key
 * @see "TPM 2.0 Library, Part 3, 30.3 TPM2_TestParms"
 */
public record TestParms(PublicParms parameters) implements Command<Empty> {

  /** TPM_CC_TestParms. */
  public static final CommandSpec<TestParms, Empty> SPEC =
      command(
          0x018a,
          struct(
              "TPM2_TestParms",
              TestParms::new,
              field("parameters", PublicParms.CODEC, TestParms::parameters)),
          Empty.CODEC);

  @Override
  public CommandSpec<TestParms, Empty> spec() {
    return SPEC;
  }
}
