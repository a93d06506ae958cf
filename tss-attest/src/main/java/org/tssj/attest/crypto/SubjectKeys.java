package org.tssj.attest.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.tssj.core.wire.WireException;

/**
 * Public keys as certificates hold them. The registered providers come first, Bouncy Castle has the
 * curves and kinds that they lack.
 *
 * <p>The endorsement keys of many TPM 1.2 are certified as keys for OAEP alone (id-RSAES-OAEP),
 * which the JDK and OpenSSL refuse to read; here they are the RSA keys that they are.
 */
public final class SubjectKeys {

  private static final int MOST_CURVE_OCTETS = 1024;

  private SubjectKeys() {}

  /**
   * A SubjectPublicKeyInfo as {@link java.security} knows it.
   *
   * @throws WireException if it is no key, or of no known kind
   */
  public static PublicKey read(SubjectPublicKeyInfo info) {
    ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
    try {
      if (algorithm.equals(PKCSObjectIdentifiers.id_RSAES_OAEP)) {
        return rsa(info);
      }
      refuseLargeCurves(info.getAlgorithm().getParameters());
      String name = algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : "RSA";
      return KeyFactory.getInstance(name).generatePublic(new X509EncodedKeySpec(info.getEncoded()));
    } catch (GeneralSecurityException | IOException | RuntimeException jdk) {
      if (algorithm.equals(PKCSObjectIdentifiers.id_RSAES_OAEP)) {
        throw refused(jdk);
      }
      return byBouncyCastle(info, jdk);
    }
  }

  private static PublicKey byBouncyCastle(SubjectPublicKeyInfo info, Exception jdk) {
    try {
      refuseLargeCurves(info.getAlgorithm().getParameters());
      return new JcaPEMKeyConverter().setProvider(BouncyCastle.provider()).getPublicKey(info);
    } catch (IOException | RuntimeException e) {
      e.addSuppressed(jdk);
      throw refused(e);
    }
  }

  private static PublicKey rsa(SubjectPublicKeyInfo info)
      throws GeneralSecurityException, IOException {
    org.bouncycastle.asn1.pkcs.RSAPublicKey key =
        org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(info.parsePublicKey());
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
  }

  // A curve of somebody's own may be as large as he likes, and computing on it as slow.
  private static void refuseLargeCurves(ASN1Encodable parameters) throws IOException {
    if (parameters instanceof ASN1Sequence own && own.getEncoded().length > MOST_CURVE_OCTETS) {
      throw new IllegalArgumentException(
          "the curve's parameters have more than " + MOST_CURVE_OCTETS + " bytes");
    }
  }

  private static WireException refused(Exception cause) {
    WireException refused =
        WireException.refused(
            "must be a public key of a known algorithm", 0, String.valueOf(cause.getMessage()));
    refused.initCause(cause);
    return refused;
  }
}
