package org.tssj.transport.cmd;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.transport.link.FakeServer;
import org.tssj.transport.link.Frames;
import org.tssj.transport.link.RandomFaults;

/**
 * With a stand-in for the process, whose standard streams are a socket: ten thousand real ones
 * would take minutes. {@link CmdRealFaultsTest} has a few hundred of those.
 */
class CmdRandomFaultsTest extends RandomFaults {

  /** A process that is a connection to the server, and ends with it. */
  private static final class FakeProcess extends Process {
    private final Socket socket;
    private final CountDownLatch dead = new CountDownLatch(1);

    FakeProcess(InetSocketAddress server) throws IOException {
      socket = new Socket(server.getAddress(), server.getPort());
      socket.setTcpNoDelay(true);
    }

    @Override
    public OutputStream getOutputStream() {
      try {
        return socket.getOutputStream();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public InputStream getInputStream() {
      try {
        return socket.getInputStream();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
      dead.await();
      return 0;
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) {
      // A closed standard input is all that it takes.
      destroy();
      return true;
    }

    @Override
    public int exitValue() {
      return 0;
    }

    @Override
    public void destroy() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      dead.countDown();
    }

    @Override
    public Process destroyForcibly() {
      destroy();
      return this;
    }

    @Override
    public Stream<ProcessHandle> descendants() {
      return Stream.empty();
    }
  }

  @Override
  protected String connectionString(FakeServer server) {
    return server.connectionString("cmd");
  }

  @Override
  protected TpmTransport open(String connectionString) throws IOException {
    int port = Integer.parseInt(connectionString.replaceAll(".*=", ""));
    return CmdTransport.open(
        new CmdTransport.Settings(
            connectionString,
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            Duration.ofSeconds(20),
            Frames.LARGEST),
        new FakeProcess(new InetSocketAddress("127.0.0.1", port)));
  }

  @Override
  protected Dialect dialect() {
    return new Dialect() {
      @Override
      public void greet(FakeServer.Peer peer) throws IOException {
        peer.beTpm();
      }

      @Override
      public int hear(FakeServer.Peer peer) throws IOException {
        return ByteBuffer.wrap(peer.command().toArray()).getInt(10);
      }

      @Override
      public Bytes answer(int number) {
        return response(number);
      }

      @Override
      public int[] sizes() {
        return new int[] {2};
      }
    };
  }
}
