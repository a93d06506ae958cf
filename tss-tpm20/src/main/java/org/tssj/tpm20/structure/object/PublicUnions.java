package org.tssj.tpm20.structure.object;

import org.tssj.core.wire.Union;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/** The unions of TPMT_PUBLIC, which mean something only behind its type. */
final class PublicUnions {

  /** TPMU_PUBLIC_PARMS. */
  static final Union<PublicParms> PARMS =
      Union.union("TPMU_PUBLIC_PARMS", PublicParms::type, AlgorithmId::new)
          .on(AlgorithmId.KEYEDHASH, KeyedhashParms.class, KeyedhashParms.CODEC)
          .on(AlgorithmId.SYMCIPHER, SymcipherParms.class, SymcipherParms.CODEC)
          .on(AlgorithmId.RSA, RsaParms.class, RsaParms.CODEC)
          .on(AlgorithmId.ECC, EccParms.class, EccParms.CODEC)
          .on(AlgorithmId.MLKEM, MlkemParms.class, MlkemParms.CODEC)
          .on(AlgorithmId.MLDSA, MldsaParms.class, MldsaParms.CODEC)
          .on(AlgorithmId.HASH_MLDSA, HashMldsaParms.class, HashMldsaParms.CODEC);

  /** TPMU_PUBLIC_ID. */
  static final Union<PublicId> ID =
      Union.union("TPMU_PUBLIC_ID", PublicId::type, AlgorithmId::new)
          .on(AlgorithmId.KEYEDHASH, PublicId.Digest.class, PublicId.Digest.CODEC)
          .on(AlgorithmId.SYMCIPHER, PublicId.Digest.class, PublicId.Digest.CODEC)
          .on(AlgorithmId.RSA, PublicId.Rsa.class, PublicId.Rsa.CODEC)
          .on(AlgorithmId.ECC, EccPoint.class, EccPoint.CODEC)
          .on(AlgorithmId.MLKEM, PublicId.Mlkem.class, PublicId.Mlkem.CODEC)
          .on(AlgorithmId.MLDSA, PublicId.Mldsa.class, PublicId.Mldsa.CODEC)
          .on(AlgorithmId.HASH_MLDSA, PublicId.Mldsa.class, PublicId.Mldsa.CODEC);

  private PublicUnions() {}
}
