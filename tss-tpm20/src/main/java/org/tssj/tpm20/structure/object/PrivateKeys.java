package org.tssj.tpm20.structure.object;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import org.tssj.core.AuthValue;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/** Private keys of {@link java.security} as sensitive areas, for import into a TPM. */
public final class PrivateKeys {

  private PrivateKeys() {}

  /**
   * The sensitive area of a key; {@link PublicKeys#toTpm} makes the public area that goes with it.
   *
   * @param key an RSA key with its primes, or an elliptic-curve key
   * @param authValue the auth value it shall have
   * @throws IllegalArgumentException for another kind of key, or one that a security device keeps
   */
  public static Sensitive toTpm(PrivateKey key, AuthValue authValue) {
    if (key instanceof RSAPrivateCrtKey rsa) {
      int size = (rsa.getModulus().bitLength() + 15) / 16;
      return new Sensitive(
          AlgorithmId.RSA, authValue, AuthValue.EMPTY, octets(rsa.getPrimeP(), size));
    }
    if (key instanceof ECPrivateKey ec) {
      int size = (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
      return new Sensitive(AlgorithmId.ECC, authValue, AuthValue.EMPTY, octets(ec.getS(), size));
    }
    throw new IllegalArgumentException(
        "a TPM imports RSA keys with their primes and EC keys, not " + key.getAlgorithm());
  }

  private static AuthValue octets(BigInteger number, int size) {
    byte[] signed = number.toByteArray();
    byte[] padded = new byte[size];
    int take = Math.min(signed.length, size);
    System.arraycopy(signed, signed.length - take, padded, size - take, take);
    java.util.Arrays.fill(signed, (byte) 0);
    return AuthValue.wrap(padded);
  }
}
