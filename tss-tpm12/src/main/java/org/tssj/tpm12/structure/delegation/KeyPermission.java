package org.tssj.tpm12.structure.delegation;

/**
 * TPM_KEY_DELEGATE_...: a use of a key that can be delegated: one command.
 *
 * @see "TPM 1.2 Main, Part 2, 20.2.3 Key Permission Settings"
 */
public enum KeyPermission {
  /** TPM_LoadKey. */
  LOAD_KEY("TPM_LoadKey", 0),
  /** TPM_Seal. */
  SEAL("TPM_Seal", 1),
  /** TPM_Unseal. */
  UNSEAL("TPM_Unseal", 2),
  /** TPM_Quote. */
  QUOTE("TPM_Quote", 3),
  /** TPM_UnBind. */
  UN_BIND("TPM_UnBind", 4),
  /** TPM_GetPubKey. */
  GET_PUB_KEY("TPM_GetPubKey", 5),
  /** TPM_ChangeAuth. */
  CHANGE_AUTH("TPM_ChangeAuth", 6),
  /** TPM_Delegate_CreateKeyDelegation. */
  DELEGATE_CREATE_KEY_DELEGATION("TPM_Delegate_CreateKeyDelegation", 7),
  /** TPM_ConvertMigrationBlob. */
  CONVERT_MIGRATION_BLOB("TPM_ConvertMigrationBlob", 8),
  /** TPM_CreateMigrationBlob. */
  CREATE_MIGRATION_BLOB("TPM_CreateMigrationBlob", 9),
  /** TPM_CMK_CreateBlob. */
  CMK_CREATE_BLOB("TPM_CMK_CreateBlob", 10),
  /** TPM_CreateWrapKey. */
  CREATE_WRAP_KEY("TPM_CreateWrapKey", 11),
  /** TPM_CertifyKey. */
  CERTIFY_KEY("TPM_CertifyKey", 12),
  /** TPM_CertifyKey2. */
  CERTIFY_KEY2("TPM_CertifyKey2", 13),
  /** TPM_Sign. */
  SIGN("TPM_Sign", 14),
  /** TPM_GetAuditDigestSigned. */
  GET_AUDIT_DIGEST_SIGNED("TPM_GetAuditDigestSigned", 15),
  /** TPM_ActivateIdentity. */
  ACTIVATE_IDENTITY("TPM_ActivateIdentity", 16),
  /** TPM_MakeIdentity. */
  MAKE_IDENTITY("TPM_MakeIdentity", 17),
  /** TPM_Sealx. */
  SEALX("TPM_Sealx", 18),
  /** TPM_Quote2. */
  QUOTE2("TPM_Quote2", 19),
  /** TPM_ReleaseTransportSigned. */
  RELEASE_TRANSPORT_SIGNED("TPM_ReleaseTransportSigned", 20),
  /** TPM_EstablishTransport. */
  ESTABLISH_TRANSPORT("TPM_EstablishTransport", 21),
  /** TPM_LoadKey2. */
  LOAD_KEY2("TPM_LoadKey2", 22),
  /** TPM_MigrateKey. */
  MIGRATE_KEY("TPM_MigrateKey", 23),
  /** TPM_CMK_CreateKey. */
  CMK_CREATE_KEY("TPM_CMK_CreateKey", 24),
  /** TPM_ChangeAuthAsymFinish. */
  CHANGE_AUTH_ASYM_FINISH("TPM_ChangeAuthAsymFinish", 25),
  /** TPM_ChangeAuthAsymStart. */
  CHANGE_AUTH_ASYM_START("TPM_ChangeAuthAsymStart", 26),
  /** TPM_TickStampBlob. */
  TICK_STAMP_BLOB("TPM_TickStampBlob", 27),
  /** TPM_CMK_ConvertMigration. */
  CMK_CONVERT_MIGRATION("TPM_CMK_ConvertMigration", 28);

  private final String command;
  private final int bit;

  KeyPermission(String command, int bit) {
    this.command = command;
    this.bit = bit;
  }

  /** The command, as the specification names it. */
  public String command() {
    return command;
  }

  /** Which bit of per1, 0 to 31. */
  public int bit() {
    return bit;
  }
}
