package org.tssj.cli.tool.quote;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.TssResult;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.integrity.Quote2;

/** {@code tpm_getquote}: has a registered key sign PCRs and a nonce. */
public final class GetQuoteTool extends Quoting {

  private static final Option VALUES = Option.value('p', "", "pcrvals", "");

  /** The tool. */
  public GetQuoteTool() {
    super(
        """
        [-r host] [-p pcrvals] [-hv] uuid nonce quote PCRS...
        \tuuid\tFile containing uuid of AIK
        \tnonce\tFile containing 20-byte nonce
        \tquote\tOutput file
        \tPCRS...\tList of PCR numbers to use in the quote
        Options:
        \t-r host
        \t     Perform operation on remote host
        \t-p pcrvals
        \t     Store PCR values is file pcrvals
        \t-h   Display command usage info
        \t-v   Display command version info

        \tuuid: file containing uuid of AIK to use
        \tnonce: file containing 20-byte nonce to use
        \tPCRS...: list of PCR numbers to use in the quote

        On success, returns the signature produced by a TPM quote in file quote.
        """,
        REMOTE,
        VALUES);
  }

  @Override
  protected void run(Call call) throws IOException {
    List<Integer> pcrs = pcrs(call);
    UUID key = uuid(call, operand(call, 0));
    Bytes nonce = content(call, operand(call, 1));
    try (Tspi tspi = connect(call)) {
      if (nonce.length() < NONCE) {
        throw tspi.failed(
            "performing quote",
            TssResult.BAD_PARAMETER,
            new IOException("a nonce has " + NONCE + " octets, this one " + nonce.length()));
      }
      Quote2.Response quote = quote(call, tspi, key, pcrs, nonce.slice(0, NONCE));
      write(call, operand(call, 2), quote.sig());
      Optional<String> values = call.arguments().value(VALUES);
      if (values.isPresent()) {
        write(call, values.get(), values(tspi, pcrs));
      }
    }
  }
}
