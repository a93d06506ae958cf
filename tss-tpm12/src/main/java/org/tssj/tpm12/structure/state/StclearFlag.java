package org.tssj.tpm12.structure.state;

/**
 * TPM_STCLEAR_FLAGS: the flags a TPM keeps until the next TPM_Startup(ST_CLEAR), in their order on
 * the wire.
 *
 * @see "TPM 1.2 Main, Part 2, 7.2 TPM_STCLEAR_FLAGS"
 */
public enum StclearFlag {
  /** The TPM is deactivated until it is powered again. */
  DEACTIVATED("deactivated"),
  /** TPM_ForceClear is refused. */
  DISABLE_FORCE_CLEAR("disableForceClear"),
  /** Somebody is present, as TSC_PhysicalPresence said. */
  PHYSICAL_PRESENCE("physicalPresence"),
  /** The flag before cannot be changed. */
  PHYSICAL_PRESENCE_LOCK("physicalPresenceLock"),
  /** NV areas with GLOBALLOCK cannot be written. */
  B_GLOBAL_LOCK("bGlobalLock");

  private final String specName;

  StclearFlag(String specName) {
    this.specName = specName;
  }

  /** TPM_SF: its number for TPM_SetCapability, which is its position, from 1. */
  public int number() {
    return ordinal() + 1;
  }

  /** The specification's name. */
  @Override
  public String toString() {
    return specName;
  }
}
