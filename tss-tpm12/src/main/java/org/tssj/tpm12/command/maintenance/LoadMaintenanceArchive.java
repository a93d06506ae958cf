package org.tssj.tpm12.command.maintenance;

import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_LoadMaintenanceArchive: takes over a maintenance archive. Optional, and hardly any TPM has
 * it.
 *
 * @param archive what the manufacturer made of the archive, in its own format
 * @see "TPM 1.2 Main, Part 3, 12.2 TPM_LoadMaintenanceArchive"
 */
public record LoadMaintenanceArchive(Bytes archive)
    implements Command<LoadMaintenanceArchive.Response> {

  /**
   * What TPM_LoadMaintenanceArchive answers.
   *
   * @param outData what the TPM says to that, in the manufacturer's format
   */
  public record Response(Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_LoadMaintenanceArchive response",
            Response::new,
            rest("outData", Response::outData));
  }

  /** TPM_ORD_LoadMaintenanceArchive: ownerAuth. */
  public static final CommandSpec<LoadMaintenanceArchive, Response> SPEC =
      command(
          0x2d,
          struct(
              "TPM_LoadMaintenanceArchive",
              LoadMaintenanceArchive::new,
              rest("archive", LoadMaintenanceArchive::archive)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<LoadMaintenanceArchive, Response> spec() {
    return SPEC;
  }
}
