package org.tssj.tpm12.structure.identity;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.countOf;
import static org.tssj.core.wire.Fields.counted;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_IDENTITY_PROOF: what a Privacy CA needs to certify an identity key.
 *
 * @param ver 1.1.0.0
 * @param identityKey the identity's public key
 * @param labelArea the identity's label
 * @param identityBinding signature of {@link IdentityContents} by the identity key
 * @param endorsementCredential certificate of the endorsement key
 * @param platformCredential certificate of the platform; may be empty
 * @param conformanceCredential certificate of conformance; may be empty
 * @see "TPM 1.2 Main, Part 2, 12.7 TPM_IDENTITY_PROOF"
 */
public record IdentityProof(
    StructVer ver,
    PubKey identityKey,
    Bytes labelArea,
    Bytes identityBinding,
    Bytes endorsementCredential,
    Bytes platformCredential,
    Bytes conformanceCredential) {

  /** TPM_IDENTITY_PROOF: version, five sizes, key, five areas. */
  public static final Codec<IdentityProof> CODEC =
      struct(
          "TPM_IDENTITY_PROOF",
          IdentityProof::new,
          field("ver", StructVer.CODEC, IdentityProof::ver),
          after(
              countOf("labelSize", IdentityProof::labelArea),
              countOf("identityBindingSize", IdentityProof::identityBinding),
              after(
                  countOf("endorsementSize", IdentityProof::endorsementCredential),
                  countOf("platformSize", IdentityProof::platformCredential),
                  after(
                      countOf("conformanceSize", IdentityProof::conformanceCredential),
                      field("identityKey", PubKey.CODEC, IdentityProof::identityKey)))),
          counted("labelArea", IdentityProof::labelArea),
          counted("identityBinding", IdentityProof::identityBinding),
          counted("endorsementCredential", IdentityProof::endorsementCredential),
          counted("platformCredential", IdentityProof::platformCredential),
          counted("conformanceCredential", IdentityProof::conformanceCredential));
}
