package org.tssj.transport.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A socket, TCP or UNIX, as a link wants it. */
final class SocketCarrier implements Carrier {

  private final SocketChannel channel;
  private final @Nullable InputStream available;
  private final @Nullable SocketOption<Boolean> quickAck;

  /**
   * @param channel connected
   * @param peerWritesInPieces whether to acknowledge each piece at once: a peer that writes an
   *     answer in several pieces with Nagle's algorithm on waits for that
   */
  SocketCarrier(SocketChannel channel, boolean peerWritesInPieces) throws IOException {
    this.channel = channel;
    if (channel.getLocalAddress() instanceof UnixDomainSocketAddress) {
      available = null;
      quickAck = null;
      return;
    }
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    available = channel.socket().getInputStream();
    quickAck = peerWritesInPieces ? quickAck(channel) : null;
  }

  /** TCP_QUICKACK, which Linux has and the module jdk.net names; elsewhere there is none. */
  @SuppressWarnings("unchecked") // Its type is looked at.
  private static @Nullable SocketOption<Boolean> quickAck(SocketChannel channel) {
    for (SocketOption<?> option : channel.supportedOptions()) {
      if (option.name().equals("TCP_QUICKACK") && option.type() == Boolean.class) {
        return (SocketOption<Boolean>) option;
      }
    }
    return null;
  }

  @Override
  public int read(ByteBuffer in) throws IOException {
    if (quickAck != null) {
      // The kernel forgets it after a while, so it is said before each read.
      channel.setOption(quickAck, true);
    }
    return channel.read(in);
  }

  @Override
  public int write(ByteBuffer out) throws IOException {
    return channel.write(out);
  }

  @Override
  public boolean hasUnread() throws IOException {
    if (available != null) {
      // One question to the kernel. It does not see that the peer has gone; the write does.
      return available.available() > 0;
    }
    channel.configureBlocking(false);
    int unread = channel.read(ByteBuffer.allocate(1));
    if (unread < 0) {
      throw new EOFException("the other side has closed the connection");
    }
    channel.configureBlocking(true);
    return unread > 0;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
