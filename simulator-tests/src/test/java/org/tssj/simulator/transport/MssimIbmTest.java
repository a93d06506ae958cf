package org.tssj.simulator.transport;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.Transports;

/** The contract over IBM's simulator, where {@code IBM_TPM_SERVER} says where that program is. */
@EnabledIfEnvironmentVariable(named = "IBM_TPM_SERVER", matches = ".+")
class MssimIbmTest extends MssimContract {

  private static final int ATTEMPTS = 200;

  private Path directory;
  private Process server;
  private int port;

  @Override
  void startTpm() throws IOException {
    directory = Files.createTempDirectory("tpm_server");
    port = freePort();
    server =
        new ProcessBuilder(
                List.of(System.getenv("IBM_TPM_SERVER"), "-rm", "-port", Integer.toString(port)))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitServer();
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

  private void awaitServer() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Transports.open(connectionString()).close();
        return;
      } catch (TpmTransportException e) {
        if (attempt == ATTEMPTS || !server.isAlive()) {
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

  @Override
  void stopTpm() throws IOException {
    server.destroy();
    try {
      if (!server.waitFor(5, TimeUnit.SECONDS)) {
        server.destroyForcibly();
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

  @Override
  String connectionString() {
    return "mssim:port=" + port;
  }
}
