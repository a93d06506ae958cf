package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.migration.MigrateScheme;
import org.tssj.tpm12.structure.migration.MigrationKeyAuth;

/**
 * TPM_CreateMigrationBlob: wraps a migratable key for another parent.
 *
 * @param parentHandle the parent it is wrapped under now
 * @param migrationType MIGRATE or REWRAP
 * @param migrationKeyAuth the owner's consent to the new parent
 * @param encData the key's private part, as {@code encData} of its TPM_KEY
 * @see "TPM 1.2 Main, Part 3, 11.1 TPM_CreateMigrationBlob"
 */
public record CreateMigrationBlob(
    Handle parentHandle,
    MigrateScheme migrationType,
    MigrationKeyAuth migrationKeyAuth,
    Bytes encData)
    implements Command<CreateMigrationBlob.Response> {

  /**
   * What TPM_CreateMigrationBlob answers.
   *
   * @param random what the private part was XORed with for MIGRATE; empty for REWRAP
   * @param outData the private part, encrypted for the new parent
   */
  public record Response(AuthValue random, Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CreateMigrationBlob response",
            Response::new,
            secret32("random", Response::random),
            bytes32("outData", Response::outData));
  }

  /**
   * TPM_ORD_CreateMigrationBlob: the parent's unless it has no secret, and the migration secret of
   * the key.
   */
  public static final CommandSpec<CreateMigrationBlob, Response> SPEC =
      command(
          0x28,
          struct(
              "TPM_CreateMigrationBlob",
              CreateMigrationBlob::new,
              handle("parentHandle", CreateMigrationBlob::parentHandle),
              field("migrationType", MigrateScheme.CODEC, CreateMigrationBlob::migrationType),
              field(
                  "migrationKeyAuth",
                  MigrationKeyAuth.CODEC,
                  CreateMigrationBlob::migrationKeyAuth),
              bytes32("encData", CreateMigrationBlob::encData)),
          Response.CODEC,
          optional("parentAuth"),
          required("entityAuth"));

  @Override
  public CommandSpec<CreateMigrationBlob, Response> spec() {
    return SPEC;
  }
}
