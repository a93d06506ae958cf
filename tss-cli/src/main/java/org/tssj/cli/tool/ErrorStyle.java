package org.tssj.cli.tool;

/** How the two families of tools say that a step failed. */
public enum ErrorStyle {
  /** {@code Tspi_NV_ReadValue failed: 0x00000001 - layer=tpm, code=0001 (1), ...}. */
  TPM_TOOLS("Tspi_Context_Connect") {
    @Override
    String line(String step, TssResult result) {
      return step + " failed: " + result + "\n";
    }
  },

  /** {@code Error while loading AIK. Error code: TSS_E_PS_KEY_NOTFOUND}. */
  QUOTE_TOOLS("connecting") {
    @Override
    String line(String step, TssResult result) {
      return "Error while " + step + ". Error code: " + TssNames.of(result) + "\n";
    }
  };

  private final String connecting;

  ErrorStyle(String connecting) {
    this.connecting = connecting;
  }

  /** What the step is called that connects. */
  String connecting() {
    return connecting;
  }

  /** The line for a step that failed, with its line end. */
  abstract String line(String step, TssResult result);
}
