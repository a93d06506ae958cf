package org.tssj.tpm12.structure.identity;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_IDENTITY_CONTENTS: what a new identity key signs with TPM_MakeIdentity, as proof that it was
 * made for one Privacy CA. The signature is the {@code identityBinding}.
 *
 * @param ver 1.1.0.0
 * @param labelPrivCaDigest TPM_CHOSENID_HASH: SHA-1 of the identity's label and the CA's TPM_PUBKEY
 * @param identityPubKey the new key
 * @see "TPM 1.2 Main, Part 2, 12.5 TPM_IDENTITY_CONTENTS"
 */
public record IdentityContents(StructVer ver, Bytes labelPrivCaDigest, PubKey identityPubKey) {

  /** TPM_IDENTITY_CONTENTS: version, ordinal of TPM_MakeIdentity, digest, key. */
  public static final Codec<IdentityContents> CODEC =
      struct(
          "TPM_IDENTITY_CONTENTS",
          IdentityContents::new,
          field("ver", StructVer.CODEC, IdentityContents::ver),
          after(
              constant("ordinal", "00000079"),
              bytes("labelPrivCADigest", 20, IdentityContents::labelPrivCaDigest)),
          field("identityPubKey", PubKey.CODEC, IdentityContents::identityPubKey));
}
