package org.tssj.attest.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/** Is this the signature of that key over these octets. */
public final class Signatures {

  private Signatures() {}

  /**
   * Checks a signature of one string of octets.
   *
   * @param octets for {@link SignatureScheme#ECDSA} and {@link SignatureScheme#SM2} r and s, each
   *     as long as the group's order
   * @return whether it is valid; false too if it could be no signature of this key
   * @throws UnsupportedOperationException if no provider has the algorithm
   * @throws IllegalArgumentException if the key is of another kind or makes no sense
   */
  public static boolean verify(
      PublicKey key, SignatureScheme scheme, Bank hash, Bytes message, Bytes octets) {
    try {
      return switch (scheme) {
        case RSASSA ->
            verified(name(hash) + "withRSA", key(key, RSAPublicKey.class), null, message, octets);
        case RSAPSS -> pss(key(key, RSAPublicKey.class), hash, message, octets);
        case ECDSA -> ecdsa(key(key, ECPublicKey.class), hash, message, octets);
        case SM2 -> sm2(key(key, ECPublicKey.class), hash, message, octets);
      };
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("the key cannot be used: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new UnsupportedOperationException(
          "no security provider has " + scheme + " with " + hash + ": " + e.getMessage(), e);
    } catch (SignatureException e) {
      // Providers say so of octets that could be no signature: of another length, not below the
      // modulus, not of the right form inside.
      return false;
    } catch (GeneralSecurityException e) {
      throw new UnsupportedOperationException(e.getMessage(), e);
    }
  }

  private static <K extends PublicKey> K key(PublicKey key, Class<K> type) {
    if (!type.isInstance(key)) {
      throw new IllegalArgumentException(
          "the key is of the kind " + key.getAlgorithm() + ", which makes no such signature");
    }
    return type.cast(key);
  }

  // The salt is as long as the hash in newer TPMs, and as long as fits in older ones (Part 1, B.7);
  // providers want to know beforehand.
  private static boolean pss(RSAPublicKey key, Bank hash, Bytes message, Bytes octets)
      throws GeneralSecurityException {
    int most = (key.getModulus().bitLength() - 1 + 7) / 8 - hash.size() - 2;
    return most >= 0
        && (most >= hash.size() && pss(key, hash, hash.size(), message, octets)
            || most != hash.size() && pss(key, hash, most, message, octets));
  }

  private static boolean pss(RSAPublicKey key, Bank hash, int salt, Bytes message, Bytes octets)
      throws GeneralSecurityException {
    String name = hash.javaName();
    PSSParameterSpec parameters =
        new PSSParameterSpec(
            name, "MGF1", new MGF1ParameterSpec(name), salt, PSSParameterSpec.TRAILER_FIELD_BC);
    return verified("RSASSA-PSS", key, parameters, message, octets);
  }

  private static boolean ecdsa(ECPublicKey key, Bank hash, Bytes message, Bytes octets)
      throws GeneralSecurityException {
    return octets.length() == 2 * orderSize(key)
        && verified(name(hash) + "withECDSAinP1363Format", key, null, message, octets);
  }

  /** Octets of a number below the order of the key's group. */
  public static int orderSize(ECPublicKey key) {
    return (key.getParams().getOrder().bitLength() + 7) / 8;
  }

  private static String name(Bank hash) {
    return hash.javaName().startsWith("SHA3") ? hash.javaName() : hash.javaName().replace("-", "");
  }

  private static boolean verified(
      String algorithm,
      PublicKey key,
      @org.jspecify.annotations.Nullable PSSParameterSpec parameters,
      Bytes message,
      Bytes octets)
      throws GeneralSecurityException {
    Signature signature;
    try {
      signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      // The JDK has no such algorithm, or not for this curve.
      signature =
          Signature.getInstance(
              algorithm.replace("withECDSAinP1363Format", "withPLAIN-ECDSA"),
              BouncyCastle.provider());
      signature.initVerify(key);
    }
    if (parameters != null) {
      signature.setParameter(parameters);
    }
    signature.update(message.toBuffer());
    return signature.verify(octets.toArray());
  }

  // GB/T 32918.2, 7.1, with e the plain digest. Providers put the signer's identity and key before
  // the message, which a TPM that signs its own structures does not.
  private static boolean sm2(ECPublicKey key, Bank hash, Bytes message, Bytes octets) {
    int size = orderSize(key);
    if (octets.length() != 2 * size) {
      return false;
    }
    ECPublicKeyParameters parameters;
    try {
      parameters = (ECPublicKeyParameters) PublicKeyFactory.createKey(key.getEncoded());
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException("the key cannot be used: " + e.getMessage(), e);
    }
    BigInteger n = parameters.getParameters().getN();
    BigInteger r = new BigInteger(1, octets.slice(0, size).toArray());
    BigInteger s = new BigInteger(1, octets.slice(size, 2 * size).toArray());
    BigInteger t = r.add(s).mod(n);
    if (r.signum() == 0
        || s.signum() == 0
        || t.signum() == 0
        || r.compareTo(n) >= 0
        || s.compareTo(n) >= 0) {
      return false;
    }
    ECPoint point =
        ECAlgorithms.sumOfTwoMultiplies(parameters.getParameters().getG(), s, parameters.getQ(), t)
            .normalize();
    if (point.isInfinity()) {
      return false;
    }
    BigInteger e = new BigInteger(1, Hashes.hash(hash, message).toArray());
    return r.equals(e.add(point.getAffineXCoord().toBigInteger()).mod(n));
  }
}
