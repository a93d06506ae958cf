package org.tssj.tpm20.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.EdDSAParameterSpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.engine.BouncyCastle;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.MldsaParameterSet;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.HashMldsaParms;
import org.tssj.tpm20.structure.object.MldsaParms;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.RsaParms;
import org.tssj.tpm20.structure.object.Signature;

/**
 * Checks signatures of one key, without a TPM: RSASSA, RSAPSS, ECDSA and EdDSA by the JDK; SM2,
 * ML-DSA and HashML-DSA by Bouncy Castle.
 *
 * <p>It says whether the owner of the key signed these octets. Whether a TPM made them, and which,
 * is told by what was signed: a structure that begins with TPM_GENERATED_VALUE.
 */
public final class SignatureVerifier {

  private static final int MOST_CONTEXT = 255;

  private final Public key;
  private final Bytes context;

  private SignatureVerifier(Public key, Bytes context) {
    this.key = key;
    this.context = context;
  }

  /** Checks signatures of this key. */
  public static SignatureVerifier of(Public key) {
    return new SignatureVerifier(key, Bytes.EMPTY);
  }

  /**
   * With a context string, which ML-DSA and EdDSA of digests sign together with the message.
   *
   * @param other 0 to 255 octets
   * @throws IllegalArgumentException if it is longer
   */
  public SignatureVerifier withContext(Bytes other) {
    if (other.length() > MOST_CONTEXT) {
      throw new IllegalArgumentException(
          "a context has at most " + MOST_CONTEXT + " bytes, not " + other.length());
    }
    return new SignatureVerifier(key, other);
  }

  /**
   * Checks the signature of a message.
   *
   * @return whether it is valid; false too if it could be no signature of this key
   * @throws IllegalArgumentException if the key is of a type that does not make such signatures
   * @throws UnsupportedOperationException if no security provider has the algorithm, as with ECDAA
   * @throws org.tssj.tpm20.MissingBouncyCastleException for SM2 and ML-DSA without
   *     Bouncy Castle
   */
  public boolean verify(Bytes message, Signature signature) {
    if (signature instanceof Signature.Rsa rsa) {
      return rsa(message, rsa);
    }
    if (signature instanceof Signature.Ecc ecc) {
      return ecc(bank(ecc.hash()).hash(message), ecc);
    }
    if (signature instanceof Signature.Eddsa eddsa) {
      return eddsa(message, eddsa);
    }
    if (signature instanceof Signature.Mldsa pure
        && key.parameters() instanceof MldsaParms parms) {
      return mldsa(parms.parameterSet(), Formatted.pure(context, message), pure.signature());
    }
    if (signature instanceof Signature.HashMldsa) {
      return verifyDigest(hashOfKey().hash(message), signature);
    }
    throw mismatch(signature);
  }

  /**
   * Checks the signature of a digest: ECDSA, SM2 and HashML-DSA, whose signers never see the message.
   *
   * @param digest with the hash that the signature names
   * @return whether it is valid; false too if it could be no signature of this key
   * @throws IllegalArgumentException if the key or signature is of another kind
   * @throws org.tssj.tpm20.MissingBouncyCastleException for SM2 and ML-DSA without
   *     Bouncy Castle
   */
  public boolean verifyDigest(Bytes digest, Signature signature) {
    if (signature instanceof Signature.Ecc ecc) {
      return ecc(digest, ecc);
    }
    if (signature instanceof Signature.HashMldsa hashed
        && key.parameters() instanceof HashMldsaParms parms) {
      // The key fixes the hash; a signature that names another is of another key.
      return parms.hashAlg().equals(hashed.hash())
          && mldsa(
              parms.parameterSet(),
              Formatted.hashed(context, parms.hashAlg(), digest),
              hashed.signature());
    }
    throw mismatch(signature);
  }

  private Bank hashOfKey() {
    if (key.parameters() instanceof HashMldsaParms parms) {
      return bank(parms.hashAlg());
    }
    throw new IllegalArgumentException("a " + key.type() + " key does not sign digests");
  }

  private IllegalArgumentException mismatch(Signature signature) {
    return new IllegalArgumentException(
        "a " + key.type() + " key makes no signature that is checked so: " + signature.sigAlg());
  }

  private boolean mldsa(MldsaParameterSet set, Bytes formatted, Bytes signature) {
    if (key.unique() instanceof PublicId.Mldsa id) {
      return BouncyCastle.with(
          "ML-DSA", () -> MlDsaByBouncyCastle.verify(set, id.key(), formatted, signature));
    }
    throw new IllegalArgumentException("the key has no ML-DSA public key: " + key);
  }

  private boolean rsa(Bytes message, Signature.Rsa signature) {
    if (!(key.parameters() instanceof RsaParms parms)) {
      throw mismatch(signature);
    }
    Bank hash = bank(signature.hash());
    PublicKey rsa = PublicKeys.toJava(key);
    if (signature.sigAlg().equals(AlgorithmId.RSASSA)) {
      return verifies(name(hash) + "withRSA", rsa, Optional.empty(), message, signature.sig());
    }
    // The salt is as long as the hash in newer TPMs, and as long as fits in older ones (Part 1,
    // B.7); the JDK wants to know beforehand.
    int most = parms.keyBits() / 8 - hash.size() - 2;
    return most >= hash.size() && pss(rsa, hash, hash.size(), message, signature.sig())
        || most >= 0 && most != hash.size() && pss(rsa, hash, most, message, signature.sig());
  }

