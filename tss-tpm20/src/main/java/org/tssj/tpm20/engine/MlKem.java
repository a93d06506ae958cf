package org.tssj.tpm20.engine;

import java.security.SecureRandom;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.MlkemParameterSet;

/** ML-KEM (FIPS 203), by Bouncy Castle. */
public final class MlKem {

  private static final String WHAT = "ML-KEM";

  private MlKem() {}

  /**
   * A shared secret, and what the owner of a key recovers it from.
   *
   * @param sharedSecret 32 octets
   * @param ciphertext 768, 1088 or 1568 octets, by the parameter set
   */
  public record Encapsulated(AuthValue sharedSecret, Bytes ciphertext) {}

  /**
   * Makes a shared secret for the owner of a key.
   *
   * @param publicKey the encapsulation key
   * @throws IllegalArgumentException if it is no key of this parameter set
   */
  public static Encapsulated encapsulate(
      MlkemParameterSet set, Bytes publicKey, SecureRandom random) {
    return BouncyCastle.with(WHAT, () -> MlKemByBouncyCastle.encapsulate(set, publicKey, random));
  }

  /**
   * Recovers a shared secret. By FIPS 203 a changed ciphertext gives another secret and no error.
   *
   * @param seed the private key as TPMs keep it: d and z, 64 octets
   * @throws IllegalArgumentException if seed or ciphertext is of the wrong size
   */
  public static AuthValue decapsulate(MlkemParameterSet set, AuthValue seed, Bytes ciphertext) {
    return BouncyCastle.with(WHAT, () -> MlKemByBouncyCastle.decapsulate(set, seed, ciphertext));
  }

  /** The public key of a private seed. */
  public static Bytes publicKey(MlkemParameterSet set, AuthValue seed) {
    return BouncyCastle.with(WHAT, () -> MlKemByBouncyCastle.publicKey(set, seed));
  }
}
