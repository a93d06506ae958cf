package org.tssj.tpm20.policy;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.object.Signature;

/** Somebody who signs what a policy asks to be signed: in this process, or far away. */
@FunctionalInterface
public interface PolicySigner {

  /**
   * Signs.
   *
   * @param message what is signed: the signature's hash is taken of it
   * @throws IllegalArgumentException if it cannot be signed
   */
  Signature sign(Bytes message);

  /** RSASSA (PKCS #1 v1.5) with a key of this process. */
  static PolicySigner rsassa(PrivateKey key, Bank hash) {
    return message ->
        new Signature.Rsa(
            AlgorithmId.RSASSA,
            AlgorithmId.of(hash),
            signed(key, hash.javaName().replace("-", "") + "withRSA", message));
  }

  /** ECDSA with a key of this process. */
  static PolicySigner ecdsa(PrivateKey key, Bank hash) {
    return message -> {
      Bytes both =
          signed(key, hash.javaName().replace("-", "") + "withECDSAinP1363Format", message);
      int half = both.length() / 2;
      return new Signature.Ecc(
          AlgorithmId.ECDSA,
          AlgorithmId.of(hash),
          both.slice(0, half),
          both.slice(half, both.length()));
    };
  }

  private static Bytes signed(PrivateKey key, String algorithm, Bytes message) {
    try {
      java.security.Signature signer = java.security.Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(message.toArray());
      return Bytes.wrap(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot sign with " + algorithm, e);
    }
  }
}