  private static boolean pss(PublicKey key, Bank hash, int salt, Bytes message, Bytes signature) {
    MGF1ParameterSpec mask = new MGF1ParameterSpec(hash.javaName());
    return verifies(
        "RSASSA-PSS",
        key,
        Optional.of(
            new PSSParameterSpec(
                hash.javaName(), "MGF1", mask, salt, PSSParameterSpec.TRAILER_FIELD_BC)),
        message,
        signature);
  }

  private boolean ecc(Bytes digest, Signature.Ecc signature) {
    if (!(key.parameters() instanceof EccParms parms)
        || !(key.unique() instanceof EccPoint point)) {
      throw mismatch(signature);
    }
    if (signature.sigAlg().equals(AlgorithmId.SM2)) {
      if (!parms.curveId().equals(EccCurve.SM2_P256)) {
        throw mismatch(signature);
      }
      return BouncyCastle.with(
          "SM2", () -> Sm2ByBouncyCastle.verify(point, digest, signature));
    }
    if (!signature.sigAlg().equals(AlgorithmId.ECDSA)) {
      throw new UnsupportedOperationException(
          "signatures of " + signature.sigAlg() + " are checked by TPM2_VerifySignature only");
    }
    PublicKey ec = PublicKeys.toJava(key);
    BigInteger order = ((java.security.interfaces.ECPublicKey) ec).getParams().getOrder();
    int size = (order.bitLength() + 7) / 8;
    BigInteger r = new BigInteger(1, signature.signatureR().toArray());
    BigInteger s = new BigInteger(1, signature.signatureS().toArray());
    if (r.compareTo(order) >= 0 || s.compareTo(order) >= 0) {
      return false;
    }
    byte[] octets = new byte[2 * size];
    put(r, octets, size);
    put(s, octets, 2 * size);
    return verifies(
        "NONEwithECDSAinP1363Format", ec, Optional.empty(), digest, Bytes.wrap(octets));
  }

  private static void put(BigInteger number, byte[] into, int end) {
    byte[] signed = number.toByteArray();
    int skip = signed[0] == 0 ? 1 : 0;
    System.arraycopy(signed, skip, into, end - (signed.length - skip), signed.length - skip);
  }

  private boolean eddsa(Bytes message, Signature.Eddsa signature) {
    if (!(key.parameters() instanceof EccParms parms)
        || !(key.unique() instanceof EccPoint point)) {
      throw mismatch(signature);
    }
    boolean digests = signature.sigAlg().equals(AlgorithmId.HASH_EDDSA);
    Optional<AlgorithmParameterSpec> variant =
        !digests && context.isEmpty()
            ? Optional.empty()
            : Optional.of(new EdDSAParameterSpec(digests, context.toArray()));
    return verifies(
        "EdDSA", edwards(parms.curveId(), point), variant, message, signature.signature());
  }

  // No TPM with such a key could be asked yet how it writes the point: either RFC 8032's encoding
  // stands in x alone, or the two coordinates of the point stand in their places.
  private static PublicKey edwards(EccCurve curve, EccPoint point) {
    boolean small = curve.equals(EccCurve.CURVE_25519);
    if (!small && !curve.equals(EccCurve.CURVE_448)) {
      throw new IllegalArgumentException("EdDSA keys are on Curve25519 or Curve448, not " + curve);
    }
    EdECPoint decoded;
    if (point.y().isEmpty()) {
      byte[] octets = point.x().toArray();
      if (octets.length != (small ? 32 : 57)) {
        throw new IllegalArgumentException(
            "the key on " + curve + " has " + octets.length + " bytes");
      }
      int last = octets.length - 1;
      boolean odd = (octets[last] & 0x80) != 0;
      octets[last] &= 0x7f;
      for (int k = 0; k < octets.length / 2; k++) {
        byte swapped = octets[k];
        octets[k] = octets[last - k];
        octets[last - k] = swapped;
      }
      decoded = new EdECPoint(odd, new BigInteger(1, octets));
      Arrays.fill(octets, (byte) 0);
    } else {
      boolean odd = new BigInteger(1, point.x().toArray()).testBit(0);
      decoded = new EdECPoint(odd, new BigInteger(1, point.y().toArray()));
    }
    try {
      return KeyFactory.getInstance("EdDSA")
          .generatePublic(
              new EdECPublicKeySpec(
                  small ? NamedParameterSpec.ED25519 : NamedParameterSpec.ED448, decoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no public key on " + curve + ": " + point, e);
    }
  }

  private static boolean verifies(
      String algorithm,
      PublicKey key,
      Optional<AlgorithmParameterSpec> parameters,
      Bytes message,
      Bytes octets) {
    try {
      java.security.Signature signature = java.security.Signature.getInstance(algorithm);
      if (parameters.isPresent()) {
        signature.setParameter(parameters.get());
      }
      signature.initVerify(key);
      // The JDK's NONEwithECDSA takes a 64th octet, which SHA-512 has, only if it comes alone.
      int last = Math.max(message.length() - 1, 0);
      signature.update(message.slice(0, last).toBuffer());
      if (!message.isEmpty()) {
        signature.update((byte) message.get(last));
      }
      return signature.verify(octets.toArray());
    } catch (SignatureException e) {
      // Providers say so of octets that could be no signature: of another length, not below the
      // modulus, not of the right form inside.
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("the key cannot be used: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new UnsupportedOperationException("no security provider has " + algorithm, e);
    } catch (GeneralSecurityException e) {
      throw new UnsupportedOperationException(algorithm + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static Bank bank(AlgorithmId hash) {
    return hash.hash()
        .orElseThrow(() -> new UnsupportedOperationException("no hash is known as " + hash));
  }

  private static String name(Bank hash) {
    return hash.javaName().startsWith("SHA3") ? hash.javaName() : hash.javaName().replace("-", "");
  }
}
