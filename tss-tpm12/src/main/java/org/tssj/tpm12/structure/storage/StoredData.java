package org.tssj.tpm12.structure.storage;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sizedOrEmpty32;
import static org.tssj.core.wire.Struct.struct;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.pcr.PcrInfo;

/**
 * TPM_STORED_DATA: sealed data in the form of TPM 1.1, as TPM_Seal makes it for a TPM_PCR_INFO or
 * for no PCRs.
 *
 * @param ver 1.1.0.0
 * @param sealInfo the PCRs it is sealed to, if any
 * @param encData TPM_SEALED_DATA, encrypted under the storage key
 * @see "TPM 1.2 Main, Part 2, 9.1 TPM_STORED_DATA"
 */
public record StoredData(StructVer ver, Optional<PcrInfo> sealInfo, Bytes encData)
    implements SealedBlob {

  /** TPM_STORED_DATA: version first. */
  public static final Codec<StoredData> CODEC =
      struct(
          "TPM_STORED_DATA",
          StoredData::new,
          field("ver", StructVer.CODEC, StoredData::ver),
          sizedOrEmpty32("sealInfo", PcrInfo.CODEC, StoredData::sealInfo),
          bytes32("encData", StoredData::encData));

  @Override
  public StoredData withEncData(Bytes encrypted) {
    return new StoredData(ver, sealInfo, encrypted);
  }
}
