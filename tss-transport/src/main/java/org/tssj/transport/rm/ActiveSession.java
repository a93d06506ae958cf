package org.tssj.transport.rm;

import org.jspecify.annotations.Nullable;

/** A session that the TPM has given a handle to: loaded, or saved by us or by its client. */
final class ActiveSession {

  final int handle;

  /** Null once its client has saved it and gone: whoever has the context may load it. */
  @Nullable Tenant owner;

  /** TPMS_CONTEXT with which it can be loaded; null while it is loaded. */
  byte @Nullable [] context;

  /**
   * The context that its client was given, if the client saved it; ours may be newer, for the gap.
   */
  byte @Nullable [] given;

  /** When it was used last. */
  long used;

  ActiveSession(int handle, Tenant owner) {
    this.handle = handle;
    this.owner = owner;
  }

  boolean isLoaded() {
    return context == null;
  }

  /** Whether its client has it at hand: loaded, or saved without the client's knowledge. */
  boolean isUsableBy(Tenant tenant) {
    return owner == tenant && given == null;
  }

  /** TPMS_CONTEXT.sequence of the saved context: grows with every session that is saved. */
  long sequence() {
    byte[] saved = context;
    return saved == null ? Long.MAX_VALUE : Octets.int64(saved, 0);
  }
}
