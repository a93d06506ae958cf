package org.tssj.tpm12.structure.storage;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sizedOrEmpty32;
import static org.tssj.core.wire.Struct.struct;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.pcr.PcrInfoLong;

/**
 * TPM_STORED_DATA12: sealed data in the form of TPM 1.2, as TPM_Seal makes it for a
 * TPM_PCR_INFO_LONG, and TPM_Sealx always.
 *
 * @param et 0 for TPM_Seal; for TPM_Sealx how the data travels, as an ADIP scheme in the upper
 *     octet
 * @param sealInfo the PCRs and localities it is sealed to, if any
 * @param encData TPM_SEALED_DATA, encrypted under the storage key
 * @see "TPM 1.2 Main, Part 2, 9.2 TPM_STORED_DATA12"
 */
public record StoredData12(EntityType et, Optional<PcrInfoLong> sealInfo, Bytes encData)
    implements SealedBlob {

  /** TPM_STORED_DATA12: tag 0x0016 first. */
  public static final Codec<StoredData12> CODEC =
      struct(
          "TPM_STORED_DATA12",
          StoredData12::new,
          after(constant("tag", "0016"), field("et", EntityType.CODEC, StoredData12::et)),
          sizedOrEmpty32("sealInfo", PcrInfoLong.CODEC, StoredData12::sealInfo),
          bytes32("encData", StoredData12::encData));

  @Override
  public StoredData12 withEncData(Bytes encrypted) {
    return new StoredData12(et, sealInfo, encrypted);
  }
}
