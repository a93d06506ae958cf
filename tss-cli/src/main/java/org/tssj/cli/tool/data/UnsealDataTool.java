package org.tssj.cli.tool.data;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.NamedFile;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.key.StorageRoot;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.trousers.SealedFile;

/**
 * {@code tpm_unsealdata}: opens what {@code tpm_sealdata} made. Ends with the low octet of the
 * result that was the reason: 24 for a wrong PCR. Says which one, where the tool of before says
 * nothing, and leaves the output alone where that one empties it.
 */
public final class UnsealDataTool extends TpmTool {

  private static final Option IN =
      Option.value('i', "infile", "FILE", "Filename containing data to unseal.");
  private static final Option OUT =
      Option.value(
          'o', "outfile", "FILE", "Filename to write unsealed data to.  Default is STDOUT.");
  private static final Option WELL_KNOWN =
      Option.flag(
          'z',
          "srk-well-known",
          "Use 20 bytes of zeros (TSS_WELL_KNOWN_SECRET) as the SRK secret.");

  private static final int NO_SEALED_FILE = 254;
  private static final int LOW_OCTET = 0xff;

  /** The tool. */
  public UnsealDataTool() {
    super(IN, OUT, WELL_KNOWN);
  }

  @Override
  protected int helpExitCode() {
    return 0;
  }

  @Override
  protected int exitCode(ToolFailure failure) {
    // A result whose low octet is 0, TPM_RETRY for one, would look like success.
    return failure
        .result()
        .map(result -> (int) result.value() & LOW_OCTET)
        .filter(low -> low != 0)
        .orElse(failure.exitCode());
  }

  @Override
  protected void run(Call call) throws IOException {
    SealedFile file = read(call);
    try (AuthValue secret = call.secret(WELL_KNOWN, "Enter SRK password: ");
        Tspi tspi = call.connect()) {
      StorageRoot.require(call, tspi, "Tspi_Context_LoadKeyByUUID");
      try (OpenKey root = tspi.tpm().storageRootKey(secret);
          AuthValue data = unseal(call, tspi, file, root)) {
        data.use(octets -> write(call, octets));
      }
    }
  }

  private static SealedFile read(Call call) {
    String name = call.arguments().value(IN).orElse("");
    if (name.isEmpty()) {
      throw refused(call, "-i says which file to unseal", FAILED);
    }
    Bytes content =
        new NamedFile(name)
            .read(call.machine())
            .orElseThrow(() -> refused(call, name + ": cannot be read", FAILED));
    try {
      return SealedFile.read(content);
    } catch (WireException e) {
      throw refused(call, name + ": " + e.getMessage(), NO_SEALED_FILE);
    }
  }

  private static AuthValue unseal(Call call, Tspi tspi, SealedFile file, OpenKey root) {
    try {
      return tspi.call("Tspi_Data_Unseal", () -> unseal(call, file, root));
    } catch (ToolFailure said) {
      Throwable why = said.getCause();
      if (why != null) {
        call.output().complain(call.name() + ": " + why.getMessage() + "\n");
      }
      throw said;
    }
  }

  private static AuthValue unseal(Call call, SealedFile file, OpenKey root) throws IOException {
    try {
      return file.unseal(root);
    } catch (WireException e) {
      throw refused(call, String.valueOf(e.getMessage()), NO_SEALED_FILE);
    }
  }

  private static boolean write(Call call, byte[] data) {
    Optional<String> file = call.arguments().value(OUT).filter(name -> !name.isEmpty());
    if (file.isEmpty()) {
      call.output().say(data);
    } else if (!new NamedFile(file.get()).write(Bytes.of(data))) {
      throw refused(call, "Unable to open output file", FAILED);
    }
    return true;
  }

  private static ToolFailure refused(Call call, String why, int exitCode) {
    call.output().complain(call.name() + ": " + why + "\n");
    return new ToolFailure(exitCode);
  }

  @Override
  protected String onTpm20() {
    return "tpm unseal opens what tpm seal made";
  }
}
