package org.tssj.core;

/**
 * Something before the TPM said no: trousers' daemon, a resource manager, Windows TBS. The TPM did
 * not see the command.
 */
public final class TpmServiceException extends TpmException {

  private static final long serialVersionUID = 1L;

  private final String layer;
  private final long code;

  /**
   * @param layer who refused: {@code tcs}, {@code resource manager}, {@code tbs}
   * @param code the number as it came, unsigned 32 bits
   * @param message the number's name, what it means and what to do
   */
  public TpmServiceException(String layer, long code, String message) {
    super(layer + " refused [0x" + Long.toHexString(code) + "]: " + message, null);
    this.layer = layer;
    this.code = code;
  }

  /** Who refused. */
  public String layer() {
    return layer;
  }

  /** The number as it came. */
  public long code() {
    return code;
  }
}
