package org.tssj.tpm20;

import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/** A transient object in the TPM: closing it flushes it. */
public final class LoadedObject implements AutoCloseable {

  private final Tpm20 tpm;
  private final Handle handle;
  private final Public publicArea;
  private boolean open = true;

  LoadedObject(Tpm20 tpm, Handle handle, Public publicArea) {
    this.tpm = tpm;
    this.handle = handle;
    this.publicArea = publicArea;
  }

  /** Its handle, with its Name. */
  public Handle handle() {
    return handle;
  }

  /** Its public area. */
  public Public publicArea() {
    return publicArea;
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
