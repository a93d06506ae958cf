package org.tssj.cli.tool.quote;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.QuoteTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.key.StorageRoot;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.TssBlob;

/** {@code tpm_mkaik}: makes an attestation identity key, of which no privacy CA hears. */
public final class MakeAikTool extends QuoteTool {

  private static final Option WELL_KNOWN = Option.flag('z', "", "");
  private static final Option UNICODE = Option.flag('u', "", "");

  /** The tool. */
  public MakeAikTool() {
    super(
        """
        [options] blob pubkey
        Options:
        \t-z   Use well known secret used as owner secret
        \t-u   Use TSS UNICODE encoding for passwords
        \t-h   Display command usage info
        \t-v   Display command version info

        On success, creates an attestation identity key in blob
        and a DER-encoded public key in pubkey.
        """,
        WELL_KNOWN,
        UNICODE);
  }

  @Override
  protected boolean takes(int operands) {
    return operands == 2;
  }

  @Override
  protected void run(Call call) throws IOException {
    try (Tspi tspi = connect(call)) {
      StorageRoot.require(call, tspi, "loading SRK");
      TpmKey key;
      try (AuthValue srk = secret(call, "Enter SRK password: ");
          AuthValue owner = secret(call, "Enter owner password: ")) {
        key = tspi.call("generating new key", () -> make(tspi, srk, owner));
      }
      write(call, operand(call, 0), TpmKey.CODEC.encode(key));
      // The form that trousers wrote too: its length in four octets is what old readers expect.
      write(call, operand(call, 1), TssBlob.of(key.toPubKey()).writeAsTrousers());
    }
  }

  private static AuthValue secret(Call call, String prompt) {
    return call.has(WELL_KNOWN)
        ? Secret.wellKnown()
        : call.passwords().askOnALine(prompt, call.has(UNICODE));
  }

  /**
   * The digest of a privacy CA's key and the label is zeros: nobody is told, so there is nobody to
   * be bound to. The tool of before has the TPM make a key for one and forgets it.
   */
  private static TpmKey make(Tspi tspi, AuthValue srk, AuthValue owner) throws IOException {
    return tspi.tpm()
        .execute(
            new MakeIdentity(Secret.wellKnown(), Bytes.zeros(20), KeyTemplates.identity()),
            Authorization.oiap(srk),
            Authorization.osap(Handle.OWNER, owner))
        .idKey();
  }
}
