package org.tssj.tpm12.structure.delegation;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_DELEGATE_OWNER_BLOB: a delegation of the owner's rights outside the TPM, which only its TPM
 * takes.
 *
 * @param pub what is delegated
 * @param integrityDigest HMAC with a secret of the TPM, 20 octets
 * @param additionalArea what the TPM needs to open it
 * @param sensitiveArea its secret, encrypted
 * @see "TPM 1.2 Main, Part 2, 20.12 TPM_DELEGATE_OWNER_BLOB"
 */
public record DelegateOwnerBlob(
    DelegatePublic pub, Bytes integrityDigest, Bytes additionalArea, Bytes sensitiveArea) {

  /** TPM_DELEGATE_OWNER_BLOB: tag 0x002a, public part, proof, two areas. */
  public static final Codec<DelegateOwnerBlob> CODEC =
      struct(
          "TPM_DELEGATE_OWNER_BLOB",
          DelegateOwnerBlob::new,
          after(
              constant("tag", "002a"), field("pub", DelegatePublic.CODEC, DelegateOwnerBlob::pub)),
          bytes("integrityDigest", 20, DelegateOwnerBlob::integrityDigest),
          bytes32("additionalArea", DelegateOwnerBlob::additionalArea),
          bytes32("sensitiveArea", DelegateOwnerBlob::sensitiveArea));
}
