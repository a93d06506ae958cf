package org.tssj.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tssj.core.Bank;
import org.tssj.core.Family;
import org.tssj.core.transport.Transports;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.transport.swtpm.SwtpmProcess;

/**
 * TPM2_PCR_Read of a swtpm over TCP: typed, and as bytes through a bare socket that does no more
 * than it must. On one CPU, or waking another one is all there is to see.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 2, time = 1)
public class PcrReadOverSwtpm {

  /** A swtpm and a bare socket to it. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
  public static class Bare {
    private final byte[] bytes = PcrRead0.COMMAND.toArray();
    private final ByteBuffer out = ByteBuffer.allocateDirect(4096);
    private final ByteBuffer in = ByteBuffer.allocateDirect(4096);
    private SwtpmProcess swtpm;
    private SocketChannel channel;

    /** Before all. */
    @Setup
    public void connect() throws IOException {
      swtpm = SwtpmProcess.start(Family.TPM20);
      channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(swtpm)));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    byte[] exchange() throws IOException {
      out.clear().put(bytes).flip();
      channel.write(out);
      in.clear();
      do {
        if (channel.read(in) < 0) {
          throw new EOFException();
        }
      } while (in.position() < 10 || in.position() < in.getInt(2));
      byte[] answer = new byte[in.position()];
      in.get(0, answer);
      return answer;
    }

    /** After all. */
    @TearDown
    public void disconnect() throws IOException {
      if (exchange().length != PcrRead0.ANSWER_LENGTH) {
        throw new IllegalStateException("no PCR was read");
      }
      channel.close();
      swtpm.close();
    }
  }

  /** A swtpm and the library. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
  public static class Library {
    private final PcrRead command = new PcrRead(List.of(PcrSelection.of(Bank.SHA256, 0)));
    private final byte[] bytes = PcrRead0.COMMAND.toArray();
    private SwtpmProcess swtpm;
    private Tpm20 tpm;

    /** Before all. */
    @Setup
    public void open() throws IOException {
      SameBytes.check(PcrRead0.COMMAND, command);
      swtpm = SwtpmProcess.start(Family.TPM20);
      tpm = Tpm20.over(Transports.open(swtpm.connectionString()));
    }

    /** After all. */
    @TearDown
    public void close() throws IOException {
      SameBytes.check(tpm.execute(command), tpm.transport().exchange(bytes));
      tpm.close();
      swtpm.close();
    }
  }

  private static int port(SwtpmProcess swtpm) {
    return Integer.parseInt(swtpm.connectionString().replaceAll(".*,port=([0-9]+),.*", "$1"));
  }

  /** The floor: one write, one read, one copy. */
  @Benchmark
  public byte[] bare(Bare socket) throws IOException {
    return socket.exchange();
  }

  /** {@code tpm.execute(new PcrRead(...))}, from value to value. */
  @Benchmark
  public PcrRead.Response typed(Library library) throws IOException {
    return library.tpm.execute(library.command);
  }

  /** The transport alone, from bytes to bytes. */
  @Benchmark
  public byte[] transport(Library library) throws IOException {
    return library.tpm.transport().exchange(library.bytes);
  }
}
