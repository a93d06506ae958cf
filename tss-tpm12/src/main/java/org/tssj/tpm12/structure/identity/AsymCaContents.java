package org.tssj.tpm12.structure.identity;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.key.SymmetricKey;

/**
 * TPM_ASYM_CA_CONTENTS: what a Privacy CA encrypts to the endorsement key, so that only the TPM
 * that holds the identity key can read the certificate. In the form of TPM 1.1; {@link
 * EkBlobActivate} is the newer one.
 *
 * @param sessionKey the key the certificate is encrypted with
 * @param idDigest SHA-1 of the identity key's TPM_PUBKEY, 20 octets; the TPM compares it
 * @see "TPM 1.2 Main, Part 2, 12.8 TPM_ASYM_CA_CONTENTS"
 */
public record AsymCaContents(SymmetricKey sessionKey, Bytes idDigest) {

  /** TPM_ASYM_CA_CONTENTS: session key, digest. */
  public static final Codec<AsymCaContents> CODEC =
      struct(
          "TPM_ASYM_CA_CONTENTS",
          AsymCaContents::new,
          field("sessionKey", SymmetricKey.CODEC, AsymCaContents::sessionKey),
          bytes("idDigest", 20, AsymCaContents::idDigest));
}
