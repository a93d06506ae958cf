package org.tssj.tpm12.structure.context;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;

/**
 * TPM_CONTEXT_BLOB: a key or session that was saved outside the TPM. Only the TPM that made it
 * takes it, and a session only once.
 *
 * @param resourceType what it is
 * @param handle the handle it had
 * @param label 16 octets, for people
 * @param contextCount the number by which the TPM knows a saved session; 0 for keys
 * @param integrityDigest HMAC with a secret of the TPM, 20 octets
 * @param additionalData what the TPM needs to open it
 * @param sensitiveData the thing itself, encrypted
 * @see "TPM 1.2 Main, Part 2, 18.1 TPM_CONTEXT_BLOB"
 */
public record ContextBlob(
    ResourceType resourceType,
    Handle handle,
    Bytes label,
    long contextCount,
    Bytes integrityDigest,
    Bytes additionalData,
    Bytes sensitiveData) {

  /** TPM_CONTEXT_BLOB: tag 0x0001, kind, handle, label, count, proof, two areas. */
  public static final Codec<ContextBlob> CODEC =
      struct(
          "TPM_CONTEXT_BLOB",
          ContextBlob::new,
          after(
              constant("tag", "0001"),
              field("resourceType", ResourceType.CODEC, ContextBlob::resourceType)),
          field("handle", Handle.CODEC, ContextBlob::handle),
          bytes("label", 16, ContextBlob::label),
          u32("contextCount", ContextBlob::contextCount),
          bytes("integrityDigest", 20, ContextBlob::integrityDigest),
          bytes32("additionalData", ContextBlob::additionalData),
          bytes32("sensitiveData", ContextBlob::sensitiveData));
}
