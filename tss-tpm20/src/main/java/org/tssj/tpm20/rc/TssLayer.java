package org.tssj.tpm20.rc;

import java.util.Optional;

/**
 * TSS2_RC_LAYER: who answered with a response code, told by its upper 16 bits. A TPM leaves them
 * zero; a software stack or resource manager between it and us does not.
 *
 * @param number 0 to 0xffff; the software stacks use 0 to 255
 * @see "TCG TSS 2.0 Overview and Common Structures, TSS2_RC; tpm2-tss, tss2_common.h"
 */
public record TssLayer(int number) {

  private static final int LAST_OF_STACKS = 255;

  /** The TPM itself. */
  public static final TssLayer TPM = new TssLayer(0);

  /** TSS2_FEATURE_RC_LAYER: tpm2-tss's feature API. */
  public static final TssLayer FAPI = new TssLayer(6);

  /** TSS2_ESAPI_RC_LAYER: tpm2-tss's enhanced system API. */
  public static final TssLayer ESYS = new TssLayer(7);

  /** TSS2_SYS_RC_LAYER: tpm2-tss's system API. */
  public static final TssLayer SYS = new TssLayer(8);

  /** TSS2_MU_RC_LAYER: tpm2-tss's marshaling. */
  public static final TssLayer MU = new TssLayer(9);

  /** TSS2_TCTI_RC_LAYER: tpm2-tss's transports. */
  public static final TssLayer TCTI = new TssLayer(10);

  /**
   * TSS2_RESMGR_TPM_RC_LAYER: a resource manager that answers with a code of the TPM's own set. The
   * Linux kernel behind /dev/tpmrm0 does so for a command the TPM does not list.
   */
  public static final TssLayer RESMGR_TPM = new TssLayer(11);

  /** TSS2_RESMGR_RC_LAYER: a resource manager with a code of its own, as tpm2-abrmd. */
  public static final TssLayer RESMGR = new TssLayer(12);

  /** TSS2_POLICY_RC_LAYER: tpm2-tss's policy library. */
  public static final TssLayer POLICY = new TssLayer(13);

  /** Windows' TPM Base Services, whose codes begin with 0x8028. */
  public static final TssLayer TBS = new TssLayer(0x8028);

  /** Whether its codes are those of TPM_RC. */
  boolean speaksTpm() {
    return equals(TPM) || equals(RESMGR_TPM);
  }

  /** One of the codes that the layers of the software stacks share; others have none of them. */
  Optional<TssCode> code(int code) {
    return number <= LAST_OF_STACKS ? TssCode.of(code) : Optional.empty();
  }

  /** What tpm2-tss puts before the names of its codes. */
  String prefix() {
    return switch (number) {
      case 6 -> "TSS2_FAPI_RC_";
      case 7 -> "TSS2_ESYS_RC_";
      case 8 -> "TSS2_SYS_RC_";
      case 9 -> "TSS2_MU_RC_";
      case 10 -> "TSS2_TCTI_RC_";
      case 12 -> "TSS2_RESMGR_RC_";
      case 13 -> "TSS2_POLICY_RC_";
      default -> "TSS2_BASE_RC_";
    };
  }

  /** Its short name, as error messages have it. */
  @Override
  public String toString() {
    return switch (number) {
      case 0 -> "tpm";
      case 6 -> "fapi";
      case 7 -> "esys";
      case 8 -> "sys";
      case 9 -> "mu";
      case 10 -> "tcti";
      case 11, 12 -> "resource manager";
      case 13 -> "policy";
      case 0x8028 -> "Windows TBS";
      default -> "layer " + number;
    };
  }
}
