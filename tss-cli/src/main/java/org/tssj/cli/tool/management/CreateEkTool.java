package org.tssj.cli.tool.management;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.Endorsement;

/** {@code tpm_createek}: makes the endorsement key of a TPM that has none. */
public final class CreateEkTool extends TpmTool {

  private static final Option REVOCABLE =
      Option.flag(
          'r',
          "revocable",
          "Creates a revocable EK instead of the default non-revocable one. Requires [-g -o] or"
              + " [-i]");
  private static final Option INFILE =
      Option.value(
          'i', "infile", "FILE", "Filename containing the secret data used to revoke the EK.");
  private static final Option GENERATE =
      Option.flag(
          'g',
          "generate-secret",
          "Generates a 20 Bytes secret that is used to revoke the EK. Requires [-o]");
  private static final Option OUTFILE =
      Option.value(
          'o', "outfile", "FILE", "Filename to write the secret data generated to revoke the EK.");

  private static final String FUNCTION = "Tspi_TPM_CreateRevocableEndorsementKey";

  /** The tool. */
  public CreateEkTool() {
    super(REVOCABLE, INFILE, GENERATE, OUTFILE);
  }

  @Override
  protected void check(Call call) {
    boolean in = call.has(INFILE);
    boolean out = call.has(OUTFILE);
    boolean generate = call.has(GENERATE);
    if (!call.has(REVOCABLE)) {
      if (in || out || generate) {
        // The tool of before went on, and the key was there for ever.
        throw refused(call, "The options -i, -g and -o are not valid without -r, --revocable");
      }
      return;
    }
    if (!in && !generate) {
      throw refused(call, "Please specify -i, --infile or -g, --generate-secret");
    }
    if (generate && !out) {
      throw refused(call, "Please specify an output file");
    }
    if (generate && in) {
      throw refused(call, "The option -i, --infile is not valid with -g");
    }
    if (in && out) {
      throw refused(call, "The option -o, --outfile is not valid with -i, --infile");
    }
  }

  private static ToolFailure refused(Call call, String why) {
    call.output().complain(why + "\n");
    return new ToolFailure(Tool.FAILED);
  }

  @Override
  protected void run(Call call) throws IOException {
    Optional<String> infile = call.arguments().value(INFILE);
    Optional<String> outfile = call.arguments().value(OUTFILE);
    call.output().debug("Input file name: " + infile.orElse("") + "\n");
    call.output().debug("Output file name: " + outfile.orElse("") + "\n");
    if (outfile.isPresent()) {
      withChosenSecret(call, outfile.get());
    } else if (infile.isPresent()) {
      withSecretOf(call, infile.get());
    } else {
      try (Tspi tspi = call.connect()) {
        tspi.deed("Tspi_TPM_CreateEndorsementKey", () -> tspi.tpm().endorsement().create());
        call.succeeded();
      }
    }
  }

  private static void withSecretOf(Call call, String infile) throws IOException {
    try (AuthValue secret = RevocationFile.read(call, infile);
        Tspi tspi = call.connect()) {
      tspi.deed(FUNCTION, () -> tspi.tpm().endorsement().createRevocable(secret));
      call.succeeded();
    }
  }

  private static void withChosenSecret(Call call, String outfile) throws IOException {
    try (RevocationFile file = RevocationFile.create(call, outfile);
        Tspi tspi = call.connect()) {
      Endorsement.Revocable made =
          tspi.call(FUNCTION, () -> tspi.tpm().endorsement().createRevocable());
      try (AuthValue secret = made.revocationSecret()) {
        file.write(secret);
      }
      call.succeeded();
    }
  }

  @Override
  protected String onTpm20() {
    return "a TPM 2.0 has the seed of its endorsement keys from the factory, and tpm ek shows them";
  }
}
