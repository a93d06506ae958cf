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
 * TPM_DELEGATE_KEY_BLOB: a delegation of a key outside the TPM, which only its TPM takes.
 *
 * @param pub what is delegated
 * @param integrityDigest HMAC with a secret of the TPM, 20 octets
 * @param pubKeyDigest SHA-1 of the modulus as TPM_STORE_PUBKEY, 20 octets
 * @param additionalArea what the TPM needs to open it
 * @param sensitiveArea its secret, encrypted
 * @see "TPM 1.2 Main, Part 2, 20.13 TPM_DELEGATE_KEY_BLOB"
 */
public record DelegateKeyBlob(
    DelegatePublic pub,
    Bytes integrityDigest,
    Bytes pubKeyDigest,
    Bytes additionalArea,
    Bytes sensitiveArea) {

  /** TPM_DELEGATE_KEY_BLOB: tag 0x0027, public part, proof, key, two areas. */
  public static final Codec<DelegateKeyBlob> CODEC =
      struct(
          "TPM_DELEGATE_KEY_BLOB",
          DelegateKeyBlob::new,
          after(constant("tag", "0027"), field("pub", DelegatePublic.CODEC, DelegateKeyBlob::pub)),
          bytes("integrityDigest", 20, DelegateKeyBlob::integrityDigest),
          bytes("pubKeyDigest", 20, DelegateKeyBlob::pubKeyDigest),
          bytes32("additionalArea", DelegateKeyBlob::additionalArea),
          bytes32("sensitiveArea", DelegateKeyBlob::sensitiveArea));
}
