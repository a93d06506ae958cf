package org.tssj.tpm12.command.storage;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.EncAuthField.encAuth;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.TpmKey;

/**
 * TPM_CreateWrapKey: makes a key and wraps it under a storage key. It is not loaded.
 *
 * @param parentHandle a storage key
 * @param dataUsageAuth secret of the new key, 20 octets
 * @param dataMigrationAuth secret to migrate it, 20 octets; ignored for keys that are not
 *     migratable
 * @param keyInfo template of the new key
 * @see "TPM 1.2 Main, Part 3, 10.4 TPM_CreateWrapKey"
 */
public record CreateWrapKey(
    Handle parentHandle, AuthValue dataUsageAuth, AuthValue dataMigrationAuth, TpmKey keyInfo)
    implements Command<CreateWrapKey.Response> {

  /**
   * What TPM_CreateWrapKey answers.
   *
   * @param wrappedKey the new key
   */
  public record Response(TpmKey wrappedKey) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CreateWrapKey response",
            Response::new,
            field("wrappedKey", TpmKey.CODEC, Response::wrappedKey));
  }

  /** TPM_ORD_CreateWrapKey: pubAuth, the storage key's, by OSAP. */
  public static final CommandSpec<CreateWrapKey, Response> SPEC =
      command(
          0x1f,
          struct(
              "TPM_CreateWrapKey",
              CreateWrapKey::new,
              handle("parentHandle", CreateWrapKey::parentHandle),
              encAuth("dataUsageAuth", "pubAuth", CreateWrapKey::dataUsageAuth),
              encAuth("dataMigrationAuth", "pubAuth", CreateWrapKey::dataMigrationAuth),
              field("keyInfo", TpmKey.CODEC, CreateWrapKey::keyInfo)),
          Response.CODEC,
          required("pubAuth"));

  @Override
  public CommandSpec<CreateWrapKey, Response> spec() {
    return SPEC;
  }
}
