package org.tssj.cli.tool.data;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.GetOpt;
import org.tssj.cli.tool.NamedFile;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Output;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.TssResult;
import org.tssj.cli.tool.key.StorageRoot;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmResponseException;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.trousers.SealedFile;

/** {@code tpm_sealdata}: encrypts data so that this TPM alone opens it. */
public final class SealDataTool extends TpmTool {

  private static final Option IN =
      Option.value('i', "infile", "FILE", "Filename containing key to seal. Default is STDIN.");
  private static final Option OUT =
      Option.value('o', "outfile", "FILE", "Filename to write sealed key to.  Default is STDOUT.");
  private static final Option PCR =
      Option.value(
          'p',
          "pcr",
          "NUMBER",
          "PCR to seal data to.  Default is none.  This option can be specified multiple times to"
              + " choose more than one PCR.");
  private static final Option WELL_KNOWN =
      Option.flag('z', "well-known", "Use TSS_WELL_KNOWN_SECRET as the SRK secret.");
  private static final Option UNICODE =
      Option.flag(
          'u',
          "unicode",
          "Use TSS UNICODE encoding for the SRK password to comply with applications using TSS"
              + " popup boxes");

  /** The tool. */
  public SealDataTool() {
    super(IN, OUT, PCR, WELL_KNOWN, UNICODE);
  }

  @Override
  protected void take(Output output, GetOpt.Found found) {
    if (found.option().letter() == PCR.letter()) {
      PcrNumber.read(found.value(), output);
    }
  }

  @Override
  protected void run(Call call) throws IOException {
    try (Tspi tspi = call.connect()) {
      Bytes sealed;
      try (AuthValue data = AuthValue.wrap(content(call).toArray())) {
        PcrValues pcrs = valuesNow(call, tspi);
        StorageRoot.require(call, tspi, "Tspi_Context_LoadKeyByUUID");
        try (AuthValue secret = call.secret(WELL_KNOWN, "Enter SRK password: ");
            OpenKey root = tspi.tpm().storageRootKey(secret)) {
          sealed = seal(tspi, root, data, pcrs).write();
        }
      }
      write(call, sealed);
    }
    call.succeeded();
  }

  private static Bytes content(Call call) {
    Optional<String> file = call.arguments().value(IN).filter(name -> !name.isEmpty());
    if (file.isEmpty()) {
      return new InputFile("-").read(call.machine());
    }
    return new NamedFile(file.get())
        .read(call.machine())
        .orElseThrow(() -> failed(call, "Unable to open input file: " + file.get()));
  }

  private static PcrValues valuesNow(Call call, Tspi tspi) {
    List<Integer> pcrs =
        call.arguments().values(PCR).stream()
            .map(text -> PcrNumber.read(text, call.output()))
            .toList();
    PcrValues values = PcrValues.NONE;
    for (int pcr : pcrs) {
      Bytes value =
          tspi.call("Tspi_TPM_PcrRead", () -> tspi.tpm().execute(new PcrRead(pcr)).outDigest());
      values = values.with(Bank.SHA1, pcr, value);
    }
    return values;
  }

  private static SealedFile seal(Tspi tspi, OpenKey root, AuthValue data, PcrValues pcrs)
      throws IOException {
    try {
      return SealedFile.seal(root, data, pcrs);
    } catch (TpmResponseException e) {
      throw tspi.failed(function(e), TssResult.of(e), e);
    }
  }

  /** Three steps of the tool of before are one here. */
  private static String function(TpmResponseException e) {
    return switch (e.command()) {
      case "TPM_Seal" -> "Tspi_Data_Seal";
      case "TPM_LoadKey2" -> "Tspi_Key_LoadKey";
      default -> "Tspi_Key_CreateKey";
    };
  }

  private static void write(Call call, Bytes sealed) {
    Optional<String> file = call.arguments().value(OUT).filter(name -> !name.isEmpty());
    if (file.isEmpty()) {
      call.output().say(sealed.toArray());
    } else if (!new NamedFile(file.get()).write(sealed)) {
      throw failed(call, "Unable to open output file: " + file.get());
    }
  }

  private static ToolFailure failed(Call call, String why) {
    call.output().complain(why + "\n");
    return new ToolFailure(FAILED);
  }

  @Override
  protected String onTpm20() {
    return "tpm seal seals to a TPM 2.0";
  }
}
