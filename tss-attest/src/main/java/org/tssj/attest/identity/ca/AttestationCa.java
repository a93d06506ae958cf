package org.tssj.attest.identity.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.tssj.attest.asn1.TcgOid;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.DistinguishedName;
import org.tssj.attest.identity.certificate.EndorsementCertificate;
import org.tssj.attest.identity.registration.EndorsementKey;
import org.tssj.attest.identity.registration.RegisteredKey;
import org.tssj.attest.identity.registration.Registrar;
import org.tssj.attest.identity.registration.RegistrationReason;
import org.tssj.attest.identity.registration.RegistrationRequest;
import org.tssj.attest.identity.registration.RegistrationVerdict;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.identity.PrivacyCa;
import org.tssj.tpm12.structure.identity.IdentityProof;
import org.tssj.tpm12.structure.identity.IdentityReq;

/**
 * An authority that certifies attestation keys (AK, AIK): Attestation CA, Privacy CA.
 *
 * <p>Its certificates are as the TCG's AIK profile has them: without a subject where the
 * endorsement certificate describes the TPM, which then stands in a critical subjectAltName; for
 * signing, and for tcg-kp-AIKCertificate.
 *
 * @see "TCG Credential Profiles 1.2, 3.5; TCG AIK Certificate in PC Client"
 */
public final class AttestationCa {

  private static final int SERIAL_BITS = 127;
  private static final int NAME_DIGITS = 32;

  private final Certificate certificate;
  private final PrivateKey privateKey;
  private final SecureRandom random = new SecureRandom();

  /**
   * An authority with this key.
   *
   * @param certificate its own
   * @param privateKey RSA or elliptic-curve, that of the certificate
   */
  public AttestationCa(Certificate certificate, PrivateKey privateKey) {
    this.certificate = certificate;
    this.privateKey = privateKey;
  }

