package org.tssj.tpm20.resource;

import java.io.IOException;
import java.util.List;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * Objects that stay when the power goes: TPM2_EvictControl. Those up to 0x817fffff are the owner's,
 * those from 0x81800000 on the platform's.
 *
 * @see "TPM 2.0 Library, Part 3, 28.5 TPM2_EvictControl"
 */
public final class PersistentObjects {

  private static final int FIRST_OF_PLATFORM = 0x8180_0000;

  private final Tpm20 tpm;

  private PersistentObjects(Tpm20 tpm) {
    this.tpm = tpm;
  }

  /** Those of this TPM. */
  public static PersistentObjects of(Tpm20 tpm) {
    return new PersistentObjects(tpm);
  }

  /** The handles in use. */
  public List<Handle> list() throws IOException {
    return tpm.handles(0x8100_0000);
  }

  /** Whether something is there. */
  public boolean has(Handle persistent) throws IOException {
    return list().contains(persistent);
  }

  /**
   * Keeps a loaded object. It stays loaded as well, until it is closed.
   *
   * @param persistent where, 0x81000000 to 0x81ffffff, free
   * @param authorizations of the owner or the platform, as the handle says; then further sessions
   * @return the persistent handle with the object's Name
   */
  public Handle persist(LoadedObject object, Handle persistent, Authorization... authorizations)
      throws IOException {
    tpm.execute(
        new EvictControl(authority(persistent), object.handle(), persistent), authorizations);
    return persistent.named(object.publicArea().name());
  }

  /**
   * Removes an object.
   *
   * @param persistent its handle; its Name is asked for where the handle does not carry it
   * @param authorizations of the owner or the platform, as the handle says; then further sessions
   */
  public void evict(Handle persistent, Authorization... authorizations) throws IOException {
    Handle named = persistent.name().isPresent() ? persistent : tpm.name(persistent);
    tpm.execute(new EvictControl(authority(persistent), named, persistent), authorizations);
  }

  private static Handle authority(Handle persistent) {
    return Integer.compareUnsigned(persistent.value(), FIRST_OF_PLATFORM) < 0
        ? Handle.OWNER
        : Handle.PLATFORM;
  }
}
