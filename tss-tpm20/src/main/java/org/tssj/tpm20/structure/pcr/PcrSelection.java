package org.tssj.tpm20.structure.pcr;

import static org.tssj.core.wire.Fields.bytes8;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.util.ArrayList;
import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * TPMS_PCR_SELECTION: PCRs of one bank.
 *
 * @param hash the bank's algorithm
 * @param pcrSelect which PCRs; the number of octets is part of what a TPM signs
 * @see "TPM 2.0 Library, Part 2, Table 94 TPMS_PCR_SELECTION"
 */
public record PcrSelection(AlgorithmId hash, PcrBitmap pcrSelect) {

  /** TPMS_PCR_SELECTION: its wire form. */
  public static final Codec<PcrSelection> CODEC =
      struct(
          "TPMS_PCR_SELECTION",
          PcrSelection::read,
          field("hash", AlgorithmId.CODEC, PcrSelection::hash),
          bytes8("pcrSelect", selection -> selection.pcrSelect().octets()));

  private static PcrSelection read(AlgorithmId hash, Bytes octets) {
    return new PcrSelection(hash, new PcrBitmap(octets));
  }

  /** PCRs of a bank, in a bitmap of three octets or as many as the highest needs. */
  public static PcrSelection of(Bank bank, int... indices) {
    return new PcrSelection(new AlgorithmId(bank.algorithm()), PcrBitmap.of(indices));
  }

  /**
   * Reads what tools write: banks joined by {@code +}, each with its PCRs, {@code
   * sha1:0,1+sha256:2}, or {@code sha256:all} for PCRs 0 to 23.
   *
   * @throws IllegalArgumentException if it is not that; the message says what is wrong
   */
  public static List<PcrSelection> parse(String text) {
    List<PcrSelection> selections = new ArrayList<>();
    for (String part : text.split("\\+", -1)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException(
            "PCRs are written BANK:INDEX,INDEX as in sha256:0,1,2, not \"" + part + "\"");
      }
      Bank bank = Bank.named(part.substring(0, colon));
      selections.add(of(bank, indices(part.substring(colon + 1))));
    }
    return List.copyOf(selections);
  }

  private static int[] indices(String text) {
    if (text.equals("all")) {
      return java.util.stream.IntStream.range(0, 24).toArray();
    }
    String[] numbers = text.split(",", -1);
    int[] indices = new int[numbers.length];
    for (int k = 0; k < numbers.length; k++) {
      try {
        indices[k] = Integer.parseInt(numbers[k].strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "a PCR index is a number, not \"" + numbers[k] + "\"", e);
      }
    }
    return indices;
  }

  /** As it is parsed: {@code sha256:0,1,2}. */
  @Override
  public String toString() {
    return Bank.of(hash.value()).map(Bank::name).orElseGet(hash::toString) + ":" + pcrSelect;
  }
}