  /**
   * A new authority that nobody but itself vouches for.
   *
   * @throws IllegalArgumentException if its name is empty, or its key neither RSA nor
   *     elliptic-curve
   */
  public static AttestationCa create(DistinguishedName name, KeyPair keys, Validity validity) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an authority has a name");
    }
    X500Name own = name(name);
    Certificate certificate =
        issued(
            builder(own, own, keys.getPublic(), validity, new SecureRandom()),
            keys.getPublic(),
            keys.getPublic(),
            keys.getPrivate(),
            builder -> authority(builder, new BasicConstraints(1)));
    return new AttestationCa(certificate, keys.getPrivate());
  }

  /** Its certificate, which verifiers take as a root or as an intermediate. */
  public Certificate certificate() {
    return certificate;
  }

  /** Certifies an authority that certifies attestation keys and no authorities. */
  public Certificate delegate(CertificateRequest request, Validity validity) {
    return issued(
        name(request.subject()),
        request.publicKey(),
        validity,
        builder -> authority(builder, new BasicConstraints(0)));
  }

  /** Certifies an attestation key that has been registered. */
  public Certificate certify(RegisteredKey registered, Validity validity) {
    return certify(registered, Optional.empty(), validity);
  }

  private Certificate certify(RegisteredKey registered, Optional<String> label, Validity validity) {
    X500Name described = described(registered.certificate(), label);
    // spec| If the subject field contains an empty sequence, subjectAltName MUST be critical
    // spec| (RFC 5280, 4.2.1.6)
    boolean nameless = described.size() > 0;
    X500Name subject =
        nameless ? new X500Name("") : new X500Name("CN=attestation key " + shortName(registered));
    return issued(
        subject,
        registered.key().publicKey(),
        validity,
        builder -> {
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
          builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
          builder.addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.getInstance(TcgOid.AIK_CERTIFICATE)));
          if (nameless) {
            builder.addExtension(
                Extension.subjectAlternativeName,
                true,
                new GeneralNames(new GeneralName(described)));
          }
        });
  }

  private static String shortName(RegisteredKey registered) {
    String digits = registered.name().toHex();
    return digits.substring(0, Math.min(NAME_DIGITS, digits.length()));
  }

  private static X500Name described(
      Optional<EndorsementCertificate> endorsement, Optional<String> label) {
    TpmNames names = new TpmNames();
    label.ifPresent(text -> names.add(TcgOid.TPM_ID_LABEL, text));
    endorsement
        .flatMap(EndorsementCertificate::description)
        .ifPresent(
            tpm -> {
              names.add(TcgOid.TPM_MANUFACTURER, tpm.manufacturer());
              names.add(TcgOid.TPM_MODEL, tpm.model());
              names.add(TcgOid.TPM_VERSION, tpm.version());
            });
    return names.name();
  }

  /**
   * Answers a request of a TPM 1.2 as its Privacy CA: opens it, checks that the identity was made
   * for this CA, has the endorsement certificate judged, and certifies the identity. The
   * certificate can be read by that TPM alone; no second round is needed.
   *
   * @param request encrypted for this authority's key, which is RSA
   * @param registrar judges the endorsement certificate
   * @throws WireException if the request is none, or not for this authority
   * @throws IllegalStateException if this authority's key is not RSA
   */
  public IdentityVerdict answer(IdentityReq request, Registrar registrar, Validity validity) {
    PrivacyCa privacyCa = privacyCa();
    IdentityProof proof = privacyCa.open(request);
    if (!privacyCa.isBound(proof)) {
      return refused(
          RegistrationReason.Code.ATTESTATION_KEY,
          "the identity key does not say that it was made for this authority and label");
    }
    EndorsementKey.Tpm12 endorsement;
    try {
      endorsement = EndorsementKey.Tpm12.certified(proof.endorsementCredential());
    } catch (WireException e) {
      return refused(
          RegistrationReason.Code.CERTIFICATE_MALFORMED,
          "the endorsement certificate is none: " + e.getMessage());
    }
    RegistrationVerdict verdict =
        registrar.challenge(
            new RegistrationRequest(
                new AttestationPublicKey.Tpm12(proof.identityKey(), Optional.empty()),
                endorsement));
    if (verdict instanceof RegistrationVerdict.Challenged challenged) {
      // The challenge is not used: the certificate is one itself.
      challenged.pending().expected().close();
      Certificate made = certify(challenged.pending().key(), label(proof), validity);
      return new IdentityVerdict.Answered(
          privacyCa.answer(proof, endorsement.pubKey(), made.der()), made);
    }
    return new IdentityVerdict.Refused(((RegistrationVerdict.Refused) verdict).reasons());
  }

  private static IdentityVerdict refused(RegistrationReason.Code code, String message) {
    return new IdentityVerdict.Refused(List.of(new RegistrationReason(code, message)));
  }

  private static Optional<String> label(IdentityProof proof) {
    Bytes label = proof.labelArea();
    return label.isEmpty()
        ? Optional.empty()
        : Optional.of(new String(label.toArray(), StandardCharsets.UTF_8));
  }

  /**
   * This authority as the Privacy CA of TPM 1.2, whose key requests are encrypted for.
   *
   * @throws IllegalStateException if its key is not RSA
   */
  public PrivacyCa privacyCa() {
    if (certificate.publicKey() instanceof RSAPublicKey rsa) {
      return new PrivacyCa(EndorsementKey.Tpm12.encrypting(rsa), privateKey, random);
    }
    throw new IllegalStateException(
        "requests of a TPM 1.2 are encrypted for an RSA key, and this authority's is "
            + certificate.publicKey().getAlgorithm());
  }

  /** The extensions of a certificate. */
  private interface Extensions {
    void addTo(X509v3CertificateBuilder builder) throws IOException;
  }

  private static void authority(X509v3CertificateBuilder builder, BasicConstraints constraints)
      throws IOException {
    builder.addExtension(Extension.basicConstraints, true, constraints);
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  private Certificate issued(
      X500Name subject, PublicKey key, Validity validity, Extensions extensions) {
    return issued(
        builder(name(certificate.subject()), subject, key, validity, random),
        key,
        certificate.publicKey(),
        privateKey,
        extensions);
  }

  private static X500Name name(DistinguishedName name) {
    return X500Name.getInstance(name.der().toArray());
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Validity validity, SecureRandom random) {
    return new X509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
        Date.from(validity.notBefore()),
        Date.from(validity.notAfter()),
        subject,
        info(key));
  }

  private static SubjectPublicKeyInfo info(PublicKey key) {
    return SubjectPublicKeyInfo.getInstance(key.getEncoded());
  }

  private static Certificate issued(
      X509v3CertificateBuilder builder,
      PublicKey key,
      PublicKey issuerKey,
      PrivateKey signer,
      Extensions extensions) {
    try {
      BcX509ExtensionUtils identifiers = new BcX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(info(key)));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(info(issuerKey)));
      extensions.addTo(builder);
      return Certificate.read(Bytes.wrap(builder.build(Signer.of(signer)).getEncoded()));
    } catch (IOException e) {
      throw new IllegalArgumentException("no certificate is made of it: " + e.getMessage(), e);
    }
  }
}
