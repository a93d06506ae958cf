package org.tssj.transport.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tssj.core.Bytes;

/** A server that plays a script, once for every connection, one after the other. */
public final class FakeServer implements AutoCloseable {

  // TPM2_GetCapability of TPM_PT_FAMILY_INDICATOR, answered "2.0": typed after Part 3, 30.2.
  private static final Bytes FAMILY_2_0 =
      Bytes.hex("8001 0000001b 00000000 01 00000006 00000001 00000100 322e3000");
  private static final int QUESTION = 22;

  /** What the server does with one connection. */
  public interface Script {
    void play(Peer peer) throws Exception;
  }

  /** The server's end of one connection. */
  public static final class Peer {
    private final SocketChannel channel;
    private final InputStream in;

    Peer(SocketChannel channel) {
      this.channel = channel;
      this.in = Channels.newInputStream(channel);
    }

    /** Exactly so many octets. */
    public Bytes receive(int octets) throws IOException {
      byte[] received = in.readNBytes(octets);
      if (received.length < octets) {
        throw new EOFException();
      }
      return Bytes.wrap(received);
    }

    /** Sends, in one piece. */
    public void send(Bytes octets) throws IOException {
      ByteBuffer out = ByteBuffer.wrap(octets.toArray());
      while (out.hasRemaining()) {
        channel.write(out);
      }
    }

    /** A whole command, by the size in its header. */
    public Bytes command() throws IOException {
      Bytes header = receive(10);
      int size = ByteBuffer.wrap(header.toArray()).getInt(2);
      return header.concat(receive(size - 10));
    }

    /** Answers what every client asks first. */
    public void beTpm() throws IOException {
      receive(QUESTION);
      send(FAMILY_2_0);
    }

    /** Waits until the client goes. */
    public void keepSilent() throws IOException {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    /** Ends the connection as a crash does, without the courtesies. */
    public void reset() throws IOException {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.close();
    }
  }

  private final ServerSocketChannel server;
  private final Script script;
  private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();
  private final Thread thread;

  private FakeServer(ServerSocketChannel server, Script script) {
    this.server = server;
    this.script = script;
    thread = new Thread(this::serve, "fake-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Listens on a free port of the loopback interface. */
  public static FakeServer tcp(Script script) throws IOException {
    return new FakeServer(
        ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0)),
        script);
  }

  /** Listens on a UNIX socket. */
  public static FakeServer unix(Path socket, Script script) throws IOException {
    return new FakeServer(
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            .bind(UnixDomainSocketAddress.of(socket)),
        script);
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel channel = server.accept()) {
        if (channel.getLocalAddress() instanceof InetSocketAddress) {
          // Every piece leaves when the script says so.
          channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        script.play(new Peer(channel));
      } catch (IOException | InterruptedException e) {
        // The client has gone, or the test is over.
      } catch (Throwable e) {
        troubles.add(e);
      }
    }
  }

  /** Where it listens. */
  public SocketAddress address() {
    try {
      return server.getLocalAddress();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What leads here, and how options go on: {@code swtpm:port=4711}. */
  public String connectionString(String scheme) {
    return address() instanceof InetSocketAddress inet
        ? scheme + ":port=" + inet.getPort()
        : scheme + ":path=" + address();
  }

  @Override
  public void close() throws IOException {
    server.close();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the script ended", e);
    }
    Throwable trouble = troubles.poll();
    if (trouble != null) {
      throw new AssertionError("the script failed", trouble);
    }
  }
}
