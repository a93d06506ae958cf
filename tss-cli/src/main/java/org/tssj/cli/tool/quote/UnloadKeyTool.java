package org.tssj.cli.tool.quote;

import java.io.IOException;
import java.util.UUID;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.key.KeyRegistry;

/** {@code tpm_unloadkey}: forgets the key that is registered under a UUID. */
public final class UnloadKeyTool extends KeyTool {

  /** The tool. */
  public UnloadKeyTool() {
    super(
        """
        [-r host] [-hv] uuid
        Options:
        \t-r host
        \t     Perform operation on remote host
        \t-h   Display command usage info
        \t-v   Display command version info

        On success, unregisters the key associated with uuid.
        """,
        REMOTE);
  }

  @Override
  protected boolean takes(int operands) {
    return operands == 1;
  }

  @Override
  protected void run(Call call) throws IOException {
    UUID uuid = uuid(call, operand(call, 0));
    try (Tspi tspi = connect(call)) {
      tspi.deed(
          "unregistering key", () -> KeyRegistry.of(tspi.tpm(), call.machine()).unregister(uuid));
    }
  }
}
