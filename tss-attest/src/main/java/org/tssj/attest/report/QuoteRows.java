package org.tssj.attest.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tssj.attest.BankSelection;
import org.tssj.attest.Statement;
import org.tssj.tpm20.structure.attest.ClockInfo;

/** What a TPM said in a quote besides the values of PCRs, each with its name for people. */
final class QuoteRows {

  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private QuoteRows() {}

  static Map<String, String> of(Statement.Quoted quote) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("nonce", quote.nonce().toHex());
    rows.put(
        "PCRs quoted",
        quote.selection().isEmpty() ? "not said" : BankSelection.text(quote.selection()));
    rows.put("digest over them", quote.pcrDigest().toHex());
    if (quote instanceof Statement.Tpm20Quote tpm20) {
      ClockInfo clock = tpm20.clockInfo();
      rows.put("TPM's clock", duration(clock.clock()) + (clock.safe() ? "" : ", not safe"));
      rows.put("TPM resets", Long.toUnsignedString(clock.resetCount()));
      rows.put("TPM restarts", Long.toUnsignedString(clock.restartCount()));
      rows.put("firmware version", String.format("%016x", tpm20.firmwareVersion()));
      rows.put("signed by", tpm20.qualifiedSigner().toHex());
    } else if (quote instanceof Statement.Tpm12Quote tpm12) {
      tpm12.locality().ifPresent(locality -> rows.put("locality", locality.toString()));
      tpm12.version().ifPresent(version -> rows.put("TPM version", version.version().toString()));
    }
    return rows;
  }

  /** Milliseconds as a person says them; unsigned 64 bits. */
  private static String duration(long millis) {
    long days = Long.divideUnsigned(millis, DAY);
    long rest = Long.remainderUnsigned(millis, DAY);
    return (days == 0 ? "" : days + " d ")
        + String.format(
            "%d:%02d:%02d h powered", rest / HOUR, rest % HOUR / MINUTE, rest % MINUTE / SECOND);
  }
}
