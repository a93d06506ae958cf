package org.tssj.core;

/**
 * The answer is not authentic: it was changed on its way, or whoever sent it does not know the
 * secret. Nothing of it has been used. Whether the TPM executed the command is unknown.
 */
public final class TpmAuthenticityException extends TpmException {

  private static final long serialVersionUID = 1L;

  private final String check;

  /**
   * @param command the command's name in the specification
   * @param check which check failed, on which session
   */
  public TpmAuthenticityException(String command, String check) {
    super(
        command
            + ": the answer is not authentic: "
            + check
            + ". Somebody between here and the TPM changed it, or the secret is not the one the TPM"
            + " holds",
        null);
    this.check = check;
  }

  /** Which check failed, on which session. */
  public String check() {
    return check;
  }
}
