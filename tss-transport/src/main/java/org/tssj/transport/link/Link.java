package org.tssj.transport.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;

/**
 * A stream to a peer that answers one message with one message: whole writes, exact reads, within a
 * time limit.
 *
 * <p>The first failure in the middle of an exchange closes it, because nobody knows what the peer
 * still sends; every later use says so. It is therefore never out of step. What is refused before
 * the first octet leaves (an interrupted caller, for one) closes nothing.
 *
 * <p>An exchange is {@link #send}, then {@link #need} and {@link #take} as the protocol has it,
 * then {@link #finish}, between {@link #enter} and {@link #leave}. {@link #exchange} is all of that
 * for the plainest of protocols.
 */
public final class Link implements AutoCloseable {

  private final Carrier carrier;
  private final String endpoint;
  private final ByteBuffer out;
  private final ByteBuffer in;
  private final ReentrantLock lock = new ReentrantLock();

  private volatile TimeLimit limit;
  private boolean answering;
  private volatile boolean closed;
  private @Nullable TpmTransportException broken;

  /**
   * A link over what is connected already.
   *
   * @param carrier closed with the link
   * @param endpoint the connection string, for error messages
   * @param exchanging how long one exchange may take
   * @param largest octets of the largest message, either way
   */
  public Link(Carrier carrier, String endpoint, Duration exchanging, int largest) {
    this.carrier = carrier;
    this.endpoint = endpoint;
    this.out = ByteBuffer.allocateDirect(largest);
    // One octet more than the largest answer, so that one that goes on behind its end is seen.
    this.in = ByteBuffer.allocateDirect(largest + 1).limit(0);
    this.limit = new TimeLimit(exchanging, () -> closeQuietly(carrier));
  }

  /**
   * Connects to a socket.
   *
   * @param address where the peer listens
   * @param endpoint the connection string, for error messages
   * @param connecting how long connecting may take
   * @param exchanging how long one exchange may take
   * @param largest octets of the largest message, either way
   * @param advice what to do if nobody listens there
   * @throws TpmTransportException if there is no connection in time
   */
  public static Link connect(
      SocketAddress address,
      String endpoint,
      Duration connecting,
      Duration exchanging,
      int largest,
      String advice)
      throws TpmTransportException {
    return connect(address, endpoint, connecting, exchanging, largest, advice, false);
  }

  /**
   * Connects to the socket of a peer that writes one answer in several pieces and waits for an
   * acknowledgement of each: it is given at once, where the system can.
   */
  public static Link connectToOneWhoWritesInPieces(
      SocketAddress address,
      String endpoint,
      Duration connecting,
      Duration exchanging,
      int largest,
      String advice)
      throws TpmTransportException {
    return connect(address, endpoint, connecting, exchanging, largest, advice, true);
  }

