package org.tssj.tpm12.structure.identity;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.key.SymmetricKey;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/**
 * TPM_EK_BLOB_ACTIVATE: as {@link AsymCaContents}, and the PCRs and localities the TPM must have to
 * give the session key out.
 *
 * @param sessionKey the key the certificate is encrypted with
 * @param idDigest SHA-1 of the identity key's TPM_PUBKEY, 20 octets; the TPM compares it
 * @param pcrInfo when the TPM may give the key out
 * @see "TPM 1.2 Main, Part 2, 12.2 TPM_EK_BLOB_ACTIVATE"
 */
public record EkBlobActivate(SymmetricKey sessionKey, Bytes idDigest, PcrInfoShort pcrInfo) {

  /** TPM_EK_BLOB_ACTIVATE: tag 0x002b, session key, digest, PCRs. */
  public static final Codec<EkBlobActivate> CODEC =
      struct(
          "TPM_EK_BLOB_ACTIVATE",
          EkBlobActivate::new,
          after(
              constant("tag", "002b"),
              field("sessionKey", SymmetricKey.CODEC, EkBlobActivate::sessionKey)),
          bytes("idDigest", 20, EkBlobActivate::idDigest),
          field("pcrInfo", PcrInfoShort.CODEC, EkBlobActivate::pcrInfo));
}
