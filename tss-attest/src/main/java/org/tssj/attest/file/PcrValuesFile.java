package org.tssj.attest.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tssj.attest.BankSelection;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;

/**
 * PCR values as tools write them, told apart by content:
 *
 * <ul>
 *   <li>{@code tpm2_quote -o} and {@code tpm2_pcrread -F serialized}: C structures in little-endian
 *       order, selection and values;
 *   <li>{@code tpm2_quote -F values} and {@code tpm2_pcrread -o}: the values alone, end to end;
 *   <li>what {@code tpm2_pcrread} prints: banks and {@code index: 0xhex} below them;
 *   <li>{@code index=hex} lines of tpm-quote-tools, also {@code bank:index=hex}, {@code index: hex}
 *       of IBM's {@code tsspcrread} and {@code PCR-00: AB CD ..} of the Linux kernel;
 *   <li>a value in hex on each line.
 * </ul>
 *
 * <p>Values without an index take the order of a selection. Where no bank is named, the length
 * tells it: 40 digits SHA-1, 64 SHA-256, 96 SHA-384, 128 SHA-512.
 */
public final class PcrValuesFile {

  private PcrValuesFile() {}

  /**
   * Reads values that name their PCRs.
   *
   * @throws WireException if they do not, or the content is of no form known here
   */
  public static PcrValues read(Bytes content) {
    return read(content, Optional.empty());
  }

  /**
   * Reads values with or without indices.
   *
   * @param order the PCRs of values that do not name theirs; ignored where they do
   * @throws WireException if the values do not fit the order, or the content is of no form known
   *     here
   */
  public static PcrValues read(Bytes content, List<BankSelection> order) {
    return read(content, Optional.of(order));
  }

  /**
   * Values as {@code tpm2_quote -o} writes them and {@code tpm2_checkquote -f} reads them.
   *
   * @throws IllegalArgumentException for a PCR above 31, which tpm2-tools do not know
   */
  public static Bytes serialized(PcrValues values) {
    return SerializedPcrs.write(values);
  }

  /** Values of one bank as {@code index=hex} lines, which tpm-quote-tools read and write. */
  public static Bytes lines(PcrValues values, Bank bank) {
    StringBuilder lines = new StringBuilder();
    values
        .bank(bank)
        .forEach(
            (index, value) ->
                lines
                    .append(index)
                    .append('=')
                    .append(value.toHex().toUpperCase(Locale.ROOT))
                    .append('\n'));
    return Bytes.utf8(lines.toString());
  }

  private static PcrValues read(Bytes content, Optional<List<BankSelection>> order) {
    try {
      if (content.isEmpty()) {
        throw WireException.refused("must hold values", 0, "an empty file");
      }
      if (isText(content)) {
        String text = new String(content.toArray(), StandardCharsets.US_ASCII);
        return new PcrValuesText(order).read(text);
      }
      return SerializedPcrs.looksLike(content)
          ? SerializedPcrs.read(content)
          : endToEnd(content, order);
    } catch (WireException e) {
      throw e.within("PCR values");
    }
  }

  private static boolean isText(Bytes content) {
    for (int i = 0; i < content.length(); i++) {
      int octet = content.get(i);
      if (octet > 0x7e || octet < 0x20 && octet != '\n' && octet != '\r' && octet != '\t') {
        return false;
      }
    }
    return true;
  }

  private static PcrValues endToEnd(Bytes content, Optional<List<BankSelection>> order) {
    List<BankSelection> selection = order.orElseThrow(() -> withoutIndices(0));
    int size = 0;
    for (BankSelection each : selection) {
      size += each.bank().size() * each.pcrs().indices().size();
    }
    if (content.length() != size) {
      throw WireException.refused(
          "must have " + size + " bytes, the values of " + BankSelection.text(selection),
          0,
          content.length() + " bytes");
    }
    CollectedPcrs collected = new CollectedPcrs();
    int at = 0;
    for (BankSelection each : selection) {
      for (int index : each.pcrs().indices()) {
        int end = at + each.bank().size();
        collected.add(each.bank(), index, content.slice(at, end), at);
        at = end;
      }
    }
    return collected.values();
  }

  static WireException withoutIndices(int offset) {
    return WireException.refused(
        "must say which PCRs the values are of", offset, "values without indices");
  }
}
