package org.tssj.cli.tool.quote;

import java.io.IOException;
import java.util.UUID;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.TssResult;
import org.tssj.cli.tool.key.KeyRegistry;
import org.tssj.cli.tool.key.StorageRoot;
import org.tssj.core.AuthValue;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.key.TpmKey;

/** {@code tpm_loadkey}: registers a key under a UUID, once the TPM has loaded it. */
public final class LoadKeyTool extends KeyTool {

  private static final String LOADING = "loading key blob";

  /** The tool. */
  public LoadKeyTool() {
    super(
        """
        [-r host] [-hv] blob uuid
        Options:
        \t-r host
        \t     Perform operation on remote host
        \t-h   Display command usage info
        \t-v   Display command version info

        On success, load and registers key in blob as uuid.
        """,
        REMOTE);
  }

  @Override
  protected boolean takes(int operands) {
    return operands == 2;
  }

  @Override
  protected void run(Call call) throws IOException {
    String blobName = operand(call, 0);
    var blob = content(call, blobName);
    UUID uuid = uuid(call, operand(call, 1));
    try (Tspi tspi = connect(call)) {
      StorageRoot.require(call, tspi, "loading SRK");
      TpmKey key;
      try {
        key = TpmKey.CODEC.decode(blob);
      } catch (WireException e) {
        RuntimeException failure = tspi.failed(LOADING, TssResult.BAD_PARAMETER, e);
        call.output().insist(call.name() + ": " + blobName + ": " + e.getMessage() + "\n");
        throw failure;
      }
      try (AuthValue secret = Secret.wellKnown();
          OpenKey root = tspi.tpm().storageRootKey(secret)) {
        tspi.deed(LOADING, () -> root.open(key, secret).close());
      }
      tspi.deed(
          "registering a key",
          () -> KeyRegistry.of(tspi.tpm(), call.machine()).register(uuid, key));
    }
  }
}
