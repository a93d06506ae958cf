package org.tssj.tpm20.structure.object;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/** Private keys of {@link java.security} as sensitive areas, for import into a TPM, and back. */
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

  /**
   * The sensitive area of a symmetric or HMAC key, and the public area that goes with it: those
   * objects are bound together by a digest over seed and key.
   *
   * @param template what kind of object it is, of type KEYEDHASH or SYMCIPHER; its {@code unique}
   *     is replaced
   * @param key the key's octets
   * @param authValue the auth value it shall have
   * @param random for the seed
   * @throws IllegalArgumentException if the template is of another type
   * @see "TPM 2.0 Library, Part 1, 27.5.3.3 and 27.6.3.3; Part 2, 12.3.2 TPMU_PUBLIC_ID"
   */
  public static WithPublic toTpm(
      Public template, AuthValue key, AuthValue authValue, SecureRandom random) {
    if (!(template.unique() instanceof PublicId.Digest)) {
      throw new IllegalArgumentException(
          "octets make a KEYEDHASH or SYMCIPHER object, not one of type " + template.type());
    }
    Bank hash =
        template
            .nameAlg()
            .hash()
            .orElseThrow(
                () -> new IllegalArgumentException("the unknown nameAlg " + template.nameAlg()));
    byte[] seed = new byte[hash.size()];
    random.nextBytes(seed);
    MessageDigest digest = hash.digest();
    digest.update(seed);
    key.use(
        octets -> {
          digest.update(octets);
          return octets.length;
        });
    return new WithPublic(
        template.withUnique(new PublicId.Digest(template.type(), Bytes.wrap(digest.digest()))),
        new Sensitive(template.type(), authValue, AuthValue.wrap(seed), key));
  }

  /**
   * Both halves of an object.
   *
   * @param publicArea what everybody may know
   * @param sensitive what nobody else may
   */
  public record WithPublic(Public publicArea, Sensitive sensitive) {}

  /**
   * The private key of an object, as {@link java.security} knows it.
   *
   * @param area its public area, RSA or elliptic-curve
   * @param sensitive its sensitive area
   * @throws IllegalArgumentException if the two do not belong together, or are of another type
   * @throws UnsupportedOperationException if no security provider has the curve
   */
  public static PrivateKey toJava(Public area, Sensitive sensitive) {
    PublicKey publicKey = PublicKeys.toJava(area);
    BigInteger number =
        sensitive.sensitive().use(octets -> new BigInteger(1, octets));
    try {
      if (publicKey instanceof RSAPublicKey rsa) {
        return rsa(rsa, number);
      }
      ECParameterSpec curve = ((ECPublicKey) publicKey).getParams();
      return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, curve));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no private key is made of this object", e);
    }
  }

  private static PrivateKey rsa(RSAPublicKey key, BigInteger p) throws GeneralSecurityException {
    BigInteger one = BigInteger.ONE;
    if (p.compareTo(one) <= 0 || key.getModulus().mod(p).signum() != 0) {
      throw new IllegalArgumentException("the prime is not one of this key's modulus");
    }
    BigInteger q = key.getModulus().divide(p);
    BigInteger e = key.getPublicExponent();
    BigInteger d = e.modInverse(p.subtract(one).multiply(q.subtract(one)));
    return KeyFactory.getInstance("RSA")
        .generatePrivate(
            new RSAPrivateCrtKeySpec(
                key.getModulus(),
                e,
                d,
                p,
                q,
                d.mod(p.subtract(one)),
                d.mod(q.subtract(one)),
                q.modInverse(p)));
  }

  private static AuthValue octets(BigInteger number, int size) {
    byte[] signed = number.toByteArray();
    byte[] padded = new byte[size];
    int take = Math.min(signed.length, size);
    System.arraycopy(signed, signed.length - take, padded, size - take, take);
    Arrays.fill(signed, (byte) 0);
    return AuthValue.wrap(padded);
  }
}
