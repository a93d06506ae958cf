package org.tssj.benchmarks;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tssj.core.Bytes;

/**
 * A simulator at the other end of {@code mssim:}, in a process of its own: IBM's where {@code
 * IBM_TPM_SERVER} names it, otherwise this class, which gives every command the answer of a PCR.
 */
final class SimulatorProcess implements AutoCloseable {

  private static final int SEND_COMMAND = 8;
  private static final int SESSION_END = 20;
  private static final int FAMILY_QUESTION = 22;

  // TPM2_GetCapability of TPM_PT_FAMILY_INDICATOR, answered "2.0": typed after Part 3, 30.2.
  private static final String FAMILY =
      "8001 0000001b 00000000 01 00000006 00000001 00000100 322e3000";

  private final Path directory;
  private final Process process;
  private final int port;

  private SimulatorProcess(Path directory, Process process, int port) {
    this.directory = directory;
    this.process = process;
    this.port = port;
  }

  static SimulatorProcess start() throws IOException {
    Path directory = Files.createTempDirectory("simulator");
    int port = freePorts();
    String ibm = System.getenv("IBM_TPM_SERVER");
    ProcessBuilder builder =
        ibm == null
            ? new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorProcess.class.getName(),
                Integer.toString(port))
            : new ProcessBuilder(ibm, "-rm", "-port", Integer.toString(port));
    Process process =
        builder
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    SimulatorProcess simulator = new SimulatorProcess(directory, process, port);
    simulator.await();
    return simulator;
  }

  private static int freePorts() throws IOException {
    while (true) {
      try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket next =
              new ServerSocket(one.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
        assert next.isBound();
        return one.getLocalPort();
      } catch (BindException e) {
        // The next port is somebody's; another pair.
      }
    }
  }

  /** Until both ports accept, which is the platform's last. */
  private void await() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port + 1).close();
        return;
      } catch (IOException e) {
        if (attempt == 200 || !process.isAlive()) {
          close();
          throw e;
        }
      }
      try {
        process.waitFor(50, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * The stand-in.
   *
   * @param args its command port; the platform port is the next
   */
  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    ServerSocket commands = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    ServerSocket platform = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress());
    Thread signals = new Thread(() -> serve(platform), "platform");
    signals.setDaemon(true);
    signals.start();
    serve(commands);
  }

  private static void serve(ServerSocket port) {
    while (true) {
      try (Socket client = port.accept()) {
        client.setTcpNoDelay(true);
        converse(client);
      } catch (EOFException e) {
        // It has left without a word; the next one.
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void converse(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    byte[] family = answer(Bytes.hex(FAMILY).toArray());
    byte[] pcr =
        answer(
            ByteBuffer.allocate(PcrRead0.ANSWER_LENGTH)
                .putShort((short) 0x8001)
                .putInt(PcrRead0.ANSWER_LENGTH)
                .array());
    byte[] command = new byte[4096];
    for (int request = in.readInt(); request != SESSION_END; request = in.readInt()) {
      if (request == SEND_COMMAND) {
        in.readByte();
        int size = in.readInt();
        in.readFully(command, 0, size);
        client.getOutputStream().write(size == FAMILY_QUESTION ? family : pcr);
      } else {
        client.getOutputStream().write(new byte[4]);
      }
    }
  }

  private static byte[] answer(byte[] response) {
    return ByteBuffer.allocate(8 + response.length).putInt(response.length).put(response).array();
  }
}
