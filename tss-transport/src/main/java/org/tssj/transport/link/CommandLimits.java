package org.tssj.transport.link;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How long a command may take before we give up waiting. More than the driver allows itself, which
 * knows the TPM and usually says so first (ETIME): this is for when it does not.
 */
public final class CommandLimits {

  /** What makes a key, searches for primes, or tests all of the TPM: minutes on an old one. */
  public static final Duration LONG = Duration.ofMinutes(10);

  /** Everything else. The Linux driver waits 2 minutes for a command it has no number for. */
  public static final Duration OTHER = Duration.ofMinutes(3);

  private static final int FIRST_TAG_OF_TPM20 = 0x8000;

  private static final Set<Integer> LONG_12 =
      Set.of(
          0x0d, // TPM_TakeOwnership
          0x0e, // TPM_ChangeAuthAsymStart
          0x13, // TPM_CMK_CreateKey
          0x1f, // TPM_CreateWrapKey
          0x29, // TPM_DAA_Join
          0x2c, // TPM_CreateMaintenanceArchive
          0x2d, // TPM_LoadMaintenanceArchive
          0x31, // TPM_DAA_Sign
          0x50, // TPM_SelfTestFull
          0x52, // TPM_CertifySelfTest
          0x53, // TPM_ContinueSelfTest
          0x5b, // TPM_OwnerClear
          0x5d, // TPM_ForceClear
          0x78, // TPM_CreateEndorsementKeyPair
          0x79, // TPM_MakeIdentity
          0x7f, // TPM_CreateRevocableEK
          0x80, // TPM_RevokeTrust
          0x99, // TPM_Startup
          0xaa, // TPM_FieldUpgrade
          0xe7); // TPM_ExecuteTransport, with any of these in it

  private static final Set<Integer> LONG_20 =
      Set.of(
          0x124, // TPM2_ChangeEPS
          0x125, // TPM2_ChangePPS
          0x126, // TPM2_Clear
          0x12f, // TPM2_FieldUpgradeStart
          0x131, // TPM2_CreatePrimary
          0x141, // TPM2_FieldUpgradeData
          0x142, // TPM2_IncrementalSelfTest
          0x143, // TPM2_SelfTest
          0x144, // TPM2_Startup
          0x153, // TPM2_Create
          0x191); // TPM2_CreateLoaded

  private final Optional<Duration> said;

  /**
   * @param said what the connection string says: one limit for all
   */
  public CommandLimits(Optional<Duration> said) {
    this.said = said;
  }

  /** The limit of a command, told by its tag and code. */
  public Duration of(byte[] command) {
    return said.orElseGet(() -> standard(command));
  }

  private static Duration standard(byte[] command) {
    int tag = (command[0] & 0xff) << 8 | command[1] & 0xff;
    int code =
        (command[6] & 0xff) << 24
            | (command[7] & 0xff) << 16
            | (command[8] & 0xff) << 8
            | command[9] & 0xff;
    return (tag >= FIRST_TAG_OF_TPM20 ? LONG_20 : LONG_12).contains(code) ? LONG : OTHER;
  }
}
