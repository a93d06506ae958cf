package org.tssj.benchmarks;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code TPMLIB_Process} called through JNA's fastest form, with nothing around it but the copies
 * between Java's memory and C's. The TPM is one that a transport of this process has powered on.
 */
@SuppressWarnings("MemberName") // JNA finds a C function by the name of the method.
final class RawLibtpms {

  private static final int RESPONSE_SIZE = 8;
  private static final int RESPONSE_CAPACITY = 12;

  static {
    Native.register(RawLibtpms.class, "libtpms.so.0");
  }

  private final Memory command = new Memory(4096);
  private final Memory exchange = new Memory(16);
  private final long commandAddress = Pointer.nativeValue(command);
  private final long exchangeAddress = Pointer.nativeValue(exchange);
  private final ByteBuffer commandView = command.getByteBuffer(0, 4096);
  private final ByteBuffer exchangeView =
      exchange.getByteBuffer(0, 16).order(ByteOrder.nativeOrder());
  private final ByteBuffer responseView;

  RawLibtpms(byte[] first) {
    exchange.clear();
    process(first);
    // libtpms keeps this buffer as long as the answers stay small.
    responseView = exchange.getPointer(0).getByteBuffer(0, 4096);
  }

  private static native int TPMLIB_Process(
      long responseBuffer, long responseSize, long responseCapacity, long command, int size);

  byte[] exchange(byte[] bytes) {
    process(bytes);
    byte[] response = new byte[exchangeView.getInt(RESPONSE_SIZE)];
    responseView.get(0, response);
    return response;
  }

  private void process(byte[] bytes) {
    commandView.put(0, bytes);
    int result =
        TPMLIB_Process(
            exchangeAddress,
            exchangeAddress + RESPONSE_SIZE,
            exchangeAddress + RESPONSE_CAPACITY,
            commandAddress,
            bytes.length);
    if (result != 0) {
      throw new IllegalStateException("libtpms says " + result);
    }
  }
}
