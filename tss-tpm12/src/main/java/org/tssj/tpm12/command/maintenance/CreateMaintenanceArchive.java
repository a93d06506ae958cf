package org.tssj.tpm12.command.maintenance;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_CreateMaintenanceArchive: wraps all that is below the SRK for the manufacturer. Optional, and
 * hardly any TPM has it.
 *
 * @param generateRandom whether the TPM chooses what the archive is XORed with; else it is derived
 *     from the owner's secret
 * @see "TPM 1.2 Main, Part 3, 12.1 TPM_CreateMaintenanceArchive"
 */
public record CreateMaintenanceArchive(boolean generateRandom)
    implements Command<CreateMaintenanceArchive.Response> {

  /**
   * What TPM_CreateMaintenanceArchive answers.
   *
   * @param random what it was XORed with; empty if it was derived
   * @param archive the archive
   */
  public record Response(AuthValue random, Bytes archive) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CreateMaintenanceArchive response",
            Response::new,
            secret32("random", Response::random),
            bytes32("archive", Response::archive));
  }

  /** TPM_ORD_CreateMaintenanceArchive: ownerAuth. */
  public static final CommandSpec<CreateMaintenanceArchive, Response> SPEC =
      command(
          0x2c,
          struct(
              "TPM_CreateMaintenanceArchive",
              CreateMaintenanceArchive::new,
              bool("generateRandom", CreateMaintenanceArchive::generateRandom)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<CreateMaintenanceArchive, Response> spec() {
    return SPEC;
  }
}
