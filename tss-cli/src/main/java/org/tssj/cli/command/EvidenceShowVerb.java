package org.tssj.cli.command;

import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tpm evidence show}: what is inside, unjudged. */
@Command(
    name = "evidence show",
    header = "Print what is inside evidence, without judging it",
    description = {
      "Evidence of tpm evidence collect in either form, of go-attestation's attest-tool, of keylime's"
          + " agent and of trustee. No TPM is needed.",
      "Nothing that is printed has been proven. Ends with 1 if the file is none, or contradicts"
          + " itself."
    })
final class EvidenceShowVerb extends Verb {

  @Parameters(paramLabel = "FILE", description = "The evidence; - is standard input.")
  InputFile file = new InputFile("-");

  @Override
  public Report run(Environment machine) {
    EvidenceContent content = EvidenceContent.read(file, machine);
    return new EvidenceReport(file.name(), content.form(), content.evidence()).report();
  }
}
