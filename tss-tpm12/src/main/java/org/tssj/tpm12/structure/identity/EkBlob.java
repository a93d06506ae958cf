package org.tssj.tpm12.structure.identity;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_EK_BLOB: what is encrypted to the endorsement key in the form of TPM 1.2.
 *
 * @param ekType what is inside
 * @param blob {@link EkBlobActivate} or {@link EkBlobAuth}
 * @see "TPM 1.2 Main, Part 2, 12.1 TPM_EK_BLOB"
 */
public record EkBlob(EkType ekType, Bytes blob) {

  /** TPM_EK_BLOB: tag 0x000c, type, content. */
  public static final Codec<EkBlob> CODEC =
      struct(
          "TPM_EK_BLOB",
          EkBlob::new,
          after(constant("tag", "000c"), field("ekType", EkType.CODEC, EkBlob::ekType)),
          bytes32("blob", EkBlob::blob));

  /** For TPM_ActivateIdentity. */
  public static EkBlob of(EkBlobActivate content) {
    return new EkBlob(EkType.ACTIVATE, EkBlobActivate.CODEC.encode(content));
  }
}
