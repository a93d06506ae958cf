package org.tssj.attest;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.PcrBitmap;

/**
 * Which PCRs of which bank: one entry of a selection, whose order is the order of the values behind
 * a quoted digest.
 *
 * @param bank the bank
 * @param pcrs which of its PCRs
 */
public record BankSelection(Bank bank, PcrBitmap pcrs) {

  /** These PCRs of this bank. */
  public static BankSelection of(Bank bank, int... indices) {
    return new BankSelection(bank, PcrBitmap.of(indices));
  }

  /** A selection as tools write it: {@code sha256:0,1,2+sha1:10}. */
  public static String text(List<BankSelection> selection) {
    return selection.isEmpty()
        ? "no PCR"
        : String.join("+", selection.stream().map(BankSelection::toString).toList());
  }

  /** As in {@code sha256:0,1,2}. */
  @Override
  public String toString() {
    return bank + ":" + pcrs;
  }
}
