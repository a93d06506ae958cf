package org.tssj.tpm20.structure.algorithm;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.Union;

/**
 * TPMT_SYM_DEF: how a session encrypts parameters. Keys and parents take only the {@link
 * SymDefObject} half of it.
 *
 * <p>The specification has the unions TPMU_SYM_KEY_BITS and TPMU_SYM_MODE here, chosen by one
 * selector; an arm stands for both.
 *
 * @see "TPM 2.0 Library, Part 2, Table 141 TPMT_SYM_DEF"
 */
public sealed interface SymDef permits SymDefObject, SymDef.Xor {

  /** TPM_ALG_NULL: none. */
  SymDefObject NULL = SymDefObject.None.NONE;

  /** TPMT_SYM_DEF: the algorithm's number, then its key size and mode. */
  Codec<SymDef> CODEC =
      Union.union("TPMU_SYM_KEY_BITS, TPMU_SYM_MODE", SymDef::algorithm, AlgorithmId::new)
          .on(AlgorithmId.AES, SymDefObject.Block.class, SymDefObject.Block.CODEC)
          .on(AlgorithmId.SM4, SymDefObject.Block.class, SymDefObject.Block.CODEC)
          .on(AlgorithmId.CAMELLIA, SymDefObject.Block.class, SymDefObject.Block.CODEC)
          .on(AlgorithmId.TDES, SymDefObject.Block.class, SymDefObject.Block.CODEC)
          .on(AlgorithmId.XOR, Xor.class, Xor.CODEC)
          .on(AlgorithmId.NULL, SymDefObject.None.class, SymDefObject.None.CODEC)
          .tagged("TPMT_SYM_DEF", "algorithm", AlgorithmId.CODEC);

  /** The selector: a block cipher, TPM_ALG_XOR or TPM_ALG_NULL. */
  AlgorithmId algorithm();

  /**
   * AES in CFB mode, as sessions and storage keys use it.
   *
   * @param keyBits 128, 192 or 256; every TPM has 128
   */
  static SymDefObject aesCfb(int keyBits) {
    return new SymDefObject.Block(AlgorithmId.AES, keyBits, AlgorithmId.CFB);
  }

  /** TPM_ALG_XOR with a mask of {@code hashAlg}, for sessions only. */
  static SymDef xor(AlgorithmId hashAlg) {
    return new Xor(hashAlg);
  }

  /**
   * TPM_ALG_XOR: parameters are obfuscated with a mask, for TPMs without a block cipher.
   *
   * @param hashAlg the hash that makes the mask; in the specification the keyBits of XOR
   */
  record Xor(AlgorithmId hashAlg) implements SymDef {

    private static final Struct<Xor> CODEC =
        struct("TPMU_SYM_KEY_BITS", Xor::new, field("keyBits", AlgorithmInterface.HASH, Xor::hashAlg));

    @Override
    public AlgorithmId algorithm() {
      return AlgorithmId.XOR;
    }
  }
}
