package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;

/**
 * TPM_SYMMETRIC_KEY_PARMS: the sizes of a symmetric key, in structures that a Privacy CA reads.
 *
 * @param algorithmId which algorithm; written before this structure, not in it
 * @param keyLength bits of the key
 * @param blockSize bits of a block, as TSSs write it
 * @param iv the initial vector; may be empty
 * @see "TPM 1.2 Main, Part 2, 10.1.2 TPM_SYMMETRIC_KEY_PARMS"
 */
public record SymmetricKeyParms(AlgorithmId algorithmId, long keyLength, long blockSize, Bytes iv)
    implements KeyParms.Parms {

  /** TPM_SYMMETRIC_KEY_PARMS: 12 octets and the initial vector. */
  static final Codec<SymmetricKeyParms> CODEC =
      struct(
          "TPM_SYMMETRIC_KEY_PARMS",
          SymmetricKeyParms::new,
          selected("algorithmID", AlgorithmId::new, SymmetricKeyParms::algorithmId),
          u32("keyLength", SymmetricKeyParms::keyLength),
          u32("blockSize", SymmetricKeyParms::blockSize),
          bytes32("IV", SymmetricKeyParms::iv));
}
