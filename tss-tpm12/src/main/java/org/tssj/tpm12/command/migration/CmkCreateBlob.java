package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Fields.sized32;
import static org.tssj.core.wire.Fields.sizedOrEmpty32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.required;

import java.util.Optional;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.migration.CmkAuth;
import org.tssj.tpm12.structure.migration.MigrateScheme;
import org.tssj.tpm12.structure.migration.MigrationKeyAuth;
import org.tssj.tpm12.structure.migration.MsaComposite;

/**
 * TPM_CMK_CreateBlob: wraps a restricted-migration key for a migration authority, or for where one
 * approves.
 *
 * @param parentHandle the parent it is wrapped under now
 * @param migrationType RESTRICT_MIGRATE or RESTRICT_APPROVE
 * @param migrationKeyAuth the owner's consent to the destination
 * @param pubSourceKeyDigest SHA-1 of the TPM_PUBKEY of the key that moves, 20 octets
 * @param msaList its migration authorities
 * @param restrictTicket what an authority signed, for RESTRICT_APPROVE; nothing for
 *     RESTRICT_MIGRATE
 * @param sigTicket what TPM_CMK_CreateTicket answered to that signature; empty for RESTRICT_MIGRATE
 * @param encData the key's private part, as {@code encData} of its TPM_KEY12
 * @see "TPM 1.2 Main, Part 3, 11.9 TPM_CMK_CreateBlob"
 */
public record CmkCreateBlob(
    Handle parentHandle,
    MigrateScheme migrationType,
    MigrationKeyAuth migrationKeyAuth,
    Bytes pubSourceKeyDigest,
    MsaComposite msaList,
    Optional<CmkAuth> restrictTicket,
    Bytes sigTicket,
    Bytes encData)
    implements Command<CmkCreateBlob.Response> {

  /**
   * What TPM_CMK_CreateBlob answers.
   *
   * @param random what the private part was XORed with
   * @param outData the private part, encrypted for the destination
   */
  public record Response(AuthValue random, Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CMK_CreateBlob response",
            Response::new,
            secret32("random", Response::random),
            bytes32("outData", Response::outData));
  }

  /** TPM_ORD_CMK_CreateBlob: parentAuth. */
  public static final CommandSpec<CmkCreateBlob, Response> SPEC =
      command(
          0x1b,
          struct(
              "TPM_CMK_CreateBlob",
              CmkCreateBlob::new,
              handle("parentHandle", CmkCreateBlob::parentHandle),
              field("migrationType", MigrateScheme.CODEC, CmkCreateBlob::migrationType),
              field("migrationKeyAuth", MigrationKeyAuth.CODEC, CmkCreateBlob::migrationKeyAuth),
              bytes("pubSourceKeyDigest", 20, CmkCreateBlob::pubSourceKeyDigest),
              sized32("msaList", MsaComposite.CODEC, CmkCreateBlob::msaList),
              sizedOrEmpty32("restrictTicket", CmkAuth.CODEC, CmkCreateBlob::restrictTicket),
              bytes32("sigTicket", CmkCreateBlob::sigTicket),
              bytes32("encData", CmkCreateBlob::encData)),
          Response.CODEC,
          required("parentAuth"));

  @Override
  public CommandSpec<CmkCreateBlob, Response> spec() {
    return SPEC;
  }
}
