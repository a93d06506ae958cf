package org.tssj.tpm20.structure.object;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;

/**
 * Public keys of a TPM as {@link java.security} knows them, and back: RSA, and the elliptic curves,
 * ML-DSA and ML-KEM where a registered security provider has them. The JDK has the NIST curves from
 * 256 bits on, Bouncy Castle most others.
 */
public final class PublicKeys {

  private static final Provider[] NO_OTHERS = {};

  // The last two arcs of the object identifiers of the first parameter sets.
  private static final int MLDSA_44 = 0x0311;
  private static final int MLKEM_512 = 0x0401;

  private static final Map<EccCurve, String> JAVA_NAMES = new LinkedHashMap<>();

  static {
    JAVA_NAMES.put(EccCurve.NIST_P256, "secp256r1");
    JAVA_NAMES.put(EccCurve.NIST_P384, "secp384r1");
    JAVA_NAMES.put(EccCurve.NIST_P521, "secp521r1");
    JAVA_NAMES.put(EccCurve.NIST_P192, "secp192r1");
    JAVA_NAMES.put(EccCurve.NIST_P224, "secp224r1");
    JAVA_NAMES.put(EccCurve.BP_P256_R1, "brainpoolP256r1");
    JAVA_NAMES.put(EccCurve.BP_P384_R1, "brainpoolP384r1");
    JAVA_NAMES.put(EccCurve.BP_P512_R1, "brainpoolP512r1");
    JAVA_NAMES.put(EccCurve.SM2_P256, "sm2p256v1");
  }

  private PublicKeys() {}

  /**
   * The key of a public area.
   *
   * @return an {@link RSAPublicKey} or {@link ECPublicKey}; of ML-DSA and ML-KEM keys what the
   *     provider that has them makes
   * @throws IllegalArgumentException if it holds no asymmetric key, as a template does not, or a
   *     point that is not on its curve
   * @throws UnsupportedOperationException if no security provider has the curve or kind of key
   */
  public static PublicKey toJava(Public area) {
    return toJava(area, NO_OTHERS);
  }

  /**
   * The key of a public area, as {@link #toJava(Public)} makes it, on a curve that may also be one
   * of {@code others}.
   *
   * @param others security providers that nobody registered, asked after the registered ones
   */
  public static PublicKey toJava(Public area, Provider... others) {
    if (area.parameters() instanceof RsaParms parms && area.unique() instanceof PublicId.Rsa id) {
      return rsa(parms, id);
    }
    if (area.parameters() instanceof EccParms parms && area.unique() instanceof EccPoint point) {
      return toJava(parms.curveId(), point, others);
    }
    if (area.parameters() instanceof MldsaParms parms
        && area.unique() instanceof PublicId.Mldsa id) {
      return postQuantum("ML-DSA", MLDSA_44 + parms.parameterSet().value() - 1, id.key(), others);
    }
    if (area.parameters() instanceof MlkemParms parms
        && area.unique() instanceof PublicId.Mlkem id) {
      return postQuantum("ML-KEM", MLKEM_512 + parms.parameterSet().value() - 1, id.key(), others);
    }
    if (area.type().equals(AlgorithmId.KEYEDHASH) || area.type().equals(AlgorithmId.SYMCIPHER)) {
      throw new IllegalArgumentException("a " + area.type() + " object has no public key");
    }
    throw new UnsupportedOperationException("no Java key is made of " + area.type() + " keys");
  }

  // SubjectPublicKeyInfo: the object identifier 2.16.840.1.101.3.4 and its last two arcs, without
  // parameters, then the key as a bit string.
  private static PublicKey postQuantum(
      String algorithm, int lastArcs, Bytes key, Provider[] others) {
    Bytes identifier =
        Bytes.hex("300b060960864801650304")
            .concat(Bytes.of((byte) (lastArcs >> 8), (byte) lastArcs));
    Bytes bits = Bytes.hex("00").concat(key);
    Bytes content = Bytes.join(identifier, Bytes.hex("0382"), size(bits), bits);
    Bytes whole = Bytes.join(Bytes.hex("3082"), size(content), content);
    X509EncodedKeySpec spec = new X509EncodedKeySpec(whole.toArray());
    List<Provider> all = new ArrayList<>(List.of(Security.getProviders()));
    all.addAll(List.of(others));
    for (Provider provider : all) {
      if (provider.getService("KeyFactory", algorithm) != null) {
        try {
          return KeyFactory.getInstance(algorithm, provider).generatePublic(spec);
        } catch (GeneralSecurityException e) {
          throw new IllegalArgumentException("no " + algorithm + " public key: " + key, e);
        }
      }
    }
    throw new UnsupportedOperationException(
        "no registered security provider has " + algorithm + "; Bouncy Castle's (bcprov) has it");
  }

  private static Bytes size(Bytes octets) {
    return Bytes.of((byte) (octets.length() >> 8), (byte) octets.length());
  }

  /**
   * A point as a key.
   *
   * @throws IllegalArgumentException if the point is not on the curve
   * @throws UnsupportedOperationException if no security provider has the curve
   */
  public static ECPublicKey toJava(EccCurve curve, EccPoint point) {
    return toJava(curve, point, NO_OTHERS);
  }

