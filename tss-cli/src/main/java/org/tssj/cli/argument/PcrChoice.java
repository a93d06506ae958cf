package org.tssj.cli.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tssj.core.Bank;

/**
 * PCRs of one bank, written as {@code sha256:0,1,2,10} or {@code sha256:0-7,10}.
 *
 * @param bank the bank
 * @param indices which PCRs, ascending, at least one
 */
public record PcrChoice(Bank bank, List<Integer> indices) {

  private static final int HIGHEST = 2039;

  public PcrChoice {
    indices = List.copyOf(indices);
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PcrChoice parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || colon == text.length() - 1) {
      throw new IllegalArgumentException(
          "PCRs are written as BANK:INDEX,INDEX,..., as in sha256:0,1,2 or sha1:0-7; this is \""
              + text
              + "\"");
    }
    TreeSet<Integer> indices = new TreeSet<>();
    for (String part : text.substring(colon + 1).split(",", -1)) {
      int dash = part.indexOf('-', 1);
      int first = index(dash < 0 ? part : part.substring(0, dash));
      int last = dash < 0 ? first : index(part.substring(dash + 1));
      if (last < first) {
        throw new IllegalArgumentException(part + " runs backwards");
      }
      for (int k = first; k <= last; k++) {
        indices.add(k);
      }
    }
    return new PcrChoice(Bank.named(text.substring(0, colon)), new ArrayList<>(indices));
  }

  private static int index(String text) {
    if (text.matches("\\d{1,4}") && Integer.parseInt(text) <= HIGHEST) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("\"" + text + "\" is no PCR; they are numbers from 0 on");
  }

  /** The indices as an array. */
  public int[] toArray() {
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }
}
