package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;

/**
 * TPMS_ID_OBJECT: an encrypted credential, made by TPM2_MakeCredential or by a server that does the
 * same, and opened by TPM2_ActivateCredential.
 *
 * @param integrityHmac proves that nobody changed the credential or the Name it is for
 * @param encIdentity the credential with its size before it, encrypted together
 * @see "TPM 2.0 Library, Part 2, Table 210 TPMS_ID_OBJECT"
 */
public record IdObject(Bytes integrityHmac, Bytes encIdentity) {

  // The table calls encIdentity a TPM2B_DIGEST, but its size is encrypted with it and so cannot be
  // read: what follows the HMAC is the rest of the region.
  /** TPMS_ID_OBJECT: the HMAC behind its size, then the encrypted credential to the end. */
  public static final Codec<IdObject> CODEC =
      struct(
          "TPMS_ID_OBJECT",
          IdObject::new,
          bytes16("integrityHMAC", IdObject::integrityHmac),
          rest("encIdentity", IdObject::encIdentity));

  /** TPM2B_ID_OBJECT: the same behind its size. */
  public static final Codec<IdObject> SIZED_CODEC = Codecs.sized(2, CODEC);
}
