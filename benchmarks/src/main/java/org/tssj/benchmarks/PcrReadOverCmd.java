package org.tssj.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
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
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;

/**
 * TPM2_PCR_Read of a child process that holds a libtpms: by the transport, and as the same octets
 * through the bare pipes of the same child.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 2, time = 1)
public class PcrReadOverCmd {

  private static List<String> child() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        PcrReadOverCmd.class.getName());
  }

  /**
   * The child: commands on its standard input, responses on its standard output.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    byte[] buffer = new byte[4096];
    try (TpmTransport tpm = Transports.open("libtpms:family=2.0")) {
      for (byte[] command = frame(System.in, buffer);
          command.length > 0;
          command = frame(System.in, buffer)) {
        System.out.write(tpm.exchange(command));
        System.out.flush();
      }
    }
  }

  /** The next whole frame, empty at the end. */
  private static byte[] frame(InputStream in, byte[] buffer) throws IOException {
    int length = 0;
    do {
      int read = in.read(buffer, length, buffer.length - length);
      if (read < 0) {
        return new byte[0];
      }
      length += read;
    } while (length < 10 || length < ByteBuffer.wrap(buffer).getInt(2));
    return Arrays.copyOf(buffer, length);
  }

  /** A child and its bare pipes. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
  public static class Bare {
    private final byte[] bytes = PcrRead0.COMMAND.toArray();
    private final byte[] buffer = new byte[4096];
    private Process process;
    private InputStream in;
    private OutputStream out;

    /** Before all. */
    @Setup
    public void start() throws IOException {
      process = new ProcessBuilder(child()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      in = process.getInputStream();
      out = process.getOutputStream();
    }

    byte[] exchange() throws IOException {
      out.write(bytes);
      out.flush();
      byte[] answer = frame(in, buffer);
      if (answer.length == 0) {
        throw new EOFException();
      }
      return answer;
    }

    /** After all. */
    @TearDown
    public void end() throws IOException, InterruptedException {
      if (exchange().length != PcrRead0.ANSWER_LENGTH) {
        throw new IllegalStateException("no PCR was read");
      }
      out.close();
      process.waitFor();
    }
  }

  /** A child and the transport. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
  public static class Library {
    private final byte[] bytes = PcrRead0.COMMAND.toArray();
    private TpmTransport transport;

    /** Before all. */
    @Setup
    public void open() throws IOException {
      transport = Transports.open("cmd:'" + String.join("' '", child()) + "'");
    }

    /** After all. */
    @TearDown
    public void close() throws IOException {
      if (transport.exchange(bytes).length != PcrRead0.ANSWER_LENGTH) {
        throw new IllegalStateException("no PCR was read");
      }
      transport.close();
    }
  }

  /** The floor: one write, one read, one copy. */
  @Benchmark
  public byte[] bare(Bare pipes) throws IOException {
    return pipes.exchange();
  }

  /** {@code cmd:}, from bytes to bytes. */
  @Benchmark
  public byte[] transport(Library library) throws IOException {
    return library.transport.exchange(library.bytes);
  }
}
