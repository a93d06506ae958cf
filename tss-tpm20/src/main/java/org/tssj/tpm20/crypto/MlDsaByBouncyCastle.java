package org.tssj.tpm20.crypto;

import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.MldsaParameterSet;

/** Names Bouncy Castle's types: linked only where it is there. */
final class MlDsaByBouncyCastle {

  private static final int SHAKE = 256;
  private static final int MU = 64;

  private MlDsaByBouncyCastle() {}

  static boolean verify(MldsaParameterSet set, Bytes publicKey, Bytes formatted, Bytes signature) {
    MLDSAPublicKeyParameters key =
        new MLDSAPublicKeyParameters(parameters(set), publicKey.toArray());
    MLDSASigner signer = new MLDSASigner();
    signer.init(false, key);
    return signer.verifyMuSignature(mu(publicKey, formatted), signature.toArray());
  }

  // FIPS 204, algorithm 8, lines 6 and 7: the message representative.
  private static byte[] mu(Bytes publicKey, Bytes formatted) {
    return shake256(Bytes.wrap(shake256(publicKey)).concat(formatted));
  }

  private static byte[] shake256(Bytes octets) {
    SHAKEDigest shake = new SHAKEDigest(SHAKE);
    shake.update(octets.toArray(), 0, octets.length());
    byte[] result = new byte[MU];
    shake.doFinal(result, 0, result.length);
    return result;
  }

  private static MLDSAParameters parameters(MldsaParameterSet set) {
    if (set.equals(MldsaParameterSet.MLDSA_44)) {
      return MLDSAParameters.ml_dsa_44;
    }
    if (set.equals(MldsaParameterSet.MLDSA_65)) {
      return MLDSAParameters.ml_dsa_65;
    }
    if (set.equals(MldsaParameterSet.MLDSA_87)) {
      return MLDSAParameters.ml_dsa_87;
    }
    throw new IllegalArgumentException("no ML-DSA parameter set is " + set);
  }
}
