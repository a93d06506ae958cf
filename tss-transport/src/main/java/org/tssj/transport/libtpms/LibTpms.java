package org.tssj.transport.libtpms;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libtpms, under their own names. {@link #load} comes before any of them.
 *
 * <p>Addresses are {@code long} because that is the fastest form JNA has, and with it half of what
 * a short command costs; hence a 64-bit JVM.
 */
@SuppressWarnings("MemberName") // JNA finds a C function by the name of the method.
final class LibTpms {

  /** TPM_RETRY: from a callback, that there is no such blob. */
  static final int TPM_RETRY = 0x800;

  /** TPM_FAIL. */
  static final int TPM_FAIL = 0x9;

  /** TPMLIB_STATE_VOLATILE, for {@link #TPMLIB_GetState}. */
  static final int STATE_VOLATILE = 2;

  private static @Nullable NativeLibrary library;

  private LibTpms() {}

  /**
   * Loads the library, once.
   *
   * @throws UnsatisfiedLinkError if there is none, or it is too old; the message says what to do
   */
  static void load() {
    if (library != null) {
      return;
    }
    if (Native.POINTER_SIZE != Long.BYTES) {
      throw new UnsatisfiedLinkError("libtpms needs a 64-bit JVM");
    }
    NativeLibrary found;
    try {
      found = NativeLibrary.getInstance(Platform.isMac() ? "libtpms.0.dylib" : "libtpms.so.0");
    } catch (UnsatisfiedLinkError e) {
      throw explained(
          "the library libtpms.so.0 is not on this machine; install the package libtpms0 (Debian,"
              + " Ubuntu) or libtpms (Fedora, Arch, Homebrew), or name its directory in"
              + " -Djna.library.path",
          e);
    }
    try {
      Native.register(LibTpms.class, found);
    } catch (UnsatisfiedLinkError e) {
      throw explained("this libtpms is too old: 0.6 or newer is needed", e);
    }
    library = found;
    NativeLog.attach();
  }

  private static UnsatisfiedLinkError explained(String what, UnsatisfiedLinkError cause) {
    var error = new UnsatisfiedLinkError(what);
    error.initCause(cause);
    return error;
  }

  /**
   * A function of libtpms or of a library it uses itself: the very libcrypto and C library that it
   * works with, whatever else is in the process.
   *
   * @return null if there is none of that name
   */
  static @Nullable Function function(String name) {
    NativeLibrary loaded = library;
    try {
      return loaded == null ? null : loaded.getFunction(name);
    } catch (UnsatisfiedLinkError e) {
      return null;
    }
  }

  static native int TPMLIB_GetVersion();

  static native int TPMLIB_ChooseTPMVersion(int version);

  static native int TPMLIB_RegisterCallbacks(Pointer callbacks);

  static native int TPMLIB_MainInit();

  static native void TPMLIB_Terminate();

  static native int TPMLIB_Process(
      long responseBuffer, long responseSize, long responseCapacity, long command, int size);

  static native int TPMLIB_CancelCommand();

  static native int TPMLIB_GetState(int type, Pointer buffer, Pointer length);

  static native int TPM_IO_Hash_Start();

  static native int TPM_IO_Hash_Data(byte[] data, int length);

  static native int TPM_IO_Hash_End();

  static native void TPMLIB_SetDebugFD(int descriptor);
}
