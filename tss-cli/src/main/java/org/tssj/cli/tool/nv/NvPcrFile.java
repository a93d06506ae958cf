package org.tssj.cli.tool.nv;

import java.util.Map;
import java.util.StringTokenizer;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.tool.Call;
import org.tssj.core.Bytes;

/**
 * The file of {@code tpm_nvdefine -f}: for reading and writing, which PCRs must have which values.
 *
 * @param call for what there is to complain
 * @param name of the file
 */
record NvPcrFile(Call call, String name) {

  private static final int WORDS = 3;

  private static final String FORMAT =
      """
      Invalid PCR info file. Format is:
      [r/w] [PCR IDX] [SHA-1 ascii]

      Example:
      r 9 00112233445566778899AABBCCDDEEFF00112233\
      """;

  /** Whether this is the number of a PCR that a PC has. */
  static boolean isPcr(String text) {
    return text.matches("[0-9]{1,2}") && Integer.parseInt(text) < 24;
  }

  /**
   * Adds what the file says to what the options said.
   *
   * @throws org.tssj.cli.tool.ToolFailure if it cannot be read or has another format
   */
  void addTo(Map<Integer, Bytes> readPcrs, Map<Integer, Bytes> writePcrs) {
    StringTokenizer words = new StringTokenizer(text());
    if (words.countTokens() % WORDS != 0 || !words.hasMoreTokens()) {
      throw NvTool.refused(call, FORMAT);
    }
    while (words.hasMoreTokens()) {
      String direction = words.nextToken();
      String pcr = words.nextToken();
      String value = words.nextToken();
      // The tool of before seals to what it makes of other digits, which no PCR will ever have.
      if (!direction.matches("[rw]")
          || !pcr.matches("[0-9]{1,9}")
          || !value.matches("[0-9A-Fa-f]{40}")) {
        throw NvTool.refused(call, FORMAT);
      }
      if (!isPcr(pcr)) {
        throw NvTool.refused(call, "Cannot seal NVRAM area to PCR > 23");
      }
      (direction.equals("r") ? readPcrs : writePcrs).put(Integer.valueOf(pcr), Bytes.hex(value));
    }
  }

  private String text() {
    try {
      return new String(
          new InputFile(name).read(call.machine()).toArray(),
          java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (UsageException e) {
      throw NvTool.refused(call, "Could not access file '" + name + "'");
    }
  }
}
