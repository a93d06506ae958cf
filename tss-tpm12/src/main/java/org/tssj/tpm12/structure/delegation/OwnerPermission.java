package org.tssj.tpm12.structure.delegation;

/**
 * TPM_DELEGATE_...: a right of the owner that can be delegated: the use of one command.
 *
 * @see "TPM 1.2 Main, Part 2, 20.2.2 Owner Permission Settings"
 */
public enum OwnerPermission {
  /** TPM_DAA_Sign. */
  DAA_SIGN("TPM_DAA_Sign", 0),
  /** TPM_Delegate_CreateOwnerDelegation. */
  DELEGATE_CREATE_OWNER_DELEGATION("TPM_Delegate_CreateOwnerDelegation", 1),
  /** TPM_Delegate_Manage. */
  DELEGATE_MANAGE("TPM_Delegate_Manage", 2),
  /** TPM_ReleaseCounterOwner. */
  RELEASE_COUNTER_OWNER("TPM_ReleaseCounterOwner", 3),
  /** TPM_CreateCounter. */
  CREATE_COUNTER("TPM_CreateCounter", 4),
  /** TPM_Delegate_UpdateVerification. */
  DELEGATE_UPDATE_VERIFICATION("TPM_Delegate_UpdateVerification", 5),
  /** TPM_FieldUpgrade. */
  FIELD_UPGRADE("TPM_FieldUpgrade", 6),
  /** TPM_SetRedirection. */
  SET_REDIRECTION("TPM_SetRedirection", 7),
  /** TPM_DisablePubekRead. */
  DISABLE_PUBEK_READ("TPM_DisablePubekRead", 8),
  /** TPM_OwnerReadPubek. */
  OWNER_READ_PUBEK("TPM_OwnerReadPubek", 9),
  /** TPM_ActivateIdentity. */
  ACTIVATE_IDENTITY("TPM_ActivateIdentity", 10),
  /** TPM_MakeIdentity. */
  MAKE_IDENTITY("TPM_MakeIdentity", 11),
  /** TPM_SetCapability. */
  SET_CAPABILITY("TPM_SetCapability", 12),
  /** TPM_OwnerSetDisable. */
  OWNER_SET_DISABLE("TPM_OwnerSetDisable", 13),
  /** TPM_NV_DefineSpace. */
  NV_DEFINE_SPACE("TPM_NV_DefineSpace", 14),
  /** TPM_DisableOwnerClear. */
  DISABLE_OWNER_CLEAR("TPM_DisableOwnerClear", 15),
  /** TPM_OwnerClear. */
  OWNER_CLEAR("TPM_OwnerClear", 16),
  /** TPM_ResetLockValue. */
  RESET_LOCK_VALUE("TPM_ResetLockValue", 17),
  /** TPM_OwnerReadInternalPub. */
  OWNER_READ_INTERNAL_PUB("TPM_OwnerReadInternalPub", 18),
  /** TPM_KillMaintenanceFeature. */
  KILL_MAINTENANCE_FEATURE("TPM_KillMaintenanceFeature", 19),
  /** TPM_LoadMaintenanceArchive. */
  LOAD_MAINTENANCE_ARCHIVE("TPM_LoadMaintenanceArchive", 20),
  /** TPM_CreateMaintenanceArchive. */
  CREATE_MAINTENANCE_ARCHIVE("TPM_CreateMaintenanceArchive", 21),
  /** TPM_AuthorizeMigrationKey. */
  AUTHORIZE_MIGRATION_KEY("TPM_AuthorizeMigrationKey", 22),
  /** TPM_DAA_Join. */
  DAA_JOIN("TPM_DAA_Join", 23),
  /** TPM_Delegate_LoadOwnerDelegation. */
  DELEGATE_LOAD_OWNER_DELEGATION("TPM_Delegate_LoadOwnerDelegation", 24),
  /** TPM_NV_ReadValue. */
  NV_READ_VALUE("TPM_NV_ReadValue", 25),
  /** TPM_CMK_CreateTicket. */
  CMK_CREATE_TICKET("TPM_CMK_CreateTicket", 26),
  /** TPM_NV_WriteValue. */
  NV_WRITE_VALUE("TPM_NV_WriteValue", 27),
  /** TPM_CMK_ApproveMA. */
  CMK_APPROVE_MA("TPM_CMK_ApproveMA", 28),
  /** TPM_DirWriteAuth. */
  DIR_WRITE_AUTH("TPM_DirWriteAuth", 29),
  /** TPM_SetOrdinalAuditStatus. */
  SET_ORDINAL_AUDIT_STATUS("TPM_SetOrdinalAuditStatus", 30),
  /** TPM_KeyControlOwner. */
  KEY_CONTROL_OWNER("TPM_KeyControlOwner", 31);

  private final String command;
  private final int bit;

  OwnerPermission(String command, int bit) {
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
