package org.tssj.tpm12;

import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.TpmKey;

/** A key in the TPM: closing it flushes it. */
public final class LoadedKey implements AutoCloseable {

  private final Tpm12 tpm;
  private final Handle handle;
  private final TpmKey key;
  private boolean open = true;

  LoadedKey(Tpm12 tpm, Handle handle, TpmKey key) {
    this.tpm = tpm;
    this.handle = handle;
    this.key = key;
  }

  /** Its handle. */
  public Handle handle() {
    return handle;
  }

  /** The key as it was loaded. */
  public TpmKey key() {
    return key;
  }

  /** Flushes it from the TPM. Harmless when called twice. */
  @Override
  public void close() {
    if (open) {
      open = false;
      tpm.closed(this);
      tpm.flushQuietly(handle);
    }
  }
}
