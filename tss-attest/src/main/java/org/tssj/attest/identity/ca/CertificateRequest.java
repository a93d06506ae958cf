package org.tssj.attest.identity.ca;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.tssj.attest.asn1.Asn1;
import org.tssj.attest.asn1.SignedOctets;
import org.tssj.attest.crypto.SubjectKeys;
import org.tssj.attest.identity.certificate.DistinguishedName;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.Pem;

/**
 * CertificationRequest (PKCS #10): a key that asks an authority for a certificate. Attestation keys
 * make none, they sign nothing but what their TPM says; authorities do.
 *
 * @param subject who asks
 * @param publicKey whose private part signed the request
 * @param der the request
 * @see "RFC 2986"
 */
public record CertificateRequest(DistinguishedName subject, PublicKey publicKey, Bytes der) {

  private static final String LABEL = "CERTIFICATE REQUEST";

  /** Makes one. */
  public static CertificateRequest make(DistinguishedName subject, KeyPair keys) {
    try {
      X500Name name = X500Name.getInstance(subject.der().toArray());
      byte[] der =
          new JcaPKCS10CertificationRequestBuilder(name, keys.getPublic())
              .build(Signer.of(keys.getPrivate()))
              .getEncoded();
      return new CertificateRequest(subject, keys.getPublic(), Bytes.wrap(der));
    } catch (IOException e) {
      throw new IllegalArgumentException("no request is made of it: " + e.getMessage(), e);
    }
  }

  /**
   * Reads one, in DER or PEM.
   *
   * @throws WireException if it is none, or is not signed by the key in it
   */
  public static CertificateRequest read(Bytes found) {
    try {
      Bytes der =
          found.isEmpty() || found.get(0) == 0x30
              ? found
              : Pem.parse(new String(found.toArray(), StandardCharsets.ISO_8859_1), LABEL)
                  .content();
      SignedOctets signed = SignedOctets.read(der);
      CertificateRequest request =
          Asn1.read(
              "CertificationRequestInfo",
              signed.signed(),
              content -> of(CertificationRequestInfo.getInstance(content), der));
      if (!signed.isBy(request.publicKey)) {
        throw WireException.refused(
            "must be signed by the key in it", 0, signed.algorithmName() + " of another");
      }
      return request;
    } catch (WireException e) {
      throw e.within("certificate request");
    }
  }

  private static CertificateRequest of(CertificationRequestInfo content, Bytes der) {
    return new CertificateRequest(
        DistinguishedName.read(Asn1.write(content.getSubject())),
        SubjectKeys.read(content.getSubjectPublicKeyInfo()),
        der);
  }

  /** In PEM, with a line feed at the end. */
  public String pem() {
    return new Pem(LABEL, der).toText();
  }
}
