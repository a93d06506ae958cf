package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.EncAuthField.encAuth;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.TpmKey;

/**
 * TPM_CMK_CreateKey: makes a key that migrates only with the consent of migration authorities
 * (CMK). It is not loaded.
 *
 * @param parentHandle a storage key
 * @param dataUsageAuth secret of the new key, 20 octets
 * @param keyInfo template of the new key, a TPM_KEY12, migratable and with migrateAuthority
 * @param migrationAuthorityApproval what TPM_CMK_ApproveMA answered, 20 octets
 * @param migrationAuthorityDigest SHA-1 of TPM_MSA_COMPOSITE, 20 octets
 * @see "TPM 1.2 Main, Part 3, 11.7 TPM_CMK_CreateKey"
 */
public record CmkCreateKey(
    Handle parentHandle,
    AuthValue dataUsageAuth,
    TpmKey keyInfo,
    Bytes migrationAuthorityApproval,
    Bytes migrationAuthorityDigest)
    implements Command<CmkCreateKey.Response> {

  /**
   * What TPM_CMK_CreateKey answers.
   *
   * @param wrappedKey the new key
   */
  public record Response(TpmKey wrappedKey) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CMK_CreateKey response",
            Response::new,
            field("wrappedKey", TpmKey.CODEC, Response::wrappedKey));
  }

  /** TPM_ORD_CMK_CreateKey: pubAuth, the storage key's, by OSAP. */
  public static final CommandSpec<CmkCreateKey, Response> SPEC =
      command(
          0x13,
          struct(
              "TPM_CMK_CreateKey",
              CmkCreateKey::new,
              handle("parentHandle", CmkCreateKey::parentHandle),
              encAuth("dataUsageAuth", "pubAuth", CmkCreateKey::dataUsageAuth),
              field("keyInfo", TpmKey.CODEC, CmkCreateKey::keyInfo),
              bytes("migrationAuthorityApproval", 20, CmkCreateKey::migrationAuthorityApproval),
              bytes("migrationAuthorityDigest", 20, CmkCreateKey::migrationAuthorityDigest)),
          Response.CODEC,
          required("pubAuth"));

  @Override
  public CommandSpec<CmkCreateKey, Response> spec() {
    return SPEC;
  }
}
