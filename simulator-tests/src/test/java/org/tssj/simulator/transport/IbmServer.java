package org.tssj.simulator.transport;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.Transports;
import org.tssj.transport.mssim.MssimPlatform;

/** A new process of IBM's simulator, the program that {@code IBM_TPM_SERVER} names. */
public final class IbmServer implements AutoCloseable {

  private static final int ATTEMPTS = 200;

  private final Path directory;
  private final Process process;
  private final int port;

  private IbmServer(Path directory, Process process, int port) {
    this.directory = directory;
    this.process = process;
    this.port = port;
  }

  /** Starts one with a TPM that nobody has used before, on two ports of its own. */
  public static IbmServer start() throws IOException {
    Path directory = Files.createTempDirectory("tpm_server");
    int port = freePort();
    Process process =
        new ProcessBuilder(
                List.of(System.getenv("IBM_TPM_SERVER"), "-rm", "-port", Integer.toString(port)))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    IbmServer server = new IbmServer(directory, process, port);
    server.await();
    return server;
  }

  private static int freePort() throws IOException {
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

  private void await() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Transports.open(connectionString()).close();
        return;
      } catch (TpmTransportException e) {
        if (attempt == ATTEMPTS || !process.isAlive()) {
          close();
          throw e;
        }
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  /** How it is reached. */
  public String connectionString() {
    return "mssim:port=" + port;
  }

  /** Its platform port, which serves one client at a time. */
  public MssimPlatform platform() throws IOException {
    return MssimPlatform.connect(
        "the platform port of tpm_server",
        new InetSocketAddress("127.0.0.1", port + 1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10));
  }

  /** Ends the process and removes what it wrote. */
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
}
