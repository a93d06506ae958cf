package org.tssj.transport.device;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The C library's system calls. */
final class LibC implements Posix {

  // The numbers of Linux on every architecture that runs a JVM of today: x86, ARM, POWER, RISC-V,
  // s390.
  private static final int O_RDWR = 2;
  private static final int O_NONBLOCK = 04000;
  private static final int O_CLOEXEC = 02000000;

  private static boolean registered;

  private LibC() {}

  /**
   * Binds to the C library.
   *
   * @throws UnsatisfiedLinkError if JNA has no native part for this machine
   */
  static LibC load() {
    if (!registered) {
      Native.register(Calls.class, "c");
      registered = true;
    }
    return new LibC();
  }

  @Override
  public int open(String path) {
    return result(Calls.open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC));
  }

  @Override
  public int write(int descriptor, byte[] octets) {
    return result((int) Calls.write(descriptor, octets, octets.length));
  }

  @Override
  public int read(int descriptor, byte[] into) {
    return result((int) Calls.read(descriptor, into, into.length));
  }

  @Override
  public int poll(int descriptor, int events, int millis) {
    // struct pollfd: the descriptor, what is asked, what has happened.
    ByteBuffer one = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
    one.putInt(descriptor).putShort((short) events);
    int result = result(Calls.poll(one.array(), 1, millis));
    return result < 0 ? result : one.getShort(6) & 0xffff;
  }

  @Override
  public int close(int descriptor) {
    return result(Calls.close(descriptor));
  }

  private static int result(int value) {
    return value < 0 ? -Native.getLastError() : value;
  }

  /** The functions themselves, under their own names. */
  private static final class Calls {

    static native int open(String path, int flags);

    static native long write(int descriptor, byte[] octets, long count);

    static native long read(int descriptor, byte[] into, long count);

    static native int poll(byte[] descriptors, long count, int millis);

    static native int close(int descriptor);
  }
}
