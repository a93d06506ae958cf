package org.tssj.transport.link;

import java.io.IOException;
import java.nio.channels.ByteChannel;

/**
 * What carries a link's octets both ways: a socket, or the streams of a child process.
 *
 * <p>Closing it from any thread, and interrupting a thread that waits in it, ends what waits, as
 * with every channel.
 */
public interface Carrier extends ByteChannel {

  /**
   * Whether octets have arrived that nobody has read yet. Does not wait.
   *
   * @throws IOException if the peer has gone and that can be seen without waiting
   */
  boolean hasUnread() throws IOException;
}