  private static ECPublicKey toJava(EccCurve curve, EccPoint point, Provider[] others) {
    Named named = provided(curve, others);
    ECPoint w = new ECPoint(number(point.x()), number(point.y()));
    requireOnCurve(curve, named.spec().getCurve(), w);
    try {
      KeyFactory factory = KeyFactory.getInstance("EC", named.provider());
      return (ECPublicKey) factory.generatePublic(new ECPublicKeySpec(w, named.spec()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no public key on " + curve + ": " + point, e);
    }
  }

  /**
   * The public area of an external key, for TPM2_LoadExternal: without policy, and with any scheme
   * left to the command.
   *
   * @param key RSA or elliptic-curve
   * @param nameAlg the hash of its Name
   * @param attributes what it may do: {@link ObjectAttributes#SIGN_ENCRYPT} to verify signatures,
   *     {@link ObjectAttributes#DECRYPT} to encrypt
   * @throws IllegalArgumentException for another kind of key, or a curve no TPM number stands for
   */
  public static Public toTpm(PublicKey key, AlgorithmId nameAlg, ObjectAttributes attributes) {
    if (key instanceof RSAPublicKey rsa) {
      return new Public(
          nameAlg, attributes, Bytes.EMPTY, parms(rsa), new PublicId.Rsa(modulus(rsa)));
    }
    if (key instanceof ECPublicKey ec) {
      EccParms parms = new EccParms(SymDef.NULL, Scheme.NULL, curve(ec.getParams()), Scheme.NULL);
      return new Public(nameAlg, attributes, Bytes.EMPTY, parms, point(ec));
    }
    throw new IllegalArgumentException(
        "a TPM's public area is made of an RSA or EC key, not of " + key.getAlgorithm());
  }

  /** A key's point, with both coordinates as long as the field's elements. */
  public static EccPoint point(ECPublicKey key) {
    int size = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    return new EccPoint(
        padded(key.getW().getAffineX(), size), padded(key.getW().getAffineY(), size));
  }

  /**
   * The number of a curve.
   *
   * @throws IllegalArgumentException if none stands for it
   */
  public static EccCurve curve(ECParameterSpec spec) {
    for (EccCurve curve : JAVA_NAMES.keySet()) {
      if (isProvided(curve) && same(provided(curve, NO_OTHERS).spec(), spec)) {
        return curve;
      }
    }
    throw new IllegalArgumentException(
        "no TPM_ECC_CURVE stands for this curve: " + spec + "; known are " + JAVA_NAMES.values());
  }

  private static RSAPublicKey rsa(RsaParms parms, PublicId.Rsa id) {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(
                  new RSAPublicKeySpec(
                      number(id.modulus()), BigInteger.valueOf(parms.publicExponent())));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "no RSA public key: a modulus of " + id.modulus().length() + " bytes", e);
    }
  }

  private static RsaParms parms(RSAPublicKey key) {
    long exponent = key.getPublicExponent().longValueExact();
    return new RsaParms(
        SymDef.NULL,
        Scheme.NULL,
        key.getModulus().bitLength(),
        exponent == RsaParms.DEFAULT_EXPONENT ? 0 : exponent);
  }

  private static Bytes modulus(RSAPublicKey key) {
    return padded(key.getModulus(), (key.getModulus().bitLength() + 7) / 8);
  }

  private record Named(Provider provider, ECParameterSpec spec) {}

  private static Named provided(EccCurve curve, Provider[] others) {
    String name = JAVA_NAMES.get(curve);
    if (name != null) {
      Provider[] registered = Security.getProviders("AlgorithmParameters.EC");
      for (Provider provider : registered == null ? NO_OTHERS : registered) {
        ECParameterSpec spec = spec(name, provider);
        if (spec != null) {
          return new Named(provider, spec);
        }
      }
      for (Provider provider : others) {
        ECParameterSpec spec = spec(name, provider);
        if (spec != null) {
          return new Named(provider, spec);
        }
      }
    }
    throw new UnsupportedOperationException(
        "no registered security provider has " + curve + "; Bouncy Castle's (bcprov) has most");
  }

  private static @Nullable ECParameterSpec spec(String name, Provider provider) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC", provider);
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static boolean isProvided(EccCurve curve) {
    try {
      provided(curve, NO_OTHERS);
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean same(ECParameterSpec one, ECParameterSpec other) {
    // Not EllipticCurve.equals: providers differ in the seed they keep, which defines nothing.
    return one.getCurve().getField().equals(other.getCurve().getField())
        && one.getCurve().getA().equals(other.getCurve().getA())
        && one.getCurve().getB().equals(other.getCurve().getB())
        && one.getGenerator().equals(other.getGenerator())
        && one.getOrder().equals(other.getOrder());
  }

  // Providers take any two numbers for a point; with one off the curve an exchange leaks the other
  // side's private key.
  private static void requireOnCurve(EccCurve name, EllipticCurve curve, ECPoint point) {
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB()).mod(p);
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.multiply(y).mod(p).equals(right)) {
      throw new IllegalArgumentException("the point is not on " + name);
    }
  }

  private static BigInteger number(Bytes octets) {
    return new BigInteger(1, octets.toArray());
  }

  private static Bytes padded(BigInteger number, int size) {
    byte[] signed = number.toByteArray();
    byte[] padded = new byte[size];
    int take = Math.min(signed.length, size);
    System.arraycopy(signed, signed.length - take, padded, size - take, take);
    return Bytes.wrap(padded);
  }
}
