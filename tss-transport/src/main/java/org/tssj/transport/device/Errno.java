package org.tssj.transport.device;

import java.util.Map;

/** Numbers of errors as Linux has them. */
final class Errno {

  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int ENXIO = 6;
  static final int E2BIG = 7;
  static final int EBADF = 9;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int ENODEV = 19;
  static final int EINVAL = 22;
  static final int EMFILE = 24;
  static final int EPIPE = 32;
  static final int ETIME = 62;
  static final int ECANCELED = 125;

  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(EPERM, "EPERM, not permitted"),
          Map.entry(ENOENT, "ENOENT, there is no such file"),
          Map.entry(EIO, "EIO, the driver cannot talk to the TPM"),
          Map.entry(ENXIO, "ENXIO, there is no driver behind this node"),
          Map.entry(E2BIG, "E2BIG, more than the driver carries"),
          Map.entry(EACCES, "EACCES, permission denied"),
          Map.entry(EBUSY, "EBUSY, in use"),
          Map.entry(ENODEV, "ENODEV, the TPM was removed, or its driver unloaded"),
          Map.entry(EINVAL, "EINVAL, the driver does not take this for a command"),
          Map.entry(EMFILE, "EMFILE, this process has too many files open"),
          Map.entry(EPIPE, "EPIPE, the TPM has been shut down"),
          Map.entry(ETIME, "ETIME, the TPM did not answer the driver in time"),
          Map.entry(ECANCELED, "ECANCELED, cancelled"));

  private Errno() {}

  /** Its name and meaning; the number where it is none of those a TPM's driver uses. */
  static String words(int errno) {
    return WORDS.getOrDefault(errno, "error " + errno);
  }
}
