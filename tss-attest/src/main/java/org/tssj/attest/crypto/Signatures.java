package org.tssj.attest.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/** Is this the signature of that key over these octets. */
public final class Signatures {

  private Signatures() {}

  /**
   * Checks a signature of one string of octets.
   *
   * @param key RSA or elliptic-curve, as the scheme wants it
   * @param octets for {@link SignatureScheme#ECDSA} and {@link SignatureScheme#SM2} r and s, each
   *     as long as the group's order
   * @return whether it is valid; false too if it could be no signature of this key
   * @throws UnsupportedOperationException if no provider has the algorithm
   * @throws IllegalArgumentException if the key is of another kind or makes no sense
   */
  public static boolean verify(
      PublicKey key, SignatureScheme scheme, Bank hash, Bytes message, Bytes octets) {
    return switch (scheme) {
      case RSASSA -> rsa(name(hash) + "withRSA", key, Optional.empty(), message, octets);
      case RSAPSS -> pss(key, hash, message, octets);
      case ECDSA -> EcKey.of(key).ecdsa(Hashes.hash(hash, message), octets);
      case SM2 -> EcKey.of(key).sm2(Hashes.hash(hash, message), octets);
    };
  }

  // The salt is as long as the hash in newer TPMs, and as long as fits in older ones (Part 1, B.7);
  // providers want to know beforehand.
  private static boolean pss(PublicKey key, Bank hash, Bytes message, Bytes octets) {
    int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 0;
    int most = (bits + 6) / 8 - hash.size() - 2;
    return most >= 0
        && (most >= hash.size() && pss(key, hash, hash.size(), message, octets)
            || most != hash.size() && pss(key, hash, most, message, octets));
  }

  private static boolean pss(PublicKey key, Bank hash, int salt, Bytes message, Bytes octets) {
    MGF1ParameterSpec mask = new MGF1ParameterSpec(hash.javaName());
    PSSParameterSpec parameters =
        new PSSParameterSpec(
            hash.javaName(), "MGF1", mask, salt, PSSParameterSpec.TRAILER_FIELD_BC);
    return rsa("RSASSA-PSS", key, Optional.of(parameters), message, octets);
  }

  private static boolean rsa(
      String algorithm,
      PublicKey key,
      Optional<PSSParameterSpec> parameters,
      Bytes message,
      Bytes octets) {
    try {
      Signature signature = instance(algorithm);
      signature.initVerify(key);
      if (parameters.isPresent()) {
        signature.setParameter(parameters.get());
      }
      signature.update(message.toBuffer());
      return signature.verify(octets.toArray());
    } catch (SignatureException e) {
      // Providers say so of octets that could be no signature: of another length, not below the
      // modulus, not of the right form inside.
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("the key cannot be used: " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new UnsupportedOperationException(
          "no security provider has " + algorithm + ": " + e.getMessage(), e);
    }
  }

  private static Signature instance(String algorithm) throws GeneralSecurityException {
    try {
      return Signature.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      return Signature.getInstance(algorithm, BouncyCastle.provider());
    }
  }

  private static String name(Bank hash) {
    return hash.javaName().startsWith("SHA3") ? hash.javaName() : hash.javaName().replace("-", "");
  }
}
