package org.tssj.cli.tool;

import java.util.HexFormat;
import org.tssj.core.Bytes;

/** Octets as tpm-tools print them: words of four, and lines of 32 where there are more. */
public final class Hex {

  private static final int LINE = 32;
  private static final int WORD = 4;

  private Hex() {}

  /** The octets; more than a line of them begin on a new one, behind a tab. */
  public static String words(Bytes octets) {
    StringBuilder text = new StringBuilder();
    byte[] each = octets.toArray();
    for (int k = 0; k < each.length; k++) {
      if (k % LINE == 0) {
        text.append(each.length > LINE ? "\n\t" : "");
      } else if (k % WORD == 0) {
        text.append(' ');
      }
      text.append(HexFormat.of().toHexDigits(each[k]));
    }
    return text.toString();
  }
}
