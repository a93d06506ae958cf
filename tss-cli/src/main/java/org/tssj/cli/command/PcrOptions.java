package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tssj.attest.BankSelection;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.attest.json.JsonValue;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.PcrChoice;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Option;

/** The options by which a verb is told PCRs and the values they shall have. */
final class PcrOptions {

  @Option(
      names = "--pcr",
      paramLabel = "BANK:LIST",
      description =
          "PCRs, as in sha256:0-7,10; may be given once for each bank. They have to have the values"
              + " they have now.")
  List<PcrChoice> pcrs = new ArrayList<>();

  @Option(
      names = "--pcr-values",
      paramLabel = "FILE",
      description =
          "The values instead: what tpm pcr read and tpm predict print, with --json or without, and"
              + " what tpm2_pcrread and tpm-quote-tools write.")
  Optional<InputFile> values = Optional.empty();

  boolean isEmpty() {
    return pcrs.isEmpty() && values.isEmpty();
  }

  /** The PCRs and their values; none where no option asks for any. */
  PcrValues wanted(Tpm tpm, Environment machine) throws IOException {
    return values.isPresent() ? ofFile(values.get(), machine) : now(tpm);
  }

  private PcrValues now(Tpm tpm) throws IOException {
    PcrValues now = PcrValues.NONE;
    for (PcrChoice choice : pcrs) {
      now = now.with(tpm.pcrRead(choice.bank(), choice.toArray()));
    }
    return now;
  }

  private PcrValues ofFile(InputFile file, Environment machine) {
    PcrValues all = read(file, machine, order());
    return pcrs.isEmpty() ? all : chosen(all, file);
  }

  /** Values that name their PCRs. */
  static PcrValues read(InputFile file, Environment machine) {
    return read(file, machine, List.of());
  }

  private static PcrValues read(InputFile file, Environment machine, List<BankSelection> order) {
    Bytes content = file.read(machine);
    try {
      if (looksLikeJson(content)) {
        return ofJson(JsonValue.read(content).object());
      }
      return order.isEmpty() ? PcrValuesFile.read(content) : PcrValuesFile.read(content, order);
    } catch (WireException e) {
      throw e.within(file.name());
    }
  }

  private List<BankSelection> order() {
    return pcrs.stream()
        .map(choice -> new BankSelection(choice.bank(), PcrBitmap.of(choice.indices())))
        .toList();
  }

  private PcrValues chosen(PcrValues all, InputFile file) {
    PcrValues chosen = PcrValues.NONE;
    for (PcrChoice choice : pcrs) {
      for (int index : choice.indices()) {
        Bytes value =
            all.get(choice.bank(), index)
                .orElseThrow(
                    () ->
                        new UsageException(
                            file
                                + ": has no value for PCR "
                                + index
                                + " of the "
                                + choice.bank()
                                + " bank"));
        chosen = chosen.with(choice.bank(), index, value);
      }
    }
    return chosen;
  }

  private static boolean looksLikeJson(Bytes content) {
    for (int k = 0; k < content.length(); k++) {
      int octet = content.get(k);
      if (octet > ' ') {
        return octet == '{';
      }
    }
    return false;
  }

  /** {bank: {index: hex}}, or one PCR of {@code tpm predict rootfs}. */
  private static PcrValues ofJson(JsonValue.Members json) {
    PcrValues values = PcrValues.NONE;
    if (json.find("pcr").isPresent() && json.find("bank").isPresent()) {
      Bank bank = bank(json.get("bank").string(), json);
      return values.with(bank, index(json.get("index")), json.get("pcr").hex(bank.size()));
    }
    for (String name : json.members().keySet()) {
      if (json.get(name) instanceof JsonValue.Members indices && isBank(name)) {
        Bank bank = bank(name, json);
        for (String index : indices.members().keySet()) {
          if (!index.matches("\\d{1,4}")) {
            throw indices.get(index).refused("must stand under a PCR's number");
          }
          values = values.with(bank, Integer.parseInt(index), indices.get(index).hex(bank.size()));
        }
      }
    }
    if (values.isEmpty()) {
      throw json.refused("must have PCR values, as {\"sha256\": {\"0\": HEX}}");
    }
    return values;
  }

  private static int index(JsonValue value) {
    return (int) value.number(2039);
  }

  private static boolean isBank(String name) {
    return Bank.all().stream().anyMatch(bank -> bank.name().equals(name));
  }

  private static Bank bank(String name, JsonValue where) {
    if (!isBank(name)) {
      throw where.refused("must name a PCR bank, as sha256");
    }
    return Bank.named(name);
  }

  /**
   * PCRs that hold what they hold after a reset: whoever seals to them has sealed to nothing.
   *
   * @return a sentence for people, or empty
   */
  static Optional<String> emptyOnes(PcrValues values) {
    List<String> empty = new ArrayList<>();
    for (Bank bank : values.banks()) {
      TreeSet<Integer> indices = new TreeSet<>();
      values
          .bank(bank)
          .forEach(
              (index, value) -> {
                if (value.isZero() || value.equals(Bytes.hex("ff".repeat(bank.size())))) {
                  indices.add(index);
                }
              });
      if (!indices.isEmpty()) {
        empty.add(bank + ":" + String.join(",", indices.stream().map(String::valueOf).toList()));
      }
    }
    return empty.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "nothing was measured into "
                + String.join(" ", empty)
                + ": all zeros or ones, as after a reset, which protects nothing");
  }
}
