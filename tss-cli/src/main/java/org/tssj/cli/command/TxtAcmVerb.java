package org.tssj.cli.command;

import org.tssj.attest.txt.AcModule;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Facts;
import org.tssj.cli.output.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tpm txt acm}: what an authenticated code module is. */
@Command(
    name = "txt acm",
    header = "Show an authenticated code module and its hash",
    description = {
      "SINIT or the BIOS module of Intel TXT. The hash is the one that the processor measures:"
          + " without the key, the signature and the scratch area, and without padding behind the"
          + " module."
    })
final class TxtAcmVerb extends TxtVerb {

  @Parameters(paramLabel = "FILE", description = "The module; - is standard input.")
  InputFile file;

  @Override
  public Report run(Environment machine) {
    AcModule module = AcModule.read(file.read(machine));
    Facts facts =
        new Facts()
            .add("kind", module.isSinit() ? "SINIT" : "BIOS")
            .add("moduleType", module.type())
            .add("moduleSubType", module.subType())
            .hex("headerVersion", module.headerVersion())
            .hex("chipsetId", module.chipsetId())
            .hex("flags", module.flags())
            .add("preProduction", module.isPreProduction())
            .add("debugSigned", module.isDebugSigned())
            .hex("vendor", module.vendor())
            .add("date", date(module.date()))
            .add("size", module.size())
            .add("txtSvn", module.txtSvn())
            .add("seSvn", module.seSvn())
            .hex("codeControl", module.codeControl())
            .hex("errorEntryPoint", module.errorEntryPoint())
            .hex("gdtLimit", module.gdtLimit())
            .hex("gdtBase", module.gdtBase())
            .hex("segmentSelector", module.segmentSelector())
            .hex("entryPoint", module.entryPoint())
            .add("keyBits", 8 * module.modulus().length())
            .add("exponent", module.exponent())
            .add("signatureValid", module.isSignatureValid());
    module.infoTable().ifPresent(table -> facts.add("infoTable", facts(table)));
    return facts.add("hash", hashes(module::hash)).done();
  }

  private static Facts facts(AcModule.InfoTable table) {
    return new Facts()
        .add("chipsetAcmType", table.chipsetAcmType())
        .add("version", table.version())
        .add("osSinitDataVersion", table.osSinitDataVersion())
        .hex("minMleHeaderVersion", table.minMleHeaderVersion())
        .hex("capabilities", table.capabilities())
        .add("acmVersion", table.acmVersion())
        .add(
            "chipsets",
            table.chipsets().stream()
                .map(
                    each ->
                        new Facts()
                            .hex("flags", each.flags())
                            .hex("vendorId", each.vendorId())
                            .hex("deviceId", each.deviceId())
                            .hex("revisionId", each.revisionId()))
                .toList());
  }

  /** As in 2015-08-28. */
  private static String date(String digits) {
    return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
  }
}
