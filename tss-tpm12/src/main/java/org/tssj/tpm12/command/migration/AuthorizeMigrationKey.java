package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.migration.MigrateScheme;
import org.tssj.tpm12.structure.migration.MigrationKeyAuth;

/**
 * TPM_AuthorizeMigrationKey: the owner's consent to migrate keys to a public key.
 *
 * @param migrationScheme how keys may go
 * @param migrationKey where they may go
 * @see "TPM 1.2 Main, Part 3, 11.3 TPM_AuthorizeMigrationKey"
 */
public record AuthorizeMigrationKey(MigrateScheme migrationScheme, PubKey migrationKey)
    implements Command<AuthorizeMigrationKey.Response> {

  /**
   * What TPM_AuthorizeMigrationKey answers.
   *
   * @param outData the consent
   */
  public record Response(MigrationKeyAuth outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_AuthorizeMigrationKey response",
            Response::new,
            field("outData", MigrationKeyAuth.CODEC, Response::outData));
  }

  /** TPM_ORD_AuthorizeMigrationKey: ownerAuth. */
  public static final CommandSpec<AuthorizeMigrationKey, Response> SPEC =
      command(
          0x2b,
          struct(
              "TPM_AuthorizeMigrationKey",
              AuthorizeMigrationKey::new,
              field("migrationScheme", MigrateScheme.CODEC, AuthorizeMigrationKey::migrationScheme),
              field("migrationKey", PubKey.CODEC, AuthorizeMigrationKey::migrationKey)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<AuthorizeMigrationKey, Response> spec() {
    return SPEC;
  }
}
