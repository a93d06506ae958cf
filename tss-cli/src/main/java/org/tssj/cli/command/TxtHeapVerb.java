package org.tssj.cli.command;

import java.util.List;
import java.util.Map;
import org.tssj.attest.txt.TxtHeap;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Facts;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tpm txt heap}: what BIOS, tboot and SINIT have told each other. */
@Command(
    name = "txt heap",
    header = "Show a dump of the heap of Intel TXT",
    description = {
      "A dump begins with BiosData, or has the heap at 0x1000 behind its place and its size. The"
          + " hashes of SinitMleData are of a TPM 1.2, and zeros with a TPM 2.0."
    })
final class TxtHeapVerb extends Verb {

  private static final Map<Long, String> ELEMENTS =
      Map.of(
          1L, "BIOS specification version",
          2L, "modules",
          4L, "custom",
          5L, "event log of a TPM 1.2",
          6L, "MADT",
          7L, "event logs of a TPM 2.0 by bank",
          8L, "event log of a TPM 2.0",
          9L, "MCFG",
          13L, "TPR request");
  private static final int SHOWN = 32;

  @Parameters(paramLabel = "FILE", description = "The dump; - is standard input.")
  InputFile file;

  @Override
  public Report run(Environment machine) {
    TxtHeap heap = TxtHeap.read(file.read(machine));
    TxtHeap.BiosData bios = heap.biosData();
    TxtHeap.OsSinitData os = heap.osSinitData();
    Facts facts =
        new Facts()
            .add(
                "biosData",
                new Facts()
                    .add("version", bios.version())
                    .add("sinitSize", bios.sinitSize())
                    .hex("policyData", bios.policyData())
                    .add("policyDataSize", bios.policyDataSize())
                    .add("processors", bios.processors())
                    .hex("flags", bios.flags())
                    .add("extended", elements(bios.extended())))
            .add("osMleData", new Facts().add("size", heap.osMleData().length()))
            .add(
                "osSinitData",
                new Facts()
                    .add("version", os.version())
                    .hex("flags", os.flags())
                    .hex("mlePageTable", os.mlePageTable())
                    .add("mleSize", os.mleSize())
                    .hex("mleHeader", os.mleHeader())
                    .hex("policyOwner", os.policyOwner())
                    .add("policyOwnerSize", os.policyOwnerSize())
                    .hex("capabilities", os.capabilities())
                    .add("extended", elements(os.extended())));
    heap.sinitMleData().ifPresent(data -> facts.add("sinitMleData", sinit(data)));
    return facts.done();
  }

  private static Facts sinit(TxtHeap.SinitMleData data) {
    return new Facts()
        .add("version", data.version())
        .add("biosAcmId", data.biosAcmId())
        .hex("senterFlags", data.senterFlags())
        .hex("msegValid", data.msegValid())
        .add("sinitHash", data.sinitHash())
        .add("mleHash", data.mleHash())
        .add("stmHash", data.stmHash())
        .add("policyHash", data.policyHash())
        .hex("policyControl", data.policyControl())
        .hex("scrtmStatus", data.scrtmStatus())
        .add("extended", elements(data.extended()));
  }

  private static List<Facts> elements(List<TxtHeap.Element> elements) {
    return elements.stream()
        .map(
            each ->
                new Facts()
                    .add(
                        "type",
                        each.type(),
                        each.type() + " " + ELEMENTS.getOrDefault(each.type(), "unknown"))
                    .add("data", each.data(), words(each.data())))
        .toList();
  }

  private static String words(Bytes data) {
    return data.length() <= SHOWN
        ? data.toHex()
        : data.slice(0, SHOWN).toHex() + "... (" + data.length() + " bytes)";
  }
}
