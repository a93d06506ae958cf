package org.tssj.attest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.BankSelection;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;

/** PCR values in words: every line is a value, a bank, a comment, or wrong. */
final class PcrValuesText {

  private static final int LONGEST_LINE = 400;

  // Possessive throughout: a line is read once, however it is made.
  private static final String VALUE = "(?:0[xX])?+([0-9a-fA-F]{2}+(?:[ ]?+[0-9a-fA-F]{2}+)*+)";
  private static final Pattern INDEXED =
      Pattern.compile(
          "(?:(?!PCR-)([A-Za-z]\\w*+(?:-\\d++)?+):)?+(?:PCR-|pcr)?+(\\d{1,4}+)\\s*+[=:]\\s*+"
              + VALUE);
  private static final Pattern PLAIN = Pattern.compile(VALUE);
  private static final Pattern HEADER = Pattern.compile("([A-Za-z]\\w*+(?:-\\d++)?+)\\s*+:");
  private static final Pattern IBM = Pattern.compile("pcrread: tsspcrread -halg (\\w++)");

  private final Optional<List<BankSelection>> order;
  private final CollectedPcrs collected = new CollectedPcrs();
  private final List<Bytes> plain = new ArrayList<>();
  private final List<Integer> plainAt = new ArrayList<>();
  private @Nullable Bank bank;
  private boolean indexed;

  PcrValuesText(Optional<List<BankSelection>> order) {
    this.order = order;
  }

  PcrValues read(String text) {
    int at = 0;
    int number = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      number++;
      try {
        line(text.substring(at, end).strip(), at);
      } catch (WireException e) {
        throw e.within("line " + number);
      }
      at = end + 1;
    }
    if (indexed && !plain.isEmpty()) {
      throw WireException.refused(
          "must have indices for all values or for none", plainAt.get(0), "both");
    }
    return plain.isEmpty() ? collected.values() : inOrder();
  }

  private void line(String line, int offset) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.length() > LONGEST_LINE) {
      throw WireException.refused(
          "must have at most " + LONGEST_LINE + " characters", offset, line.length() + " of them");
    }
    Matcher value = INDEXED.matcher(line);
    if (value.matches()) {
      indexed = true;
      Bytes octets = Bytes.hex(value.group(3));
      String name = value.group(1);
      Bank of = name != null ? named(name, offset) : bank != null ? bank : bySize(octets, offset);
      collected.add(of, Integer.parseInt(value.group(2)), octets, offset);
      return;
    }
    Matcher header = HEADER.matcher(line);
    if (header.matches()) {
      if (!header.group(1).equals("pcrs")) {
        bank = named(header.group(1), offset);
      }
      return;
    }
    Matcher ibm = IBM.matcher(line);
    if (ibm.matches()) {
      bank = named(ibm.group(1), offset);
      return;
    }
    Matcher alone = PLAIN.matcher(line);
    if (alone.matches()) {
      plain.add(Bytes.hex(alone.group(1)));
      plainAt.add(offset);
      return;
    }
    throw WireException.refused(
        "must be index=hex, bank:index=hex, a bank and a colon, or hex alone",
        offset,
        quoted(line));
  }

  private PcrValues inOrder() {
    List<BankSelection> selection =
        order.orElseThrow(() -> PcrValuesFile.withoutIndices(plainAt.get(0)));
    int next = 0;
    for (BankSelection each : selection) {
      for (int index : each.pcrs().indices()) {
        if (next < plain.size()) {
          collected.add(each.bank(), index, plain.get(next), plainAt.get(next));
        }
        next++;
      }
    }
    if (next != plain.size()) {
      throw WireException.refused(
          "must hold " + next + " values, those of " + BankSelection.text(selection),
          plainAt.get(0),
          plain.size() + " values");
    }
    return collected.values();
  }

  private static Bank named(String name, int offset) {
    try {
      return Bank.named(name);
    } catch (IllegalArgumentException e) {
      throw WireException.refused("must be a PCR bank, one of " + Bank.all(), offset, quoted(name));
    }
  }

  private static Bank bySize(Bytes value, int offset) {
    for (Bank each : List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512)) {
      if (each.size() == value.length()) {
        return each;
      }
    }
    throw WireException.refused(
        "a value must have 20, 32, 48 or 64 bytes", offset, value.length() + " bytes");
  }

  private static String quoted(String text) {
    return text.length() <= 60 ? "\"" + text + "\"" : "\"" + text.substring(0, 60) + "...\"";
  }
}
