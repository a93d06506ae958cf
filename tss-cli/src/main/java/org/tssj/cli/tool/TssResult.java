package org.tssj.cli.tool;

import java.io.IOException;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.TpmServiceException;
import org.tssj.core.wire.WireException;

/**
 * TSS_RESULT: how the tools of before number failures. The layer that failed is in bits 12 to 15,
 * what happened in the 12 below.
 *
 * @param value unsigned 32 bits
 * @see "TCG Software Stack 1.2, 2.2 Return codes"
 */
public record TssResult(long value) {

  /** TSS_E_COMM_FAILURE of the library: nobody reached. */
  public static final TssResult COMM_FAILURE = new TssResult(0x3011);

  /** TSS_E_BAD_PARAMETER of the library. */
  public static final TssResult BAD_PARAMETER = new TssResult(0x3003);

  /** TSS_E_TPM_UNEXPECTED of the library: an answer that is none. */
  public static final TssResult UNEXPECTED = new TssResult(0x3010);

  /** TSS_E_TSP_AUTHFAIL of the library: an answer that does not prove itself. */
  public static final TssResult ANSWER_NOT_AUTHENTIC = new TssResult(0x3113);

  private static final int LAYER_SHIFT = 12;
  private static final int CODE = 0xfff;
  private static final long TDDL_FAIL = 0x1002;

  /**
   * The number of a failure.
   *
   * @return that of what failed as trousers numbers it
   * @throws RuntimeException the same, if it is a defect and no failure
   */
  public static TssResult of(Exception failure) {
    if (failure instanceof TpmResponseException refused) {
      return new TssResult(refused.code());
    }
    if (failure instanceof TpmServiceException refused) {
      return new TssResult(refused.layer().matches("tddl|tcs|tsp") ? refused.code() : TDDL_FAIL);
    }
    if (failure instanceof TpmAuthenticityException) {
      return ANSWER_NOT_AUTHENTIC;
    }
    if (failure instanceof WireException) {
      return UNEXPECTED;
    }
    if (failure instanceof IOException) {
      return COMM_FAILURE;
    }
    throw failure instanceof RuntimeException defect
        ? defect
        : new IllegalStateException("no failure of a TPM", failure);
  }

  /** Which layer failed: {@code tpm}, {@code tddl}, {@code tcs} or {@code tsp}. */
  public String layer() {
    return switch ((int) (value >> LAYER_SHIFT) & 0xf) {
      case 0 -> "tpm";
      case 1 -> "tddl";
      case 2 -> "tcs";
      case 3 -> "tsp";
      default -> "unknown";
    };
  }

  /** What happened, without the layer. */
  public int code() {
    return (int) (value & CODE);
  }

  /** What trousers says about it. */
  public String words() {
    return TssWords.of(value);
  }

  /** As it stands in an error line. */
  @Override
  public String toString() {
    return String.format(
        "0x%08x - layer=%s, code=%04x (%d), %s", value, layer(), code(), code(), words());
  }
}
