package org.tssj.cli.command;

import java.util.Map;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/** PCR values in both forms. */
final class PcrReport {

  private static final int INDENT = 4;

  private PcrReport() {}

  /** As {@code {bank: {index: hex}}}. */
  static Json.Fields json(PcrValues values) {
    Json.Fields banks = Json.object();
    for (Bank bank : values.banks()) {
      banks.put(bank.name(), values.bank(bank));
    }
    return banks;
  }

  /** A line with the bank's name, then one for each PCR. */
  static String text(PcrValues values) {
    StringBuilder out = new StringBuilder();
    for (Bank bank : values.banks()) {
      Columns lines = new Columns();
      values.bank(bank).forEach((index, value) -> lines.row(indented(index), value));
      out.append(bank).append('\n').append(lines);
    }
    return out.toString();
  }

  /** As by {@code %4d}, which would take as long as reading the PCRs: it asks for a locale. */
  private static String indented(int index) {
    String digits = Integer.toString(index);
    return " ".repeat(Math.max(0, INDENT - digits.length())) + digits;
  }

  /** What was extended into a PCR, and what it holds now. */
  static String text(int index, Map<Bank, Bytes> digests, PcrValues now) {
    Columns lines = new Columns();
    for (Bank bank : now.banks()) {
      Bytes digest = digests.get(bank);
      if (digest != null) {
        lines.row(bank, "digest", digest);
      }
      now.get(bank, index).ifPresent(value -> lines.row(bank, "PCR " + index, value));
    }
    return lines.toString();
  }

  /** Digests by bank, in the order of the banks. */
  static Json.Fields json(Map<Bank, Bytes> digests) {
    Json.Fields fields = Json.object();
    for (Bank bank : Bank.all()) {
      Bytes digest = digests.get(bank);
      if (digest != null) {
        fields.put(bank.name(), digest);
      }
    }
    return fields;
  }
}
