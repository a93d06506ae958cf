package org.tssj.cli.tool.data;

import org.tssj.cli.tool.Output;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;

/** The number of a PCR as an option's value. */
final class PcrNumber {

  private PcrNumber() {}

  /**
   * Reads a number. Whether there is such a PCR, the TPM says.
   *
   * <p>The tools of before take what is no number for 0 and {@code 0,10} for 0 too: data sealed to
   * less than was meant.
   *
   * @throws ToolFailure if it is none, after having said so
   */
  static int read(String text, Output output) {
    if (!text.strip().matches("[0-9]{1,9}")) {
      output.complain("A PCR is a number, not \"" + text + "\"; -p is given once for each PCR\n");
      throw new ToolFailure(Tool.FAILED);
    }
    return Integer.parseInt(text.strip());
  }
}
