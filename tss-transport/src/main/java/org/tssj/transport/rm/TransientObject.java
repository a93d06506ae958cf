package org.tssj.transport.rm;

import org.jspecify.annotations.Nullable;

/** A transient object of one client: loaded in the TPM, or saved, or both. */
final class TransientObject {

  /** No handle: it is not loaded. */
  static final int NOWHERE = 0;

  // TPMS_CONTEXT.savedHandle of an object that does not change while it is loaded: an ordinary one,
  // and one with stClear. The other is a sequence (0x80000001).
  private static final int ORDINARY = 0x80000000;
  private static final int ST_CLEAR = 0x80000002;

  final Tenant owner;

  /** The handle its client knows. */
  final int virtual;

  /** The handle the TPM knows, {@link #NOWHERE} if it is not loaded. */
  int physical;

  /** TPMS_CONTEXT, if it was ever saved. */
  byte @Nullable [] context;

  /** When it was used last. */
  long used;

  TransientObject(Tenant owner, int virtual, int physical) {
    this.owner = owner;
    this.virtual = virtual;
    this.physical = physical;
  }

  boolean isLoaded() {
    return physical != NOWHERE;
  }

  /** Whether the context that was saved once is as good as a new one. */
  boolean isSavedForGood() {
    byte[] saved = context;
    if (saved == null) {
      return false;
    }
    int handle = Octets.int32(saved, Octets.SAVED_HANDLE);
    return handle == ORDINARY || handle == ST_CLEAR;
  }
}
