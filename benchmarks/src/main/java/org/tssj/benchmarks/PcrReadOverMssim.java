package org.tssj.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
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
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;

/**
 * TPM2_PCR_Read of a simulator: by the transport, and as the same octets over a bare socket that
 * does what it must there (TCP_NODELAY, and TCP_QUICKACK before each read).
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 2, time = 1)
public class PcrReadOverMssim {

  private static final int AROUND = 8;

  /** A simulator and a bare socket to it. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
  public static class Bare {
    private final byte[] bytes = PcrRead0.COMMAND.toArray();
    private final ByteBuffer out = ByteBuffer.allocateDirect(4096);
    private final ByteBuffer in = ByteBuffer.allocateDirect(4096);
    private SimulatorProcess simulator;
    private SocketChannel channel;

    /** Before all. */
    @Setup
    public void connect() throws IOException {
      simulator = SimulatorProcess.start();
      // Power, non-volatile memory and TPM2_Startup.
      Transports.open("mssim:port=" + simulator.port()).close();
      channel =
          SocketChannel.open(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), simulator.port()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    byte[] exchange() throws IOException {
      out.clear().putInt(8).put((byte) 0).putInt(bytes.length).put(bytes).flip();
      channel.write(out);
      in.clear();
      do {
        channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        if (channel.read(in) < 0) {
          throw new EOFException();
        }
      } while (in.position() < AROUND || in.position() < AROUND + in.getInt(0));
      byte[] answer = new byte[in.getInt(0)];
      in.get(4, answer);
      return answer;
    }

    /** After all. */
    @TearDown
    public void disconnect() throws IOException {
      if (exchange().length != PcrRead0.ANSWER_LENGTH) {
        throw new IllegalStateException("no PCR was read");
      }
      channel.close();
      simulator.close();
    }
  }

  /** A simulator and the transport. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
  public static class Library {
    private final byte[] bytes = PcrRead0.COMMAND.toArray();
    private SimulatorProcess simulator;
    private TpmTransport transport;

    /** Before all. */
    @Setup
    public void open() throws IOException {
      simulator = SimulatorProcess.start();
      transport = Transports.open("mssim:port=" + simulator.port());
    }

    /** After all. */
    @TearDown
    public void close() throws IOException {
      if (transport.exchange(bytes).length != PcrRead0.ANSWER_LENGTH) {
        throw new IllegalStateException("no PCR was read");
      }
      transport.close();
      simulator.close();
    }
  }

  /** The floor: one write, the reads it takes, one copy. */
  @Benchmark
  public byte[] bare(Bare socket) throws IOException {
    return socket.exchange();
  }

  /** {@code mssim:}, from bytes to bytes. */
  @Benchmark
  public byte[] transport(Library library) throws IOException {
    return library.transport.exchange(library.bytes);
  }
}
