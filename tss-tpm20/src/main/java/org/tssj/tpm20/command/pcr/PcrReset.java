package org.tssj.tpm20.command.pcr;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_PCR;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PCR_Reset: sets a PCR to zero in all banks, where its attributes allow that.
 *
 * @param pcrHandle the PCR: 16 and 23 on a PC; others need a locality or cannot be reset
 * @see "TPM 2.0 Library, Part 3, 22.8 TPM2_PCR_Reset"
 */
public record PcrReset(Handle pcrHandle) implements Command<Empty> {

  /** TPM_CC_PCR_Reset. */
  public static final CommandSpec<PcrReset, Empty> SPEC =
      command(
          0x013d,
          struct(
              "TPM2_PCR_Reset",
              PcrReset::new,
              authorizedHandle("pcrHandle", Role.USER, DH_PCR, PcrReset::pcrHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<PcrReset, Empty> spec() {
    return SPEC;
  }
}
