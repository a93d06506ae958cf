package org.tssj.transport.mssim;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.transport.link.Link;

/**
 * The platform port of a simulator: what the machine around a TPM does to it.
 *
 * <p>A simulator serves one client at a time on it; an open {@code mssim:} transport that has used
 * it holds it. The numbers are those of TpmTcpProtocol.h in the TCG's reference code.
 */
public final class MssimPlatform implements AutoCloseable {

  private static final int POWER_ON = 1;
  private static final int POWER_OFF = 2;
  private static final int PHYS_PRES_ON = 3;
  private static final int PHYS_PRES_OFF = 4;
  private static final int CANCEL_ON = 9;
  private static final int CANCEL_OFF = 10;
  private static final int NV_ON = 11;
  private static final int NV_OFF = 12;
  private static final int SESSION_END = 20;

  private static final int WORD = 4;

  private final Link link;

  private MssimPlatform(Link link) {
    this.link = link;
  }

  /**
   * Connects.
   *
   * @param endpoint how error messages name it
   * @param address the platform port: the one after the command port, unless told otherwise
   * @param connecting how long connecting may take
   * @param signalling how long a signal may take
   * @throws TpmTransportException if nobody listens there
   */
  public static MssimPlatform connect(
      String endpoint, SocketAddress address, Duration connecting, Duration signalling)
      throws TpmTransportException {
    return new MssimPlatform(
        Link.connectToOneWhoWritesInPieces(
            address,
            endpoint,
            connecting,
            signalling,
            WORD,
            "that is the simulator's platform port, the one after port= unless platform= says"
                + " otherwise"));
  }

  /** TPM_SIGNAL_POWER_ON: the TPM then waits for TPM2_Startup. Nothing if it has power already. */
  public void powerOn() throws TpmTransportException {
    signal(POWER_ON, "POWER_ON");
  }

  /** TPM_SIGNAL_POWER_OFF: volatile state is lost. */
  public void powerOff() throws TpmTransportException {
    signal(POWER_OFF, "POWER_OFF");
  }

  /** TPM_SIGNAL_PHYS_PRES_ON: someone is at the machine. */
  public void presenceOn() throws TpmTransportException {
    signal(PHYS_PRES_ON, "PHYS_PRES_ON");
  }

  /** TPM_SIGNAL_PHYS_PRES_OFF: nobody is. */
  public void presenceOff() throws TpmTransportException {
    signal(PHYS_PRES_OFF, "PHYS_PRES_OFF");
  }

  /**
   * TPM_SIGNAL_CANCEL_ON: the TPM gives up the command it is working on, and every one after it,
   * until {@link #cancelOff}.
   */
  public void cancelOn() throws TpmTransportException {
    signal(CANCEL_ON, "CANCEL_ON");
  }

  /** TPM_SIGNAL_CANCEL_OFF: commands are executed again. */
  public void cancelOff() throws TpmTransportException {
    signal(CANCEL_OFF, "CANCEL_OFF");
  }

  /** TPM_SIGNAL_NV_ON: the TPM reaches its non-volatile memory. */
  public void nvOn() throws TpmTransportException {
    signal(NV_ON, "NV_ON");
  }

  /** TPM_SIGNAL_NV_OFF: it does not, and answers TPM_RC_NV_UNAVAILABLE to what would write. */
  public void nvOff() throws TpmTransportException {
    signal(NV_OFF, "NV_OFF");
  }

  private void signal(int number, String name) throws TpmTransportException {
    link.enter();
    try {
      link.send(word(number));
      link.need(WORD);
      int result = link.peek(0);
      link.take(WORD);
      if (result != 0) {
        throw link.refuse(
            "the simulator answers " + name + " with 0x" + Integer.toHexString(result));
      }
      link.finish();
    } finally {
      link.leave();
    }
  }

  static byte[] word(int number) {
    return ByteBuffer.allocate(WORD).putInt(number).array();
  }

  /**
   * Says good-bye on a link of either port, as far as nobody is using it, and closes it.
   *
   * <p>A simulator takes the end of the connection for the same; but that is how clients die, and
   * this is how they leave.
   */
  static void end(Link link) {
    if (!link.isClosed() && link.tryEnter()) {
      try {
        link.send(word(SESSION_END));
      } catch (TpmTransportException e) {
        // It has gone first, or the thread is interrupted: the end of the connection says it too.
      } finally {
        link.leave();
      }
    }
    link.close();
  }

  boolean isClosed() {
    return link.isClosed();
  }

  /** Leaves, and lets the next client in. */
  @Override
  public void close() {
    end(link);
  }
}
