package org.tssj.cli.command;

import org.tssj.attest.appraise.Appraisal;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import picocli.CommandLine.Command;

/** {@code tpm appraise}: judges everything that a machine hands over about itself. */
@Command(
    name = "appraise",
    header = "Judge a machine's evidence: quote, event log, measurement list",
    description = {
      "The quote must be of the key and carry the nonce; its PCRs prove the logs, event by event."
          + " What no quoted PCR proves is never a reason to trust. No TPM is needed.",
      "Ends with 0 only if the evidence is trusted, with 1 if it is rejected, and says every reason."
    })
final class AppraiseVerb extends AppraisalVerb {

  @Override
  Report report(Environment machine, Appraisal appraisal) {
    return VerdictReport.of(appraisal);
  }
}
