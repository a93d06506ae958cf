package org.tssj.cli.command;

import java.io.IOException;
import java.util.Map;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.tpm.Tpm;

/** What is said after a PCR was extended: the digests, and the values it holds now. */
final class Extended {

  private Extended() {}

  static Report report(Tpm tpm, int index, Map<Bank, Bytes> digests) throws IOException {
    PcrValues now = PcrValues.NONE;
    for (Bank bank : digests.keySet()) {
      now = now.with(tpm.pcrRead(bank, index));
    }
    return Report.done(
        Json.object()
            .put("index", index)
            .put("digests", PcrReport.json(digests))
            .put("pcrs", PcrReport.json(now)),
        PcrReport.text(index, digests, now));
  }
}
