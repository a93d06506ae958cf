package org.tssj.cli.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import picocli.CommandLine.Option;

/** One verb of the program, with the options that every verb has. Made for one run. */
public abstract class Verb {

  // Verbs declare their own options first; these stand below them in the help.
  @Option(
      names = "--tpm",
      paramLabel = "STRING",
      order = 100,
      description = {
        "Which TPM, for example device:/dev/tpmrm0, swtpm:port=2321, libtpms:family=2.0."
            + " Without it: TSSJ_TPM, TPM2TOOLS_TCTI, TSS_TCSD_HOSTNAME, /dev/tpmrm0, /dev/tpm0."
      })
  @Nullable String tpm;

  @Option(names = "--json", order = 101, description = "Print JSON, on one line.")
  boolean json;

  @Option(names = "--debug", order = 102, description = "Log more, and show where errors happen.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 103,
      description = "Print this.")
  boolean help;

  /** Whether the report is wanted as JSON. */
  public final boolean json() {
    return json;
  }

  /**
   * Does it.
   *
   * @return what there is to say
   * @throws IOException if the TPM could not be reached
   * @throws org.tssj.cli.argument.UsageException if the caller is wrong
   * @throws org.tssj.core.TpmException if the TPM refuses
   * @throws org.tssj.core.wire.WireException if octets are not what they claim to be
   */
  public abstract Report run(Environment machine) throws IOException;
}
