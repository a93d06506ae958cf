package org.tssj.tpm12.structure.identity;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.secret;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Codec;

/**
 * TPM_EK_BLOB_AUTH: a secret on its way to the TPM.
 *
 * @param authValue TPM_SECRET, 20 octets
 * @see "TPM 1.2 Main, Part 2, 12.3 TPM_EK_BLOB_AUTH"
 */
public record EkBlobAuth(AuthValue authValue) {

  /** TPM_EK_BLOB_AUTH: tag 0x000d, secret. */
  public static final Codec<EkBlobAuth> CODEC =
      struct(
          "TPM_EK_BLOB_AUTH",
          EkBlobAuth::new,
          after(constant("tag", "000d"), secret("authValue", 20, EkBlobAuth::authValue)));
}
