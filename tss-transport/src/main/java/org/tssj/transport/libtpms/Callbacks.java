package org.tssj.transport.libtpms;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What libtpms asks of whoever runs it: storage for its blobs, the locality of a command, physical
 * presence ({@code struct libtpms_callbacks}).
 *
 * <p>One instance for the life of the process: libtpms keeps the addresses, so these objects must
 * never be collected. No exception leaves a callback; the first is kept for {@link #takeFailure}.
 */
@SuppressWarnings("UnusedVariable") // The signatures are libtpms'.
final class Callbacks {

  // The size of the structure, then seven pointers.
  private static final int SIZE = 8 * Long.BYTES;
  private static final int SUCCESS = 0;

  /** {@code TPM_RESULT (*)(void)}. */
  public interface Init extends Callback {
    int init();
  }

  /** {@code TPM_RESULT (*)(unsigned char **, uint32_t *, uint32_t, const char *)}. */
  public interface Load extends Callback {
    int load(Pointer data, Pointer length, int tpmNumber, Pointer name);
  }

  /** {@code TPM_RESULT (*)(const unsigned char *, uint32_t, uint32_t, const char *)}. */
  public interface Store extends Callback {
    int store(Pointer data, int length, int tpmNumber, Pointer name);
  }

  /** {@code TPM_RESULT (*)(uint32_t, const char *, TPM_BOOL)}. */
  public interface Delete extends Callback {
    int delete(int tpmNumber, Pointer name, byte mustExist);
  }

  /** {@code TPM_RESULT (*)(TPM_MODIFIER_INDICATOR *, uint32_t)}, and with a byte for presence. */
  public interface Get extends Callback {
    int get(Pointer value, int tpmNumber);
  }

  private final Init init = () -> SUCCESS;
  private final Load load = this::load;
  private final Store store = this::store;
  private final Delete delete = this::delete;
  private final Get getLocality = this::getLocality;
  private final Get getPresence = this::getPresence;
  private final Memory structure = new Memory(SIZE);

  private Storage storage = Storage.inMemory();
  private int locality;
  private @Nullable IOException failure;

  /**
   * Makes libtpms use these callbacks. A command costs three times as much when libtpms has to ask
   * Java for its locality, so it is told nothing of what is not needed.
   *
   * @param presence whether physical presence is asserted
   */
  void register(Storage storage, int locality, boolean presence) {
    this.storage = storage;
    this.locality = locality;
    structure.clear();
    structure.setInt(0, SIZE);
    Callback[] inOrder = {
      init,
      load,
      store,
      delete,
      init,
      locality == 0 ? null : getLocality,
      presence ? getPresence : null
    };
    for (int i = 0; i < inOrder.length; i++) {
      structure.setPointer((i + 1L) * Long.BYTES, CallbackReference.getFunctionPointer(inOrder[i]));
    }
    LibTpms.TPMLIB_RegisterCallbacks(structure);
  }

  /** The first thing that went wrong in a callback since the last time, or null. */
  @Nullable IOException takeFailure() {
    IOException first = failure;
    failure = null;
    return first;
  }

  /** Whether something went wrong in a callback since the last {@link #takeFailure}. */
  boolean hasFailure() {
    return failure != null;
  }

  private int load(Pointer data, Pointer length, int tpmNumber, Pointer name) {
    try {
      byte[] blob = storage.load(name.getString(0));
      if (blob == null) {
        return LibTpms.TPM_RETRY;
      }
      // libtpms gives it back with the C library's free.
      long memory = Native.malloc(Math.max(1, blob.length));
      if (memory == 0) {
        throw new IOException("no memory for " + blob.length + " bytes");
      }
      new Pointer(memory).write(0, blob, 0, blob.length);
      data.setPointer(0, new Pointer(memory));
      length.setInt(0, blob.length);
      return SUCCESS;
    } catch (IOException | RuntimeException e) {
      return failed(e);
    }
  }

  private int store(Pointer data, int length, int tpmNumber, Pointer name) {
    try {
      storage.store(name.getString(0), data.getByteArray(0, length));
      return SUCCESS;
    } catch (IOException | RuntimeException e) {
      return failed(e);
    }
  }

  private int delete(int tpmNumber, Pointer name, byte mustExist) {
    try {
      storage.delete(name.getString(0));
      return SUCCESS;
    } catch (IOException | RuntimeException e) {
      return failed(e);
    }
  }

  private int failed(Exception e) {
    if (failure == null) {
      failure = e instanceof IOException io ? io : new IOException(e);
    }
    return LibTpms.TPM_FAIL;
  }

  private int getLocality(Pointer value, int tpmNumber) {
    value.setInt(0, locality);
    return SUCCESS;
  }

  private int getPresence(Pointer value, int tpmNumber) {
    value.setByte(0, (byte) 1);
    return SUCCESS;
  }
}
