package org.tssj.attest.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.crypto.BouncyCastle;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.core.Bytes;

/** An authority of the tests, on P-256: Bouncy Castle writes its certificates. */
public final class MadeAuthority {

  /** Certificates are valid from here. */
  public static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

  /** Certificates are valid until here. */
  public static final Instant UNTIL = Instant.parse("2040-01-01T00:00:00Z");

  /** The extensions of a certificate. */
  public interface Extensions {
    /** Adds them. */
    void addTo(X509v3CertificateBuilder builder) throws IOException;
  }

  private static long serial = 1;

  private final String name;
  private final KeyPair keys;
  private final Certificate certificate;

  private MadeAuthority(String name, KeyPair keys, Certificate certificate) {
    this.name = name;
    this.keys = keys;
    this.certificate = certificate;
  }

  /** A new key pair on P-256. */
  public static KeyPair ec() {
    return keys("EC", new ECGenParameterSpec("secp256r1"), 0);
  }

  /** A new RSA key pair. */
  public static KeyPair rsa(int bits) {
    return keys("RSA", null, bits);
  }

  private static KeyPair keys(String kind, @Nullable ECGenParameterSpec curve, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      if (curve == null) {
        generator.initialize(bits);
      } else {
        generator.initialize(curve);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An authority that nobody issued. */
  public static MadeAuthority root(String name) {
    KeyPair keys = ec();
    return new MadeAuthority(
        name, keys, issue(name, keys.getPrivate(), name, keys.getPublic(), authority(-1)));
  }

  /**
   * An authority that this one issued.
   *
   * @param pathLength -1 for any
   */
  public MadeAuthority authority(String newName, int pathLength) {
    return authority(newName, authorityExtensions(pathLength));
  }

  /** An authority with other extensions than an authority's. */
  public MadeAuthority authority(String newName, Extensions extensions) {
    KeyPair newKeys = ec();
    return new MadeAuthority(newName, newKeys, issue(newName, newKeys.getPublic(), extensions));
  }

  private static Extensions authority(int pathLength) {
    return authorityExtensions(pathLength);
  }

  private static Extensions authorityExtensions(int pathLength) {
    return builder -> {
      builder.addExtension(
          Extension.basicConstraints,
          true,
          pathLength < 0 ? new BasicConstraints(true) : new BasicConstraints(pathLength));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    };
  }

  /** Its certificate. */
  public Certificate certificate() {
    return certificate;
  }

  /** Its keys. */
  public KeyPair keys() {
    return keys;
  }

  /** A certificate for a key. */
  public Certificate issue(String subject, PublicKey key, Extensions extensions) {
    return issue(name, keys.getPrivate(), subject, key, extensions);
  }

  private static Certificate issue(
      String issuer, PrivateKey signer, String subject, PublicKey key, Extensions extensions) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(issuer),
              BigInteger.valueOf(serial++),
              Date.from(FROM),
              Date.from(UNTIL),
              new X500Name(subject),
              key);
      extensions.addTo(builder);
      return Certificate.read(Bytes.wrap(builder.build(signer(signer)).getEncoded()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder("SHA256withECDSA")
          .setProvider(BouncyCastle.provider())
          .build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A list of revoked certificates, in DER. */
  public Bytes revocationList(Instant made, Instant next, Certificate... revoked) {
    try {
      X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name(name), Date.from(made));
      builder.setNextUpdate(Date.from(next));
      for (Certificate each : revoked) {
        builder.addCRLEntry(each.serialNumber(), Date.from(made), 0);
      }
      return Bytes.wrap(builder.build(signer(keys.getPrivate())).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One extension. */
  public static Extensions with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
    return builder -> builder.addExtension(oid, critical, value);
  }

  /** No extensions. */
  public static Extensions none() {
    return builder -> {};
  }

  /** Several. */
  public static Extensions all(Extensions... each) {
    return builder -> {
      for (Extensions one : each) {
        one.addTo(builder);
      }
    };
  }
}
