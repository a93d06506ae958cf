package org.tssj.simulator.session;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.object.Signature;

/** The JDK's opinion about ECDSA signatures of a TPM on curves of 256 bits. */
final class EcdsaOfTpm {

  private static final int COORDINATE = 32;

  private EcdsaOfTpm() {}

  /** Whether this is a signature of a digest. */
  static boolean verifiesDigest(PublicKey key, Bytes digest, Signature signature)
      throws GeneralSecurityException {
    return verifies("NONEwithECDSAinP1363Format", key, digest, signature);
  }

  /** Whether this is a signature of a message, hashed with SHA-256. */
  static boolean verifiesMessage(PublicKey key, Bytes message, Signature signature)
      throws GeneralSecurityException {
    return verifies("SHA256withECDSAinP1363Format", key, message, signature);
  }

  private static boolean verifies(
      String algorithm, PublicKey key, Bytes signed, Signature signature)
      throws GeneralSecurityException {
    Signature.Ecc ecc = (Signature.Ecc) signature;
    java.security.Signature verifier = java.security.Signature.getInstance(algorithm);
    verifier.initVerify(key);
    verifier.update(signed.toArray());
    return verifier.verify(padded(ecc.signatureR()).concat(padded(ecc.signatureS())).toArray());
  }

  private static Bytes padded(Bytes number) {
    String hex = new BigInteger(1, number.toArray()).toString(16);
    return Bytes.hex("0".repeat(2 * COORDINATE - hex.length()) + hex);
  }
}
