package org.tssj.tpm12.structure.daa;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.handle.ResourceType;

/**
 * TPM_DAA_BLOB: a part of a DAA credential that only its TPM can open: what identifies the TPM to
 * an issuer, or one half of v.
 *
 * @param resourceType which part: DAA_TPM, DAA_V0 or DAA_V1
 * @param label 16 octets
 * @param blobIntegrity HMAC with a secret of the TPM, 20 octets
 * @param additionalData what the TPM needs to open it
 * @param sensitiveData the part itself, encrypted
 * @see "TPM 1.2 Main, Part 2, 22.8 TPM_DAA_BLOB"
 */
public record DaaBlob(
    ResourceType resourceType,
    Bytes label,
    Bytes blobIntegrity,
    Bytes additionalData,
    Bytes sensitiveData) {

  /** TPM_DAA_BLOB: tag 0x002c, kind, label, proof, two areas. */
  public static final Codec<DaaBlob> CODEC =
      struct(
          "TPM_DAA_BLOB",
          DaaBlob::new,
          after(
              constant("tag", "002c"),
              field("resourceType", ResourceType.CODEC, DaaBlob::resourceType)),
          bytes("label", 16, DaaBlob::label),
          bytes("blobIntegrity", 20, DaaBlob::blobIntegrity),
          bytes32("additionalData", DaaBlob::additionalData),
          bytes32("sensitiveData", DaaBlob::sensitiveData));
}
