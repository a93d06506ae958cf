package org.tssj.transport.tbs;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.tssj.core.TbsCode;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Courier;
import org.tssj.transport.link.Frames;

/**
 * TBS_HCONTEXT: one connection to TBS. A command goes in and its answer comes out by one call, so
 * no failure leaves the two out of step.
 */
final class TbsContext implements Courier.Errand {

  private static final int INSUFFICIENT_BUFFER = 0x80284005;
  private static final int COMMAND_CANCELED = 0x8028400d;

  // With these, TBS or Windows said no before the TPM was asked. Of TPM_E_DUPLICATE_VHANDLE and
  // TBS_E_TOO_MANY_RESOURCES that is not known: an object may have been loaded already.
  private static final Set<Integer> REFUSALS =
      Set.of(
          0x80280400, // TPM_E_COMMAND_BLOCKED
          0x80280401, // TPM_E_INVALID_HANDLE
          0x80280403, // TPM_E_EMBEDDED_COMMAND_BLOCKED
          0x80280404, // TPM_E_EMBEDDED_COMMAND_UNSUPPORTED
          0x80284002, // TBS_E_BAD_PARAMETER
          0x80284003, // TBS_E_INVALID_OUTPUT_POINTER
          0x80284004, // TBS_E_INVALID_CONTEXT
          0x80284007, // TBS_E_INVALID_CONTEXT_PARAM
          0x80284008, // TBS_E_SERVICE_NOT_RUNNING
          0x80284009, // TBS_E_TOO_MANY_TBS_CONTEXTS
          0x8028400b, // TBS_E_SERVICE_START_PENDING
          0x8028400c, // TBS_E_PPI_NOT_SUPPORTED
          0x8028400e, // TBS_E_BUFFER_TOO_LARGE
          0x8028400f, // TBS_E_TPM_NOT_FOUND
          0x80284010, // TBS_E_SERVICE_DISABLED
          0x80284011, // TBS_E_NO_EVENT_LOG
          0x80284012, // TBS_E_ACCESS_DENIED
          0x80284013, // TBS_E_PROVISIONING_NOT_ALLOWED
          0x80284014, // TBS_E_PPI_FUNCTION_UNSUPPORTED
          0x80284015, // TBS_E_OWNERAUTH_NOT_FOUND
          0x80284016); // TBS_E_PROVISIONING_INCOMPLETE

  private final String endpoint;
  private final Tbs tbs;
  private final long context;

  // Room for any answer at once: TBS may have run the command when it finds the room too small, and
  // a command that may have run is not sent again.
  private final byte[] buffer = new byte[Frames.LARGEST];

  // Cancelling comes from any thread, and must not meet a context that is being closed.
  private final ReentrantLock open = new ReentrantLock();
  private boolean closed;

  private TbsContext(String endpoint, Tbs tbs, long context) {
    this.endpoint = endpoint;
    this.tbs = tbs;
    this.context = context;
  }

  static TbsContext create(String endpoint, Tbs tbs) throws TpmTransportException {
    long[] context = new long[1];
    int result = tbs.create(context);
    if (result != 0) {
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "TBS lets nobody in: " + words(result), null);
    }
    return new TbsContext(endpoint, tbs, context[0]);
  }

  /** TBS does not say when it has handed on a command, only when all is over. */
  @Override
  public byte[] exchange(byte[] command, Runnable onTaken) throws TpmTransportException {
    int[] size = new int[1];
    try {
      int result = tbs.submit(context, command, buffer, size);
      if (result != 0) {
        throw failure(result, command, size[0]);
      }
      onTaken.run();
      return answer(size[0]);
    } finally {
      Arrays.fill(buffer, (byte) 0);
    }
  }

  private byte[] answer(int size) throws TpmTransportException {
    if (size < Frames.HEADER || size > buffer.length) {
      throw new TpmTransportException(
          endpoint,
          Delivery.SENT,
          "TBS says that the answer has "
              + Integer.toUnsignedString(size)
              + " bytes; "
              + Frames.HEADER
              + " to "
              + buffer.length
              + " are possible",
          null);
    }
    int claimed = Frames.sizeIn(buffer);
    if (claimed != size) {
      throw new TpmTransportException(
          endpoint,
          Delivery.SENT,
          "the answer has "
              + size
              + " bytes, but says that it has "
              + Integer.toUnsignedString(claimed),
          null);
    }
    return Arrays.copyOf(buffer, size);
  }

  private TpmTransportException failure(int result, byte[] command, int size) {
    if (REFUSALS.contains(result)) {
      throw new TpmServiceException("tbs", Integer.toUnsignedLong(result), words(result));
    }
    String subject = "the command 0x" + Courier.code(command);
    String what =
        switch (result) {
          case COMMAND_CANCELED -> subject + " was cancelled (TBS_E_COMMAND_CANCELED)";
          case INSUFFICIENT_BUFFER ->
              "the answer to "
                  + subject
                  + " has no room in "
                  + buffer.length
                  + " bytes, it takes "
                  + Integer.toUnsignedString(size)
                  + " (TBS_E_INSUFFICIENT_BUFFER); the TPM may have done what it was told";
          default -> "no answer to " + subject + ": " + words(result);
        };
    return new TpmTransportException(endpoint, Delivery.UNKNOWN, what, null);
  }

  /** The result's name and number, what it means and what to do. */
  private static String words(int result) {
    String number = String.format("0x%08x", result);
    return TbsCode.ofResult(result)
        .map(
            code ->
                code.name()
                    + " ("
                    + number
                    + "), "
                    + code.meaning()
                    + (code.advice().isEmpty() ? "" : ". " + code.advice()))
        .orElse(number + ", a result that TBS is not known to give");
  }

  /** Asks TBS to cancel what this context has with it; nothing, if it is closed. */
  void cancel() throws TpmTransportException {
    int result = cancelIfOpen();
    if (result != 0) {
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "the command is not cancelled: " + words(result), null);
    }
  }

  private int cancelIfOpen() {
    open.lock();
    try {
      return closed ? 0 : tbs.cancel(context);
    } finally {
      open.unlock();
    }
  }

  /** So that the next command need not wait for it. If TBS cannot, that one has to wait. */
  @Override
  public void giveUp() {
    cancelIfOpen();
  }

  @Override
  public void abandon() {
    giveUp();
  }

  @Override
  public void close() {
    open.lock();
    try {
      if (!closed) {
        closed = true;
        // What it answers changes nothing: the context is not used again.
        tbs.close(context);
      }
    } finally {
      open.unlock();
    }
  }
}
