package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Fields.sized32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.migration.CmkAuth;
import org.tssj.tpm12.structure.migration.MsaComposite;

/**
 * TPM_CMK_ConvertMigration: turns a restricted-migration key that came here into one that can be
 * loaded.
 *
 * @param parentHandle the parent it came to
 * @param restrictTicket what an authority signed
 * @param sigTicket what TPM_CMK_CreateTicket answered to that signature, 20 octets
 * @param migratedKey the key as it came
 * @param msaList its migration authorities
 * @param random what it was XORed with
 * @see "TPM 1.2 Main, Part 3, 11.10 TPM_CMK_ConvertMigration"
 */
public record CmkConvertMigration(
    Handle parentHandle,
    CmkAuth restrictTicket,
    Bytes sigTicket,
    TpmKey migratedKey,
    MsaComposite msaList,
    AuthValue random)
    implements Command<CmkConvertMigration.Response> {

  /**
   * What TPM_CMK_ConvertMigration answers.
   *
   * @param outData the private part, for {@code encData} of its TPM_KEY12
   */
  public record Response(Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CMK_ConvertMigration response",
            Response::new,
            bytes32("outData", Response::outData));
  }

  /** TPM_ORD_CMK_ConvertMigration: parentAuth. */
  public static final CommandSpec<CmkConvertMigration, Response> SPEC =
      command(
          0x24,
          struct(
              "TPM_CMK_ConvertMigration",
              CmkConvertMigration::new,
              handle("parentHandle", CmkConvertMigration::parentHandle),
              field("restrictTicket", CmkAuth.CODEC, CmkConvertMigration::restrictTicket),
              bytes("sigTicket", 20, CmkConvertMigration::sigTicket),
              field("migratedKey", TpmKey.CODEC, CmkConvertMigration::migratedKey),
              sized32("msaList", MsaComposite.CODEC, CmkConvertMigration::msaList),
              secret32("random", CmkConvertMigration::random)),
          Response.CODEC,
          required("parentAuth"));

  @Override
  public CommandSpec<CmkConvertMigration, Response> spec() {
    return SPEC;
  }
}
