package org.tssj.tpm20.structure.pcr;

import static org.tssj.core.wire.Fields.bytes8;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;

/**
 * TPMS_PCR_SELECTION: PCRs of one bank.
 *
 * <p>A quote signs its selections as octets: {@code sha256:1} in three octets of bitmap and in four
 * are two different things to a verifier, and so are two selections in another order.
 *
 * @param hash the bank's hash
 * @param pcrSelect which PCRs; on a PC a bitmap of three octets
 * @see "TPM 2.0 Library, Part 2, Table 94 TPMS_PCR_SELECTION"
 */
public record PcrSelection(AlgorithmId hash, PcrBitmap pcrSelect) {

  /** TPMS_PCR_SELECTION: the hash's number, then the bitmap behind its length in one octet. */
  public static final Codec<PcrSelection> CODEC =
      struct(
          "TPMS_PCR_SELECTION",
          PcrSelection::read,
          field("hash", AlgorithmInterface.HASH, PcrSelection::hash),
          bytes8("pcrSelect", selection -> selection.pcrSelect().octets()));

  private static PcrSelection read(AlgorithmId hash, Bytes octets) {
    return new PcrSelection(hash, new PcrBitmap(octets));
  }

  /**
   * PCRs of a bank, in a bitmap of three octets or as many as the highest needs.
   *
   * @throws IllegalArgumentException for an index outside 0 to 2039
   */
  public static PcrSelection of(Bank bank, int... indices) {
    return of(AlgorithmId.of(bank), indices);
  }

  /** As {@link #of(Bank, int...)}, for a collection. */
  public static PcrSelection of(Bank bank, Collection<Integer> indices) {
    return new PcrSelection(AlgorithmId.of(bank), PcrBitmap.of(indices));
  }

  /** As {@link #of(Bank, int...)}, for a bank whose hash this version may not know. */
  public static PcrSelection of(AlgorithmId hash, int... indices) {
    return new PcrSelection(hash, PcrBitmap.of(indices));
  }

  /**
   * Reads what tools write: banks joined by {@code +}, each with its PCRs: {@code
   * sha1:0,1+sha256:2}. {@code sha256:all} stands for PCRs 0 to 23, {@code sha256:none} for an
   * empty selection; a bank without a name here is its number, {@code 0x000e:4}.
   *
   * @return the selections in the order of the text
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
      selections.add(of(hash(part.substring(0, colon)), indices(part.substring(colon + 1))));
    }
    return List.copyOf(selections);
  }

  /** The text that {@link #parse} reads as these selections, but for lengths of bitmaps. */
  public static String format(List<PcrSelection> selections) {
    return selections.stream().map(PcrSelection::toString).collect(Collectors.joining("+"));
  }

  private static AlgorithmId hash(String text) {
    if (text.startsWith("0x")) {
      if (!text.matches("0x[0-9a-fA-F]{1,4}")) {
        throw new IllegalArgumentException("no PCR bank has the number \"" + text + "\"");
      }
      return new AlgorithmId(Integer.parseInt(text.substring(2), 16));
    }
    return AlgorithmId.of(Bank.named(text.strip()));
  }

  private static int[] indices(String text) {
    return switch (text.strip()) {
      case "all" -> IntStream.range(0, 8 * PcrBitmap.PC_OCTETS).toArray();
      case "none" -> new int[0];
      default -> numbers(text);
    };
  }

  private static int[] numbers(String text) {
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

  /** The bank, if its hash is one this version can compute. */
  public Optional<Bank> bank() {
    return hash.hash();
  }

  // Written out for the sake of short runs, as in Bank.
  @Override
  public boolean equals(Object other) {
    return other instanceof PcrSelection selection
        && hash.equals(selection.hash)
        && pcrSelect.equals(selection.pcrSelect);
  }

  @Override
  public int hashCode() {
    return 31 * hash.hashCode() + pcrSelect.hashCode();
  }

  /** As it is parsed: {@code sha256:0,1,2}. */
  @Override
  public String toString() {
    String indices = pcrSelect.toString();
    return bank().map(Bank::name).orElseGet(() -> String.format("0x%04x", hash.value()))
        + ":"
        + (indices.isEmpty() ? "none" : indices);
  }
}
