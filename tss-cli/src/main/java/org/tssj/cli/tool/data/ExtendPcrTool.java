package org.tssj.cli.tool.data;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.GetOpt;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Output;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.integrity.Extend;

/**
 * {@code tpm_extendpcr}: extends PCRs with the SHA-1 of a file. It is no tool of tpm-tools:
 * meta-measured adds it, and its initramfs calls it with the image of the root file system.
 */
public final class ExtendPcrTool extends TpmTool {

  private static final Option IN =
      Option.value(
          'i', "infile", "FILE", "Filename containing data to extend PCRs with. Default is STDIN.");
  private static final Option PCR =
      Option.value(
          'p',
          "pcr",
          "NUMBER",
          "PCR to extend.  This option can be specified multiple times to choose more than one"
              + " PCR.");

  private static final int CHUNK = 1 << 16;

  /** The tool. */
  public ExtendPcrTool() {
    super(IN, PCR);
  }

  @Override
  protected void take(Output output, GetOpt.Found found) {
    if (found.option().letter() == PCR.letter()) {
      PcrNumber.read(found.value(), output);
    }
  }

  @Override
  protected void check(Call call) {
    if (!call.has(PCR)) {
      call.output().complain("You must provide a PCR to extend.\n");
      throw new ToolFailure(FAILED);
    }
  }

  @Override
  protected void run(Call call) throws IOException {
    List<Integer> pcrs =
        call.arguments().values(PCR).stream()
            .map(text -> PcrNumber.read(text, call.output()))
            .toList();
    Bytes digest = digest(call);
    try (Tspi tspi = call.connect()) {
      for (int pcr : pcrs) {
        tspi.deed("Tspi_TPM_PcrExtend", () -> tspi.tpm().execute(new Extend(pcr, digest)));
      }
    }
    call.succeeded();
  }

  /** In pieces: an image may be larger than memory. */
  private static Bytes digest(Call call) throws IOException {
    Optional<String> file = call.arguments().value(IN).filter(name -> !name.isEmpty());
    MessageDigest sha1 = Bank.SHA1.digest();
    try (InputStream in = new InputFile(file.orElse("-")).open(call.machine())) {
      byte[] piece = new byte[CHUNK];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        sha1.update(piece, 0, read);
      }
    } catch (UsageException e) {
      call.output().complain("Unable to open input file: " + file.orElse("-") + "\n");
      throw new ToolFailure(FAILED);
    }
    return Bytes.wrap(sha1.digest());
  }

  @Override
  protected String onTpm20() {
    return "tpm pcr measure measures a file into a PCR of a TPM 2.0";
  }
}
