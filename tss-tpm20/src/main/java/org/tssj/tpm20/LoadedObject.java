package org.tssj.tpm20;

import java.io.IOException;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/**
 * An object in the TPM. One that was loaded through here is flushed when it is closed; one that was
 * there already ({@link #existing}) stays.
 */
public final class LoadedObject implements AutoCloseable {

  private final Tpm20 tpm;
  private final Handle handle;
  private final Public publicArea;
  private boolean open;

  LoadedObject(Tpm20 tpm, Handle handle, Public publicArea) {
    this(tpm, handle, publicArea, true);
  }

  private LoadedObject(Tpm20 tpm, Handle handle, Public publicArea, boolean open) {
    this.tpm = tpm;
    this.handle = handle;
    this.publicArea = publicArea;
    this.open = open;
  }

  /**
   * An object that is in the TPM already: a persistent one, or one that somebody else loaded.
   *
   * <p>The TPM is asked for the public area, which proves that it fits the Name and not that this is
   * the object you mean: compare one of them with what you know where that matters.
   *
   * @param object its handle
   * @throws TpmAuthenticityException if Name and public area do not fit
   */
  public static LoadedObject existing(Tpm20 tpm, Handle object) throws IOException {
    ReadPublic.Response read = tpm.execute(new ReadPublic(object));
    if (!read.outPublic().name().equals(read.name())) {
      throw new TpmAuthenticityException(
          "TPM2_ReadPublic", "the Name is not that of the public area");
    }
    return new LoadedObject(tpm, object.named(read.name()), read.outPublic(), false);
  }

  /** Its handle, with its Name. */
  public Handle handle() {
    return handle;
  }

  /** Its public area. */
  public Public publicArea() {
    return publicArea;
  }

  /** Flushes it from the TPM, unless it was there already. Harmless when called twice. */
  @Override
  public void close() {
    if (open) {
      open = false;
      tpm.closed(this);
      tpm.flushQuietly(handle);
    }
  }
}
