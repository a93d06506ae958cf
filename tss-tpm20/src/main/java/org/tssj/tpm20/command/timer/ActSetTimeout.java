package org.tssj.tpm20.command.timer;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_ACT;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_ACT_SetTimeout: starts or stops a countdown timer.
 *
 * @param actHandle TPM_RH_ACT_0 and up
 * @param startTimeout seconds until it ends, unsigned 32 bits; 0 stops it
 * @see "TPM 2.0 Library, Part 3, 33.2 TPM2_ACT_SetTimeout"
 */
public record ActSetTimeout(Handle actHandle, long startTimeout) implements Command<Empty> {

  /** TPM_CC_ACT_SetTimeout. */
  public static final CommandSpec<ActSetTimeout, Empty> SPEC =
      command(
          0x0198,
          struct(
              "TPM2_ACT_SetTimeout",
              ActSetTimeout::new,
              authorizedHandle("actHandle", Role.USER, RH_ACT, ActSetTimeout::actHandle),
              u32("startTimeout", ActSetTimeout::startTimeout)),
          Empty.CODEC);

  @Override
  public CommandSpec<ActSetTimeout, Empty> spec() {
    return SPEC;
  }
}
