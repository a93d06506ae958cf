package org.tssj.tpm20.structure.algorithm;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.Union;

/**
 * TPMT_SYM_DEF_OBJECT: the block cipher of a symmetric key, or with which a parent protects its
 * children. Everything that may stand here may also stand in a {@link SymDef}.
 *
 * <p>A parent needs a cipher in CFB mode; a key that is none has {@link SymDef#NULL}.
 *
 * @see "TPM 2.0 Library, Part 2, Table 142 TPMT_SYM_DEF_OBJECT"
 */
public sealed interface SymDefObject extends SymDef {

  /** TPMT_SYM_DEF_OBJECT: the algorithm's number, then its key size and mode. */
  Codec<SymDefObject> CODEC =
      Union.union("TPMU_SYM_KEY_BITS, TPMU_SYM_MODE", SymDefObject::algorithm, AlgorithmId::new)
          .on(AlgorithmId.AES, Block.class, Block.CODEC)
          .on(AlgorithmId.SM4, Block.class, Block.CODEC)
          .on(AlgorithmId.CAMELLIA, Block.class, Block.CODEC)
          .on(AlgorithmId.TDES, Block.class, Block.CODEC)
          .on(AlgorithmId.NULL, None.class, None.CODEC)
          .tagged("TPMT_SYM_DEF_OBJECT", "algorithm", AlgorithmId.CODEC);

  /**
   * A block cipher.
   *
   * @param algorithm AES, SM4, CAMELLIA or TDES
   * @param keyBits size of its keys in bits, 0 to 0xffff
   * @param mode CFB for parents and sessions; TPM_ALG_NULL leaves a key's mode to the command that
   *     uses it
   */
  record Block(AlgorithmId algorithm, int keyBits, AlgorithmId mode) implements SymDefObject {

    static final Struct<Block> CODEC =
        struct(
            "TPMU_SYM_KEY_BITS, TPMU_SYM_MODE",
            Block::new,
            selected("algorithm", AlgorithmId::new, Block::algorithm),
            u16("keyBits", Block::keyBits),
            field("mode", AlgorithmInterface.SYM_MODE.or(AlgorithmId.NULL), Block::mode));
  }

  /** TPM_ALG_NULL: none, without key size and mode. */
  enum None implements SymDefObject {
    /** The only value. */
    NONE;

    static final Codec<None> CODEC = Codecs.nothing("TPM_ALG_NULL", NONE);

    @Override
    public AlgorithmId algorithm() {
      return AlgorithmId.NULL;
    }

    @Override
    public String toString() {
      return "TPM_ALG_NULL";
    }
  }
}
