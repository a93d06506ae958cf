package org.tssj.tpm20.structure.context;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_SAVED;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMS_CONTEXT: an object or session outside of the TPM, which TPM2_ContextLoad takes back.
 *
 * <p>A session's context can be loaded once: loading it again is a replay, and the TPM refuses it.
 * An object's can be loaded as often as there is room, until the next TPM Reset.
 *
 * @param sequence counts saved contexts, unsigned 64 bits
 * @param savedHandle the session's handle, which it keeps; 0x80000000 for an object, 0x80000001 for
 *     a sequence object, 0x80000002 for an object with the attribute stClear
 * @param hierarchy of the object; TPM_RH_NULL for a session
 * @param contextBlob what only the TPM can read: a {@link ContextData} with most TPMs
 * @see "TPM 2.0 Library, Part 2, Table 221 TPMS_CONTEXT"
 */
public record Context(long sequence, Handle savedHandle, Handle hierarchy, Bytes contextBlob) {

  /** TPMS_CONTEXT: the fields in this order. */
  public static final Codec<Context> CODEC =
      struct(
          "TPMS_CONTEXT",
          Context::new,
          u64("sequence", Context::sequence),
          field("savedHandle", DH_SAVED, Context::savedHandle),
          field("hierarchy", RH_HIERARCHY.or(Handle.NULL), Context::hierarchy),
          bytes16("contextBlob", Context::contextBlob));

  private static final int TRANSIENT = 0x80;

  /** Whether it is a session's: its handle stays the same, and it can be loaded once. */
  public boolean isSession() {
    return savedHandle.type() != TRANSIENT;
  }
}
