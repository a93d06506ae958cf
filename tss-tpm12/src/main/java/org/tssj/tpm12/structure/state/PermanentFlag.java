package org.tssj.tpm12.structure.state;

/**
 * TPM_PERMANENT_FLAGS: the flags a TPM keeps without power, in their order on the wire. Their
 * numbers for TPM_SetCapability (TPM_PF_*) are their positions, from 1.
 *
 * @see "TPM 1.2 Main, Part 2, 7.1 TPM_PERMANENT_FLAGS"
 */
public enum PermanentFlag {
  /** The TPM is disabled: it takes no command that uses a secret (result 0x7). */
  DISABLE("disable"),
  /** An owner may be installed. */
  OWNERSHIP("ownership"),
  /** The TPM starts deactivated: it is reachable and does next to nothing (result 0x6). */
  DEACTIVATED("deactivated"),
  /** The public endorsement key can be read without the owner. */
  READ_PUBEK("readPubek"),
  /** The owner can no longer clear the TPM; presence still can. */
  DISABLE_OWNER_CLEAR("disableOwnerClear"),
  /** The owner may make a maintenance archive. */
  ALLOW_MAINTENANCE("allowMaintenance"),
  /** The two flags that follow are fixed for ever. */
  PHYSICAL_PRESENCE_LIFETIME_LOCK("physicalPresenceLifetimeLock"),
  /** Presence may be shown by a pin. */
  PHYSICAL_PRESENCE_HW_ENABLE("physicalPresenceHWEnable"),
  /** Presence may be said by command. */
  PHYSICAL_PRESENCE_CMD_ENABLE("physicalPresenceCMDEnable"),
  /** The endorsement key was made by TPM_CreateEndorsementKeyPair, not put in by the maker. */
  CEKP_USED("CEKPUsed"),
  /** The TPM tests itself before it takes commands. */
  TPM_POST("TPMpost"),
  /** The flag before can no longer be changed. */
  TPM_POST_LOCK("TPMpostLock"),
  /** The TPM keeps to FIPS 140. */
  FIPS("FIPS"),
  /** An operator secret is set. */
  OPERATOR("Operator"),
  /** The endorsement key can be revoked. */
  ENABLE_REVOKE_EK("enableRevokeEK"),
  /** NV authorisations are checked; while it is not set, anybody reads and writes NV areas. */
  NV_LOCKED("nvLocked"),
  /** The public SRK can be read with the SRK's secret instead of the owner's. */
  READ_SRK_PUB("readSRKPub"),
  /** A measured launch has happened; TSC_ResetEstablishmentBit sets it back. */
  TPM_ESTABLISHED("tpmEstablished"),
  /** A maintenance archive was made for this owner. */
  MAINTENANCE_DONE("maintenanceDone"),
  /** Details of dictionary-attack protection are not told. */
  DISABLE_FULL_DA_LOGIC_INFO("disableFullDALogicInfo");

  private final String specName;

  PermanentFlag(String specName) {
    this.specName = specName;
  }

  /** TPM_PF: its number for TPM_SetCapability, which is its position, from 1. */
  public int number() {
    return ordinal() + 1;
  }

  /** The specification's name. */
  @Override
  public String toString() {
    return specName;
  }
}
