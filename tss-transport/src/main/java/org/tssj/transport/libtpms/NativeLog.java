package org.tssj.transport.libtpms;

import com.sun.jna.Function;
import com.sun.jna.NativeLong;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What libtpms says about its own trouble. Left alone it writes that to standard error, which
 * belongs to the program; so it writes into a pipe, and we read what is there when something went
 * wrong.
 */
final class NativeLog {

  // Linux, the same number on every architecture that Java 17 runs on. A full pipe drops what does
  // not fit, and an empty one does not keep us waiting.
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;

  private static final int MOST = 8192;

  private static int source = -1;
  private static @Nullable Function read;

  private NativeLog() {}

  /** Leads libtpms' words here. Without {@code pipe2} they stay where they are. */
  static void attach() {
    Function pipe = LibTpms.function("pipe2");
    read = LibTpms.function("read");
    int[] ends = new int[2];
    if (pipe != null
        && read != null
        && pipe.invokeInt(new Object[] {ends, O_NONBLOCK | O_CLOEXEC}) == 0) {
      source = ends[0];
      LibTpms.TPMLIB_SetDebugFD(ends[1]);
    }
  }

  /** What libtpms said since the last time, on one line; empty if nothing. */
  static String drain() {
    Function from = read;
    if (source < 0 || from == null) {
      return "";
    }
    byte[] buffer = new byte[MOST];
    NativeLong length =
        (NativeLong)
            from.invoke(NativeLong.class, new Object[] {source, buffer, new NativeLong(MOST)});
    int said = Math.max(0, length.intValue());
    return new String(buffer, 0, said, StandardCharsets.US_ASCII)
        .strip()
        .replaceAll("\\s*\n", "; ");
  }
}
