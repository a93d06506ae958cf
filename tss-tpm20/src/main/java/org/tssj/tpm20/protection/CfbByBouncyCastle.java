package org.tssj.tpm20.protection;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.StreamBlockCipher;
import org.bouncycastle.crypto.engines.CamelliaEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CFBBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.SymDefObject;

/** CFB mode with the ciphers that the JDK lacks. Names Bouncy Castle's types. */
final class CfbByBouncyCastle {

  private CfbByBouncyCastle() {}

  static byte[] crypt(
      boolean encrypting, SymDefObject.Block cipher, byte[] key, byte[] octets) {
    BlockCipher engine = engine(cipher.algorithm());
    int block = engine.getBlockSize();
    StreamBlockCipher cfb = (StreamBlockCipher) CFBBlockCipher.newInstance(engine, 8 * block);
    cfb.init(encrypting, new ParametersWithIV(new KeyParameter(key), new byte[block]));
    byte[] result = new byte[octets.length];
    try {
      cfb.processBytes(octets, 0, octets.length, result, 0);
    } catch (DataLengthException e) {
      throw new IllegalArgumentException(cipher + " cannot be used: " + e.getMessage(), e);
    }
    return result;
  }

  private static BlockCipher engine(AlgorithmId algorithm) {
    if (algorithm.equals(AlgorithmId.CAMELLIA)) {
      return new CamelliaEngine();
    }
    if (algorithm.equals(AlgorithmId.SM4)) {
      return new SM4Engine();
    }
    if (algorithm.equals(AlgorithmId.TDES)) {
      return new DESedeEngine();
    }
    throw new IllegalArgumentException("no cipher is known with the number " + algorithm);
  }
}
