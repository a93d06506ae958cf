package org.tssj.transport.device;

/** The system calls a device needs. They give their result, or a negative errno. */
interface Posix {

  /** POLLIN. */
  int READABLE = 0x1;

  /** POLLOUT. */
  int WRITABLE = 0x4;

  /** POLLERR. */
  int FAILED = 0x8;

  /** POLLHUP. */
  int HUNG_UP = 0x10;

  /** open(2), with O_RDWR, O_CLOEXEC and O_NONBLOCK. */
  int open(String path);

  /** write(2) of all octets. */
  int write(int descriptor, byte[] octets);

  /** read(2), into the array from its start on. */
  int read(int descriptor, byte[] into);

  /**
   * poll(2) of one descriptor.
   *
   * @param events what is waited for
   * @param millis how long at most
   * @return what has happened, 0 if nothing has in that time
   */
  int poll(int descriptor, int events, int millis);

  /** close(2). */
  int close(int descriptor);
}
