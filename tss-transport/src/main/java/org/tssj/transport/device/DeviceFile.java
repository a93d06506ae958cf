package org.tssj.transport.device;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Courier;
import org.tssj.transport.link.Frames;

/**
 * The open device, as one thread uses it: a whole command in one write, a whole answer in one read.
 * Every call may take as long as the TPM does, for the driver's poll waits for a lock that it holds
 * while the TPM works.
 */
final class DeviceFile implements Courier.Errand {

  // How often a wait looks up whether it is still wanted, where the driver lets it.
  private static final int SLICE_MILLIS = 20;

  private final String endpoint;
  private final Posix posix;

  // The kernel drops what a read has no room for (before Linux 4.20), so there is always room.
  private final byte[] buffer = new byte[Frames.LARGEST + 1];

  private int descriptor;
  private @Nullable TpmTransportException broken;
  private volatile boolean unwanted;

  DeviceFile(String endpoint, Posix posix, int descriptor) {
    this.endpoint = endpoint;
    this.posix = posix;
    this.descriptor = descriptor;
  }

  @Override
  public byte[] exchange(byte[] command, Runnable onTaken) throws TpmTransportException {
    if (broken != null) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "the device was closed after a failure; open it again",
          broken);
    }
    if (descriptor < 0) {
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "this transport is closed", null);
    }
    write(command);
    onTaken.run();
    await(Posix.READABLE);
    return read(command);
  }

  private void write(byte[] command) throws TpmTransportException {
    int written;
    while (true) {
      written = posix.write(descriptor, command);
      if (written == -Errno.EAGAIN) {
        await(Posix.WRITABLE);
      } else if (written != -Errno.EINTR) {
        break;
      }
    }
    if (written == -Errno.E2BIG) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "the kernel's driver does not carry a command of " + command.length + " bytes (E2BIG)",
          null);
    }
    if (written < 0) {
      throw fail(Delivery.UNKNOWN, Errno.words(-written) + ", while the command was sent");
    }
    if (written != command.length) {
      throw fail(
          Delivery.UNKNOWN,
          "the driver took " + written + " of the " + command.length + " bytes of the command");
    }
  }

  private void await(int events) throws TpmTransportException {
    while (!unwanted) {
      int happened = posix.poll(descriptor, events, SLICE_MILLIS);
      if (happened < 0 && happened != -Errno.EINTR) {
        throw fail(Delivery.UNKNOWN, Errno.words(-happened) + ", while waiting");
      }
      if (happened > 0 && (happened & events) != 0) {
        return;
      }
      if (happened > 0 && (happened & (Posix.FAILED | Posix.HUNG_UP)) != 0) {
        throw fail(Delivery.UNKNOWN, "the device has gone, while waiting");
      }
    }
    throw new TpmTransportException(
        endpoint, Delivery.UNKNOWN, "closed by another thread while waiting", null);
  }

  /** The answer that is there; it may come in pieces, if the kernel gives pieces. */
  private byte[] read(byte[] command) throws TpmTransportException {
    int have = 0;
    byte[] answer = {};
    do {
      int read;
      do {
        read = posix.read(descriptor, buffer);
      } while (read == -Errno.EINTR);
      if (read == -Errno.ECANCELED) {
        // The kernel's word for it; the TPM is done with the command, and no answer will come.
        throw new TpmTransportException(
            endpoint,
            Delivery.SENT,
            "the command 0x" + Courier.code(command) + " was cancelled (ECANCELED)",
            null);
      }
      if (read <= 0) {
        throw fail(Delivery.SENT, missing(read, have, command));
      }
      answer = Arrays.copyOf(answer, have + read);
      System.arraycopy(buffer, 0, answer, have, read);
      Arrays.fill(buffer, 0, read, (byte) 0);
      have += read;
    } while (have < Frames.HEADER || have < claimed(answer));
    if (have > claimed(answer)) {
      throw fail(
          Delivery.SENT,
          "the answer has " + have + " bytes, but says that it has " + claimed(answer));
    }
    return answer;
  }

  private static String missing(int read, int have, byte[] command) {
    if (read < 0) {
      return Errno.words(-read)
          + ", while the answer to the command 0x"
          + Courier.code(command)
          + " was read";
    }
    return have == 0
        ? "the driver has no answer to the command 0x" + Courier.code(command)
        : "the driver gave " + have + " bytes of the answer and no more";
  }

  private int claimed(byte[] answer) throws TpmTransportException {
    int size = Frames.sizeIn(answer);
    if (size < Frames.HEADER || size > Frames.LARGEST) {
      throw fail(
          Delivery.SENT,
          "the answer claims a size of "
              + Integer.toUnsignedString(size)
              + " bytes; "
              + Frames.HEADER
              + " to "
              + Frames.LARGEST
              + " are possible");
    }
    return size;
  }

  private TpmTransportException fail(Delivery delivery, String what) {
    close();
    broken = new TpmTransportException(endpoint, delivery, what + "; the device is closed", null);
    return broken;
  }

  /** A wait that is going on has no purpose any more. From any thread. */
  @Override
  public void abandon() {
    unwanted = true;
  }

  /** Closes. The driver lets it wait until the TPM has done what it was told. */
  @Override
  public void close() {
    if (descriptor >= 0) {
      posix.close(descriptor);
      descriptor = -1;
    }
  }
}