  private static Link connect(
      SocketAddress address,
      String endpoint,
      Duration connecting,
      Duration exchanging,
      int largest,
      String advice,
      boolean peerWritesInPieces)
      throws TpmTransportException {
    if (Thread.currentThread().isInterrupted()) {
      throw interruptedBefore(endpoint, "connecting");
    }
    if (address instanceof InetSocketAddress inet && inet.isUnresolved()) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "the host name " + inet.getHostString() + " is not known here",
          null);
    }
    SocketChannel channel = null;
    try {
      channel =
          address instanceof UnixDomainSocketAddress
              ? SocketChannel.open(StandardProtocolFamily.UNIX)
              : SocketChannel.open();
      connectWithin(connecting, channel, address);
      return new Link(
          new SocketCarrier(channel, peerWritesInPieces), endpoint, exchanging, largest);
    } catch (IOException e) {
      if (channel != null) {
        closeQuietly(channel);
      }
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "no connection to " + name(address) + " (" + reason(e) + "); " + advice,
          e);
    }
  }

  private static void connectWithin(Duration time, SocketChannel channel, SocketAddress address)
      throws IOException {
    boolean inTime = false;
    try (TimeLimit limit = new TimeLimit(time, () -> closeQuietly(channel))) {
      limit.start();
      try {
        channel.connect(address);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (ClosedChannelException e) {
        throw new IOException("not within " + words(time), e);
      } finally {
        inTime = limit.stop();
      }
    }
    if (!inTime) {
      throw new IOException("not within " + words(time));
    }
  }

  private static String name(SocketAddress address) {
    return address instanceof InetSocketAddress inet
        ? inet.getHostString() + " port " + inet.getPort()
        : address.toString();
  }

  /** A duration as a person says it: {@code 500 ms}, {@code 30 s}. */
  public static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static String reason(IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return "interrupted";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** From now on, an exchange may take so long. Not in the middle of one. */
  public void setLimit(Duration exchanging) {
    limit.close();
    limit = new TimeLimit(exchanging, () -> closeQuietly(carrier));
  }

  /**
   * Waits until no other thread is in the middle of an exchange. {@link #leave} must follow.
   *
   * @throws TpmTransportException if the caller is interrupted while it waits; it then must not
   *     leave
   */
  public void enter() throws TpmTransportException {
    if (lock.tryLock()) {
      return;
    }
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interruptedBefore(endpoint, "sending");
    }
  }

  /**
   * As {@link #enter}, but does not wait.
   *
   * @return whether no other thread is in the middle of an exchange; only then {@link #leave} must
   *     follow
   */
  public boolean tryEnter() {
    return lock.tryLock();
  }

  /** The exchange is over, well or not. */
  public void leave() {
    lock.unlock();
  }

  /**
   * Sends one whole message, in one write if it has at most {@code largest} octets and the system
   * takes it whole.
   */
  public void send(byte[] message) throws TpmTransportException {
    if (closed || broken != null) {
      throw unusable();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw interruptedBefore(endpoint, "sending");
    }
    answering = false;
    limit.start();
    try {
      refuseWhatNobodyAskedFor();
    } catch (IOException e) {
      throw fail(Delivery.NOT_SENT, "before the command was sent", e);
    }
    in.limit(0);
    try {
      int sent = 0;
      do {
        int piece = Math.min(message.length - sent, out.capacity());
        out.clear().put(message, sent, piece).flip();
        do {
          carrier.write(out);
        } while (out.hasRemaining());
        sent += piece;
      } while (sent < message.length);
    } catch (IOException e) {
      throw fail(Delivery.UNKNOWN, "while the command was sent", e);
    }
  }

  /**
   * What the peer sent since the last answer was complete belongs to no command; taking it for the
   * next answer would shift every answer after it.
   */
  private void refuseWhatNobodyAskedFor() throws IOException {
    if (carrier.hasUnread()) {
      throw new IOException("the other side sent bytes that nobody asked for");
    }
  }

  /**
   * Waits until {@code octets} octets of the answer that were not taken yet are there.
   *
   * @param octets at most {@code largest}
   */
  public void need(int octets) throws TpmTransportException {
    if (in.remaining() >= octets) {
      return;
    }
    in.compact();
    try {
      while (in.position() < octets) {
        if (carrier.read(in) < 0) {
          throw new EOFException(
              in.position() == 0 && !answering
                  ? "the other side closed the connection without an answer"
                  : "the other side closed the connection in the middle of the answer");
        }
        answering = true;
      }
    } catch (IOException e) {
      throw fail(
          answering || in.position() > 0 ? Delivery.SENT : Delivery.UNKNOWN,
          "while the answer was awaited",
          e);
    } finally {
      in.flip();
    }
  }

  /** A number of four octets in what was needed and not yet taken, {@code offset} octets ahead. */
  public int peek(int offset) {
    return in.getInt(in.position() + offset);
  }

  /** Takes the next octets of what was needed. */
  public byte[] take(int octets) {
    byte[] taken = new byte[octets];
    in.get(taken);
    return taken;
  }

  /** The answer is complete; anything behind it is a failure. */
  public void finish() throws TpmTransportException {
    if (in.hasRemaining()) {
      throw fail(
          Delivery.SENT, in.remaining() + " or more bytes came behind the end of the answer", null);
    }
    if (!limit.stop()) {
      // Too late by a hair: the answer is whole and is given, but the connection is gone.
      fail(Delivery.SENT, "as the answer arrived", null);
    }
  }

  /**
   * The answer is not what the protocol allows: closes.
   *
   * @param what what is wrong with it
   * @return the exception, to be thrown
   */
  public TpmTransportException refuse(String what) {
    return fail(Delivery.SENT, what, null);
  }

  /**
   * A whole exchange with a peer that takes TPM commands and gives TPM responses, both as they are.
   *
   * @param command one command
   * @param largest octets of the largest response
   * @return the response, as long as its header says
   */
  public byte[] exchange(byte[] command, int largest) throws TpmTransportException {
    enter();
    try {
      send(command);
      need(Frames.HEADER);
      int size = peek(2);
      if (size < Frames.HEADER || size > largest) {
        throw refuse(
            "the answer claims a size of "
                + Integer.toUnsignedString(size)
                + " bytes; "
                + Frames.HEADER
                + " to "
                + largest
                + " are possible");
      }
      need(size);
      byte[] response = take(size);
      finish();
      return response;
    } finally {
      leave();
    }
  }

  private TpmTransportException fail(Delivery delivery, String when, @Nullable IOException cause) {
    boolean inTime = limit.stop();
    boolean byUs = closed;
    release();
    String message;
    if (!inTime) {
      message = "no whole answer within " + words(limit.limit());
    } else if (cause instanceof ClosedByInterruptException) {
      message = "interrupted " + when;
    } else if (byUs) {
      message = "closed by another thread " + when;
    } else if (cause == null) {
      message = when;
    } else {
      message = reason(cause) + " " + when;
    }
    broken =
        new TpmTransportException(
            endpoint, delivery, message + "; the connection is closed", cause);
    return broken;
  }

  private TpmTransportException unusable() {
    TpmTransportException first = broken;
    return first == null
        ? new TpmTransportException(endpoint, Delivery.NOT_SENT, "this transport is closed", null)
        : new TpmTransportException(
            endpoint,
            Delivery.NOT_SENT,
            "the connection was closed after a failure; open a new one",
            first);
  }

  private static TpmTransportException interruptedBefore(String endpoint, String what) {
    return new TpmTransportException(
        endpoint,
        Delivery.NOT_SENT,
        "the thread was interrupted before " + what,
        new InterruptedIOException());
  }

  /** Whether it was closed, by its owner or by a failure. */
  public boolean isClosed() {
    return closed;
  }

  /** Closes; an exchange that another thread is in the middle of fails. */
  @Override
  public void close() {
    release();
  }

  private void release() {
    closed = true;
    limit.close();
    closeQuietly(carrier);
  }

  private static void closeQuietly(Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The descriptor is gone whatever close says, and there is no one to tell.
    }
  }
}
