package org.tssj.cli.tool.nv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.GetOpt;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Output;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.Tspi;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/** {@code tpm_nvinfo}: which NV areas there are, and what guards them. */
public final class NvInfoTool extends NvTool {

  private static final Option LIST_ONLY =
      Option.flag('n', "list-only", "Only list the defined NVRAM areas' indices.");

  /** The tool. */
  public NvInfoTool() {
    super(INDEX, LIST_ONLY);
  }

  @Override
  List<NumberOption> numbers() {
    return List.of(NumberOption.OF_INDEX);
  }

  @Override
  protected void run(Call call) throws IOException {
    Output output = call.output();
    Optional<GetOpt.Found> which = call.arguments().lastFound(INDEX, LIST_ONLY);
    boolean listOnly = which.isPresent() && which.get().option().letter() == LIST_ONLY.letter();
    try (Tspi tspi = call.connect()) {
      List<NvIndex> all = tspi.call("Tspi_TPM_GetCapability", () -> tspi.tpm().nv().indices());
      if (listOnly) {
        output.say("The following NVRAM areas have been defined:\n");
        all.forEach(index -> output.say(heading(index) + "\n"));
        return;
      }
      Optional<NvIndex> one =
          NumberOption.OF_INDEX.in(call).map(number -> new NvIndex(number.intValue()));
      for (NvIndex index : all) {
        if (one.isEmpty() || one.get().equals(index)) {
          output.say("NVRAM index   : " + heading(index) + "\n");
          show(tspi, index, output);
          output.say("\n");
        }
      }
    }
  }

  private static String heading(NvIndex index) {
    return String.format("0x%08x (%d)", index.value(), index.value());
  }

  /** The tool of before goes on with the next area where one cannot be read. */
  private static void show(Tspi tspi, NvIndex index, Output output) {
    NvDataPublic area;
    try {
      area = tspi.call("Tspi_TPM_GetCapability", () -> tspi.tpm().nv().area(index));
    } catch (ToolFailure said) {
      return;
    }
    output.debug("Trspi_UnloadBlob_NV_DATA_PUBLIC success\n");
    output.say(pcrs("PCR read  selection:\n", area.pcrInfoRead()));
    output.say(pcrs("PCR write selection:\n", area.pcrInfoWrite()));
    output.say(
        String.format(
            "Permissions   : 0x%08x (%s)\n",
            area.permission().bits(), NvPermissions.names(area.permission())));
    output.say("bReadSTClear  : " + yesNo(area.readStClear()));
    output.say("bWriteSTClear : " + yesNo(area.writeStClear()));
    output.say("bWriteDefine  : " + yesNo(area.writeDefine()));
    output.say(String.format("Size          : %d (0x%x)\n", area.dataSize(), area.dataSize()));
  }

  private static String pcrs(String title, PcrInfoShort info) {
    StringBuilder text = new StringBuilder(title);
    List<Integer> indices = info.pcrSelection().indices();
    if (!indices.isEmpty()) {
      text.append(" PCRs\t : ")
          .append(indices.stream().map(String::valueOf).collect(Collectors.joining(", ")))
          .append('\n');
    }
    LocalitySelection localities = info.localityAtRelease();
    if (localities.equals(LocalitySelection.ALL)) {
      text.append(" Localities   : ALL\n");
    } else if (localities.bits() != 0) {
      text.append(" Localities   : 0x").append(Integer.toHexString(localities.bits())).append('\n');
    }
    if (!indices.isEmpty()) {
      text.append(" Hash\t : ").append(info.digestAtRelease().toHex()).append('\n');
    }
    return text.toString();
  }

  private static String yesNo(boolean value) {
    return value ? "TRUE\n" : "FALSE\n";
  }

  @Override
  protected String onTpm20() {
    return "tpm nv list shows the NV indices of a TPM 2.0";
  }
}
