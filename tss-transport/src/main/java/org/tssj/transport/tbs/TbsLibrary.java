package org.tssj.transport.tbs;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The functions as {@code tbs.dll} has them. */
final class TbsLibrary implements Tbs {

  private static final int VERSION_2 = 2;

  // TBS_CONTEXT_PARAMS2's bits: requestRaw is 1, for what Windows keeps to itself.
  private static final int INCLUDE_TPM12 = 1 << 1;
  private static final int INCLUDE_TPM20 = 1 << 2;

  private static final int LOCALITY_ZERO = 0;
  private static final int PRIORITY_NORMAL = 200;

  private static final AtomicBoolean REGISTERED = new AtomicBoolean();

  private TbsLibrary() {}

  /**
   * Binds to the library.
   *
   * @param name {@code tbs}
   * @throws UnsatisfiedLinkError if there is none, or JNA has no native part for this machine
   */
  static TbsLibrary load(String name) {
    if (!REGISTERED.get()) {
      Native.register(Calls.class, NativeLibrary.getInstance(name, conventions()));
      REGISTERED.set(true);
    }
    return new TbsLibrary();
  }

  private static Map<String, Integer> conventions() {
    // Only a Windows of 32 bits has more than one calling convention; JNA refuses it elsewhere.
    return Platform.isWindows() && !Platform.is64Bit()
        ? Map.of(Library.OPTION_CALLING_CONVENTION, StdCallLibrary.STDCALL_CONVENTION)
        : Map.of();
  }

  @Override
  public int create(long[] context) {
    ByteBuffer params = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
    params.putInt(VERSION_2).putInt(INCLUDE_TPM12 | INCLUDE_TPM20);
    var created = new PointerByReference();
    int result = Calls.Tbsi_Context_Create(params.array(), created);
    context[0] = Pointer.nativeValue(created.getValue());
    return result;
  }

  @Override
  public int submit(long context, byte[] command, byte[] answer, int[] size) {
    var length = new IntByReference(answer.length);
    int result =
        Calls.Tbsip_Submit_Command(
            new Pointer(context),
            LOCALITY_ZERO,
            PRIORITY_NORMAL,
            command,
            command.length,
            answer,
            length);
    size[0] = length.getValue();
    return result;
  }

  @Override
  public int cancel(long context) {
    return Calls.Tbsip_Cancel_Commands(new Pointer(context));
  }

  @Override
  public int close(long context) {
    return Calls.Tbsip_Context_Close(new Pointer(context));
  }

  /** The functions themselves, under their own names. */
  @SuppressWarnings("MemberName") // JNA finds a C function by the name of the method.
  private static final class Calls {

    static native int Tbsi_Context_Create(byte[] params, PointerByReference context);

    static native int Tbsip_Submit_Command(
        Pointer context,
        int locality,
        int priority,
        byte[] command,
        int commandLength,
        byte[] answer,
        IntByReference answerLength);

    static native int Tbsip_Cancel_Commands(Pointer context);

    static native int Tbsip_Context_Close(Pointer context);
  }
}
