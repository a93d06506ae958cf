package org.tssj.cli.tool.quote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.QuoteTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.Bytes;
import org.tssj.tpm12.trousers.KeyUuid;

/** {@code tpm_mkuuid}: makes the name of a key, from the TPM's random numbers. */
public final class MakeUuidTool extends QuoteTool {

  private static final long VERSION_4 = 0x4000L;
  private static final long VERSION_BITS = 0xf000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_BITS = 0xc000_0000_0000_0000L;

  /** The tool. */
  public MakeUuidTool() {
    super(
        """
        [options] uuid
        Options:
        \t-h   Display command usage info
        \t-v   Display command version info

        On success, creates a UUID in file uuid.
        """);
  }

  @Override
  protected boolean takes(int operands) {
    return operands == 1;
  }

  @Override
  protected void run(Call call) throws IOException {
    try (Tspi tspi = connect(call)) {
      Bytes random = tspi.call("generating a key UUID", () -> tspi.tpm().random(KeyUuid.SIZE));
      ByteBuffer octets = ByteBuffer.wrap(random.toArray());
      long time = octets.getLong() & ~VERSION_BITS | VERSION_4;
      long rest = octets.getLong() & ~VARIANT_BITS | VARIANT;
      write(call, operand(call, 0), KeyUuid.write(new UUID(time, rest)));
    }
  }
}
