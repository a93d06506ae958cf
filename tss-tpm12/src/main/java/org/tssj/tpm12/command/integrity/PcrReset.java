package org.tssj.tpm12.command.integrity;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.pcr.PcrSelection;

/**
 * TPM_PCR_Reset: resets PCRs. All of them, or none if one of them may not be reset.
 *
 * @param pcrSelection which PCRs
 * @see "TPM 1.2 Main, Part 3, 16.4 TPM_PCR_Reset"
 */
public record PcrReset(PcrBitmap pcrSelection) implements Command<Empty> {

  /** TPM_ORD_PCR_Reset: no authorisation. */
  public static final CommandSpec<PcrReset, Empty> SPEC =
      command(
          0xc8,
          struct(
              "TPM_PCR_Reset",
              PcrReset::new,
              field("pcrSelection", PcrSelection.CODEC, PcrReset::pcrSelection)),
          Empty.CODEC);

  @Override
  public CommandSpec<PcrReset, Empty> spec() {
    return SPEC;
  }
}
