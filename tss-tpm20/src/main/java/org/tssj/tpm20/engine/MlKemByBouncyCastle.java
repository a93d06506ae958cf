package org.tssj.tpm20.engine;

import java.security.SecureRandom;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.MlkemParameterSet;

/** Names Bouncy Castle's types: linked only from inside {@link BouncyCastle#with}. */
final class MlKemByBouncyCastle {

  private static final int SEED = 64;

  private MlKemByBouncyCastle() {}

  static MlKem.Encapsulated encapsulate(
      MlkemParameterSet set, Bytes publicKey, SecureRandom random) {
    SecretWithEncapsulation made =
        new MLKEMGenerator(random)
            .generateEncapsulated(
                new MLKEMPublicKeyParameters(parameters(set), publicKey.toArray()));
    return new MlKem.Encapsulated(
        AuthValue.wrap(made.getSecret()), Bytes.wrap(made.getEncapsulation()));
  }

  static AuthValue decapsulate(MlkemParameterSet set, AuthValue seed, Bytes ciphertext) {
    MLKEMExtractor extractor = new MLKEMExtractor(key(set, seed));
    if (ciphertext.length() != extractor.getEncapsulationLength()) {
      throw new IllegalArgumentException(
          "a ciphertext of "
              + set
              + " has "
              + extractor.getEncapsulationLength()
              + " bytes, this one "
              + ciphertext.length());
    }
    return AuthValue.wrap(extractor.extractSecret(ciphertext.toArray()));
  }

  static Bytes publicKey(MlkemParameterSet set, AuthValue seed) {
    return Bytes.wrap(key(set, seed).getPublicKey());
  }

  private static MLKEMPrivateKeyParameters key(MlkemParameterSet set, AuthValue seed) {
    if (seed.length() != SEED) {
      throw new IllegalArgumentException(
          "the seed of an ML-KEM key has " + SEED + " bytes, this one " + seed.length());
    }
    return seed.use(octets -> new MLKEMPrivateKeyParameters(parameters(set), octets));
  }

  private static MLKEMParameters parameters(MlkemParameterSet set) {
    if (set.equals(MlkemParameterSet.MLKEM_512)) {
      return MLKEMParameters.ml_kem_512;
    }
    if (set.equals(MlkemParameterSet.MLKEM_768)) {
      return MLKEMParameters.ml_kem_768;
    }
    if (set.equals(MlkemParameterSet.MLKEM_1024)) {
      return MLKEMParameters.ml_kem_1024;
    }
    throw new IllegalArgumentException("no ML-KEM parameter set is " + set);
  }
}
