package org.tssj.tpm12.structure.storage;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm12.structure.pcr.PcrBinding;

/**
 * TPM_STORED_DATA or TPM_STORED_DATA12: sealed data, which only the TPM that sealed it opens. The
 * form of TPM 1.2 begins with a tag.
 */
public sealed interface SealedBlob permits StoredData, StoredData12 {

  /** Either form, told apart by the tag. */
  Codec<SealedBlob> CODEC =
      Codecs.byTag(
          "TPM_STORED_DATA or TPM_STORED_DATA12",
          0x0016,
          StoredData12.class,
          StoredData12.CODEC,
          StoredData.class,
          StoredData.CODEC);

  /** What it is sealed to, if it is sealed to PCRs. */
  Optional<? extends PcrBinding> sealInfo();

  /** TPM_SEALED_DATA, encrypted under the storage key. */
  Bytes encData();

  /** This blob with another encrypted part, as a command that encrypts it anew answers it. */
  SealedBlob withEncData(Bytes encrypted);
}
