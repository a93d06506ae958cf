package org.tssj.tpm12.structure.identity;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.countOf;
import static org.tssj.core.wire.Fields.counted;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.key.KeyParms;

/**
 * TPM_IDENTITY_REQ: a request to a Privacy CA, encrypted for it.
 *
 * @param asymAlgorithm how {@code asymBlob} is encrypted
 * @param symAlgorithm how {@code symBlob} is encrypted
 * @param asymBlob TPM_SYMMETRIC_KEY, encrypted with the CA's public key
 * @param symBlob TPM_IDENTITY_PROOF, encrypted with that symmetric key
 * @see "TPM 1.2 Main, Part 2, 12.6 TPM_IDENTITY_REQ"
 */
public record IdentityReq(
    KeyParms asymAlgorithm, KeyParms symAlgorithm, Bytes asymBlob, Bytes symBlob) {

  /** TPM_IDENTITY_REQ: two sizes, two algorithms, two blobs. */
  public static final Codec<IdentityReq> CODEC =
      struct(
          "TPM_IDENTITY_REQ",
          IdentityReq::new,
          after(
              countOf("asymSize", IdentityReq::asymBlob),
              countOf("symSize", IdentityReq::symBlob),
              field("asymAlgorithm", KeyParms.CODEC, IdentityReq::asymAlgorithm)),
          field("symAlgorithm", KeyParms.CODEC, IdentityReq::symAlgorithm),
          counted("asymBlob", IdentityReq::asymBlob),
          counted("symBlob", IdentityReq::symBlob));
}
