package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.tpm.Tpm;
import org.tssj.tpm.TpmInfo;
import picocli.CommandLine.Command;

/** {@code tpm info}: what the TPM says about itself. */
@Command(name = "info", header = "What the TPM is and what state it is in")
final class InfoVerb extends TpmVerb {

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    TpmInfo info = tpm.info();
    var banks = info.banks().stream().map(Bank::name).toList();
    Columns text =
        new Columns()
            .row("family", info.family().version())
            .row("manufacturer", info.manufacturer())
            .row("vendor string", info.vendorString())
            .row("specification", info.specification())
            .row("firmware", info.firmware())
            .row("PCR banks", String.join(" ", banks))
            .row("PCRs", info.pcrCount());
    info.state().forEach(text::row);
    return Report.done(
        Json.object()
            .put("family", info.family().version())
            .put("manufacturer", info.manufacturer())
            .put("vendorString", info.vendorString())
            .put("specification", info.specification())
            .put("firmware", info.firmware())
            .put("banks", banks)
            .put("pcrCount", info.pcrCount())
            .put("state", info.state()),
        text.toString());
  }
}
