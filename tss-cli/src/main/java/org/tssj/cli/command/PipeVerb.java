package org.tssj.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import picocli.CommandLine.Command;

/**
 * {@code tpm pipe}: the other side of {@code cmd:}. Octets in, octets out; it reads no more of a
 * command than its size.
 */
@Command(
    name = "pipe",
    header = "Carry commands and responses between a program and a TPM",
    description = {
      "Commands come on standard input, responses go to standard output.",
      "For other programs: --tpm \"cmd:ssh host tpm pipe\" uses the TPM of another machine, and"
          + " tpm2-tools take the same as -T \"cmd:tpm pipe\".",
      "Ends when standard input ends."
    })
final class PipeVerb extends Verb {

  private static final int HEADER = 10;
  private static final int SIZE = 2;

  /** More than any TPM takes; what claims more is no command. */
  private static final int LARGEST = 1 << 20;

  @Override
  public Report run(Environment machine) throws IOException {
    if (json) {
      throw new UsageException("standard output carries responses, so there is no --json");
    }
    try (TpmTransport transport = TpmVerb.open(tpm, machine, Transports::open)) {
      carry(machine.in(), transport, machine.out());
    }
    return Report.done(Json.object(), "");
  }

  private static void carry(InputStream in, TpmTransport transport, OutputStream out)
      throws IOException {
    while (true) {
      byte[] header = in.readNBytes(HEADER);
      if (header.length == 0) {
        return;
      }
      int size = header.length < HEADER ? 0 : ByteBuffer.wrap(header).getInt(SIZE);
      if (size < HEADER || size > LARGEST) {
        throw new UsageException("what came on standard input is no command of a TPM");
      }
      byte[] command = Arrays.copyOf(header, size);
      if (in.readNBytes(command, HEADER, size - HEADER) < size - HEADER) {
        throw new UsageException("standard input ended in the middle of a command");
      }
      out.write(transport.exchange(command));
      out.flush();
    }
  }
}
