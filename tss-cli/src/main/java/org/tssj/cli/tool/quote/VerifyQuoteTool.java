package org.tssj.cli.tool.quote;

import org.tssj.cli.argument.InputFile;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.QuoteTool;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.key.Signatures;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.trousers.TssBlob;

/**
 * {@code tpm_verifyquote}: checks a quote, without a TPM. Reads a public key in both forms that TSS
 * blobs are written in; the tool of before refuses the one that {@code tpm_mkaik} writes.
 */
public final class VerifyQuoteTool extends QuoteTool {

  private static final int NONCE = 20;
  private static final int WITHOUT_QUOTE = 3;

  /** The tool. */
  public VerifyQuoteTool() {
    super(
        """
        [-hv] pubkey hash nonce [quote]
        \tpubkey\tFile containing public part of the AIK
        \thash\tFile containing the expected PCR composite hash
        \tnonce\tFile containing nonce in quote request
        \tquote\tFile with signature to verify
        Options:
        \t-h   Display command usage info
        \t-v   Display command version info

        On success, verifies quote.
        """);
  }

  @Override
  protected boolean takes(int operands) {
    return operands == WITHOUT_QUOTE || operands == WITHOUT_QUOTE + 1;
  }

  @Override
  protected void run(Call call) {
    boolean fromFile = call.arguments().operands().size() > WITHOUT_QUOTE;
    Bytes quote = fromFile ? content(call, operand(call, WITHOUT_QUOTE)) : Bytes.EMPTY;
    Bytes key = content(call, operand(call, 0));
    Bytes hash = content(call, operand(call, 1));
    if (hash.length() < NONCE) {
      throw refused(call, "Hash wrong size");
    }
    QuoteInfoFile info =
        QuoteInfoFile.read(hash).orElseThrow(() -> refused(call, "Hash format error"));
    Bytes nonce = content(call, operand(call, 2));
    if (nonce.length() != NONCE) {
      throw refused(call, "Nonce wrong size");
    }
    Bytes signature = fromFile ? quote : new InputFile("-").read(call.machine());
    if (!Signatures.holds(publicKey(call, key), info.signedWith(nonce), signature)) {
      throw refused(call, "Error while verifying signature. Error code: TSS_E_FAIL");
    }
  }

  private static PubKey publicKey(Call call, Bytes file) {
    String what = "Error while decoding public key";
    try {
      TssBlob blob = TssBlob.read(file);
      if (blob.type() != TssBlob.PUBKEY) {
        throw refused(call, what + ", got wrong blob type");
      }
      return PubKey.CODEC.decode(blob.blob());
    } catch (WireException e) {
      String code = file.isEmpty() ? "TSS_E_BAD_PARAMETER" : "TSS_E_INTERNAL_ERROR";
      throw refused(
          call, what + ". Error code: " + code + "\n" + call.name() + ": " + e.getMessage());
    }
  }
}
