package org.tssj.cli.tool.quote;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.trousers.PcrHashFile;

/** {@code tpm_getpcrhash}: what a quote of these PCRs signs, with zeros for the nonce. */
public final class GetPcrHashTool extends Quoting {

  /** The tool. */
  public GetPcrHashTool() {
    super(
        """
        [-r host] [-hv] uuid hash pcrvals PCRS...
        \tuuid\tFile containing uuid of AIK
        \thash\tOutput file containing PCR hash
        \tpcrvals\tOutput file containing list of PCR values
        \tPCRS...\tList of PCR numbers to use in the quote
        Options:
        \t-r host
        \t     Perform operation on remote host
        \t-h   Display command usage info
        \t-v   Display command version info

        On success, returns the signed data produced by a TPM quote
        in file hash.  The nonce used in the quote is unpredictable.
        """,
        REMOTE);
  }

  @Override
  protected void run(Call call) throws IOException {
    List<Integer> pcrs = pcrs(call);
    UUID key = uuid(call, operand(call, 0));
    try (Tspi tspi = connect(call)) {
      Quote2.Response quote = quote(call, tspi, key, pcrs, Bytes.zeros(NONCE));
      write(call, operand(call, 1), new PcrHashFile(quote.pcrData()).write());
      write(call, operand(call, 2), values(tspi, pcrs));
    }
  }
}
