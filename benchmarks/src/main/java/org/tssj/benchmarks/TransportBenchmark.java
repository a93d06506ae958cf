package org.tssj.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
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
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmState;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.transport.swtpm.SwtpmProcess;

/**
 * One short command over each transport, and over a bare socket that does no more than it must: the
 * floor. Run it on one CPU ({@code taskset -c 0}), or the time of waking another one is all there
 * is to see. Compare medians: on a busy machine the mean of a socket's times is the scheduler's.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
public class TransportBenchmark {

  /** TPM2_PCR_Read of SHA-256:0, typed after Part 3, 22.4. */
  private static final byte[] PCR_READ_20 =
      Bytes.hex("8001 00000014 0000017e 00000001 000b 03 010000").toArray();

  /** TPM_PcrRead of 0. */
  private static final byte[] PCR_READ_12 = Bytes.hex("00c1 0000000e 00000015 00000000").toArray();

  /** A swtpm, and the bare socket to it. */
  @State(Scope.Benchmark)
  public static class BareTcp {
    private SwtpmProcess swtpm;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final byte[] buffer = new byte[4096];

    /** Before all. */
    @Setup
    public void connect() throws IOException {
      swtpm = SwtpmProcess.start(Family.TPM20);
      int port = Integer.parseInt(swtpm.connectionString().replaceAll(".*,port=([0-9]+),.*", "$1"));
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = socket.getInputStream();
      out = socket.getOutputStream();
    }

    byte[] exchange(byte[] command) throws IOException {
      out.write(command);
      int length = 0;
      do {
        int read = in.read(buffer, length, buffer.length - length);
        if (read < 0) {
          throw new EOFException();
        }
        length += read;
      } while (length < 10 || length < ByteBuffer.wrap(buffer).getInt(2));
      return Arrays.copyOf(buffer, length);
    }

    /** After all. */
    @TearDown
    public void disconnect() throws IOException {
      socket.close();
      swtpm.close();
    }
  }

  /** A swtpm, and the bare UNIX socket to it. */
  @State(Scope.Benchmark)
  public static class BareUnix {
    private SwtpmProcess swtpm;
    private SocketChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(4096);
    private final ByteBuffer in = ByteBuffer.allocateDirect(4096);

    /** Before all. */
    @Setup
    public void connect() throws IOException {
      swtpm = SwtpmProcess.start(Family.TPM20, SwtpmProcess.Channel.UNIX, Optional.empty());
      channel =
          SocketChannel.open(
              UnixDomainSocketAddress.of(
                  swtpm.connectionString().substring("swtpm:path=".length())));
    }

    byte[] exchange(byte[] command) throws IOException {
      out.clear().put(command).flip();
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
      channel.close();
      swtpm.close();
    }
  }

  /** A transport to a swtpm over TCP. */
  @State(Scope.Benchmark)
  public static class SwtpmTcp {
    private SwtpmProcess swtpm;
    private TpmTransport transport;

    /** Before all. */
    @Setup
    public void open() throws IOException {
      swtpm = SwtpmProcess.start(Family.TPM20);
      transport = Transports.open(swtpm.connectionString());
    }

    /** After all. */
    @TearDown
    public void close() throws IOException {
      transport.close();
      swtpm.close();
    }
  }

  /** A transport to a swtpm over a UNIX socket. */
  @State(Scope.Benchmark)
  public static class SwtpmUnix {
    private SwtpmProcess swtpm;
    private TpmTransport transport;

    /** Before all. */
    @Setup
    public void open() throws IOException {
      swtpm = SwtpmProcess.start(Family.TPM20, SwtpmProcess.Channel.UNIX, Optional.empty());
      transport = Transports.open(swtpm.connectionString());
    }

    /** After all. */
    @TearDown
    public void close() throws IOException {
      transport.close();
      swtpm.close();
    }
  }

  /** The TPM 2.0 in this process, and a state to go back to. */
  @State(Scope.Benchmark)
  public static class Libtpms20 {
    private TpmTransport transport;
    private StateControl states;
    private TpmState state;

    /** Before all. */
    @Setup
    public void open() throws IOException {
      transport = Transports.open("libtpms:family=2.0");
      states = transport.ability(StateControl.class).orElseThrow();
      state = states.saveState();
    }

    /** After all. */
    @TearDown
    public void close() throws IOException {
      transport.close();
    }
  }

  /** The TPM 1.2 in this process, and a state to go back to. */
  @State(Scope.Benchmark)
  public static class Libtpms12 {
    private TpmTransport transport;
    private StateControl states;
    private TpmState state;

    /** Before all. */
    @Setup
    public void open() throws IOException {
      transport = Transports.open("libtpms:family=1.2");
      states = transport.ability(StateControl.class).orElseThrow();
      state = states.saveState();
    }

    /** After all. */
    @TearDown
    public void close() throws IOException {
      transport.close();
    }
  }

  /** The floor over TCP. */
  @Benchmark
  public byte[] tcpBare(BareTcp socket) throws IOException {
    return socket.exchange(PCR_READ_20);
  }

  /** {@code swtpm:port=}. */
  @Benchmark
  public byte[] tcpTransport(SwtpmTcp swtpm) throws IOException {
    return swtpm.transport.exchange(PCR_READ_20);
  }

  /** The floor over a UNIX socket. */
  @Benchmark
  public byte[] unixBare(BareUnix socket) throws IOException {
    return socket.exchange(PCR_READ_20);
  }

  /** {@code swtpm:path=}. */
  @Benchmark
  public byte[] unixTransport(SwtpmUnix swtpm) throws IOException {
    return swtpm.transport.exchange(PCR_READ_20);
  }

  /** {@code libtpms:family=2.0}. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public byte[] libtpms20(Libtpms20 tpm) throws IOException {
    return tpm.transport.exchange(PCR_READ_20);
  }

  /** {@code libtpms:family=1.2}. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public byte[] libtpms12(Libtpms12 tpm) throws IOException {
    return tpm.transport.exchange(PCR_READ_12);
  }

  /** A TPM 2.0 as it was, for the next test. */
  @Benchmark
  public void restore20(Libtpms20 tpm) throws IOException {
    tpm.states.restoreState(tpm.state);
  }

  /** A TPM 1.2 as it was, for the next test. */
  @Benchmark
  public void restore12(Libtpms12 tpm) throws IOException {
    tpm.states.restoreState(tpm.state);
  }
}
