package org.tssj.tpm20.file;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** The ASN.1 of private keys. Names Bouncy Castle's types. */
final class PrivateKeyDer {

  static final String PKCS8 = "PRIVATE KEY";
  static final String PKCS1 = "RSA PRIVATE KEY";
  static final String SEC1 = "EC PRIVATE KEY";

  private PrivateKeyDer() {}

  static KeyPair readPair(String label, Bytes der) {
    try {
      ASN1Primitive key = ASN1Primitive.fromByteArray(der.toArray());
      if (label.equals(PKCS1)) {
        return rsa(RSAPrivateKey.getInstance(key));
      }
      if (label.equals(SEC1)) {
        ECPrivateKey ec = ECPrivateKey.getInstance(key);
        return ec(ec, ec.getParametersObject().toASN1Primitive());
      }
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(key);
      AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
      return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
          ? rsa(RSAPrivateKey.getInstance(info.parsePrivateKey()))
          : ec(
              ECPrivateKey.getInstance(ASN1Sequence.getInstance(info.parsePrivateKey())),
              algorithm.getParameters().toASN1Primitive());
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      // Bouncy Castle has several kinds of exception for octets that are not what they claim; none
      // of their messages is repeated, for it might hold parts of the key.
      throw WireException.refused(
              "must be an RSA or EC private key", 0, e.getClass().getSimpleName())
          .within(label);
    }
  }

  private static KeyPair rsa(RSAPrivateKey key) throws GeneralSecurityException, IOException {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.rsaEncryption, org.bouncycastle.asn1.DERNull.INSTANCE);
    return new KeyPair(
        factory.generatePublic(
            new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())),
        factory.generatePrivate(
            new PKCS8EncodedKeySpec(new PrivateKeyInfo(algorithm, key).getEncoded())));
  }

  private static KeyPair ec(ECPrivateKey key, ASN1Primitive parameters)
      throws GeneralSecurityException, IOException {
    X9ECParameters curve =
        parameters instanceof org.bouncycastle.asn1.ASN1ObjectIdentifier oid
            ? ECNamedCurveTable.getByOID(oid)
            : X9ECParameters.getInstance(parameters);
    BigInteger number = key.getKey();
    if (number.signum() <= 0 || number.compareTo(curve.getN()) >= 0) {
      throw new IllegalArgumentException("the number is outside of the group");
    }
    byte[] point =
        new FixedPointCombMultiplier().multiply(curve.getG(), number).normalize().getEncoded(false);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters);
    KeyFactory factory = KeyFactory.getInstance("EC");
    return new KeyPair(
        factory.generatePublic(
            new X509EncodedKeySpec(new SubjectPublicKeyInfo(algorithm, point).getEncoded())),
        factory.generatePrivate(
            new PKCS8EncodedKeySpec(
                new PrivateKeyInfo(
                        algorithm, new ECPrivateKey(curve.getN().bitLength(), number, parameters))
                    .getEncoded())));
  }
}
