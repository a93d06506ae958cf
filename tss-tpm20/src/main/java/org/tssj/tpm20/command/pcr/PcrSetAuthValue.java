package org.tssj.tpm20.command.pcr;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_PCR;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PCR_SetAuthValue: sets the auth value of a group of PCRs, until the next start.
 *
 * @param pcrHandle a PCR of the group
 * @param auth the new auth value
 * @see "TPM 2.0 Library, Part 3, 22.7 TPM2_PCR_SetAuthValue"
 */
public record PcrSetAuthValue(Handle pcrHandle, AuthValue auth) implements Command<Empty> {

  /** TPM_CC_PCR_SetAuthValue. */
  public static final CommandSpec<PcrSetAuthValue, Empty> SPEC =
      command(
          0x0183,
          struct(
              "TPM2_PCR_SetAuthValue",
              PcrSetAuthValue::new,
              authorizedHandle("pcrHandle", Role.USER, DH_PCR, PcrSetAuthValue::pcrHandle),
              secret16("auth", 64, PcrSetAuthValue::auth)),
          Empty.CODEC);

  @Override
  public CommandSpec<PcrSetAuthValue, Empty> spec() {
    return SPEC;
  }
}
