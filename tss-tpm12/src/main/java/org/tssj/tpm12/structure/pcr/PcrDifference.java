package org.tssj.tpm12.structure.pcr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;

/**
 * Which PCRs stand between something and its use.
 *
 * <p>What is bound to PCRs carries one digest of all their values, so the TPM says no more than
 * that something differs. Who knows what the values were, or can guess them, can say which: the
 * guesses here are the values a caller remembers, and the two at which PCRs start.
 *
 * @param indices the PCRs that differ, ascending; none if all are as they should be
 * @param certain whether exactly these differ; otherwise it is one or more of them
 */
public record PcrDifference(List<Integer> indices, boolean certain) {

  private static final int MOST_GUESSES = 100_000;

  private static final Bytes ZEROS = Bytes.zeros(20);
  private static final Bytes ONES = Bytes.hex("ff".repeat(20));

  public PcrDifference {
    indices = List.copyOf(indices);
  }

  /**
   * Finds what differs.
   *
   * @param select the PCRs something is bound to
   * @param digestAtRelease TPM_COMPOSITE_HASH of the values they must have
   * @param now their values, 20 octets each, for at least every PCR selected
   * @param remembered values that some of them had when it was made, if they are known
   */
  public static PcrDifference of(
      PcrBitmap select,
      Bytes digestAtRelease,
      Map<Integer, Bytes> now,
      Map<Integer, Bytes> remembered) {
    List<Integer> selected = select.indices();
    if (PcrComposite.of(select, now).digest().equals(digestAtRelease)) {
      return new PcrDifference(List.of(), true);
    }
    if (selected.size() == 1) {
      return new PcrDifference(selected, true);
    }
    Map<Integer, Bytes> all = new TreeMap<>(now);
    all.putAll(remembered);
    if (PcrComposite.of(select, all).digest().equals(digestAtRelease)) {
      return differing(selected, now, all);
    }
    Search search = new Search(select, digestAtRelease, now, remembered);
    for (int changes = 1; changes <= selected.size() && search.mayGoOn(); changes++) {
      if (search.find(0, changes)) {
        return differing(selected, now, search.values);
      }
    }
    return new PcrDifference(selected, false);
  }

  private static PcrDifference differing(
      List<Integer> selected, Map<Integer, Bytes> now, Map<Integer, Bytes> wanted) {
    return new PcrDifference(
        selected.stream().filter(pcr -> !wanted.get(pcr).equals(now.get(pcr))).toList(), true);
  }

  /** As part of a sentence: {@code PCR 10}, {@code PCR 0 and PCR 10}. Empty if none differs. */
  @Override
  public String toString() {
    if (!certain) {
      return "one or more of PCRs "
          + indices.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return indices.stream().map(pcr -> "PCR " + pcr).collect(Collectors.joining(" and "));
  }

  /** Tries guesses for few PCRs before guesses for many. */
  private static final class Search {

    private final PcrBitmap select;
    private final Bytes digest;
    private final Map<Integer, Bytes> now;
    private final Map<Integer, Bytes> remembered;
    private final Map<Integer, Bytes> values;
    private int tried;

    Search(
        PcrBitmap select, Bytes digest, Map<Integer, Bytes> now, Map<Integer, Bytes> remembered) {
      this.select = select;
      this.digest = digest;
      this.now = now;
      this.remembered = remembered;
      this.values = new TreeMap<>(now);
    }

    boolean mayGoOn() {
      return tried < MOST_GUESSES;
    }

    /** Changes so many of the selected PCRs from the {@code from}th on. */
    boolean find(int from, int changes) {
      if (changes == 0) {
        tried++;
        return PcrComposite.of(select, values).digest().equals(digest);
      }
      List<Integer> selected = select.indices();
      for (int k = from; k <= selected.size() - changes && mayGoOn(); k++) {
        int pcr = selected.get(k);
        for (Bytes guess : guesses(pcr)) {
          values.put(pcr, guess);
          if (find(k + 1, changes - 1)) {
            return true;
          }
        }
        values.put(pcr, now.get(pcr));
      }
      return false;
    }

    private List<Bytes> guesses(int pcr) {
      Set<Bytes> guesses = new LinkedHashSet<>();
      Bytes memory = remembered.get(pcr);
      if (memory != null) {
        guesses.add(memory);
      }
      guesses.add(ZEROS);
      guesses.add(ONES);
      guesses.remove(now.get(pcr));
      return new ArrayList<>(guesses);
    }
  }
}
