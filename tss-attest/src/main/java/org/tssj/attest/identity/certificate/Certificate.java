package org.tssj.attest.identity.certificate;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.asn1.Asn1;
import org.tssj.attest.asn1.SignedOctets;
import org.tssj.attest.crypto.SubjectKeys;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.Pem;

/**
 * An X.509 certificate, read leniently: with NV padding, and also where it is not quite DER. What
 * was signed is kept as it came. Two are equal if their octets are.
 *
 * @see "RFC 5280, 4.1"
 */
public final class Certificate {

  private final Bytes der;
  private final SignedOctets signed;
  private final BigInteger serialNumber;
  private final DistinguishedName issuer;
  private final DistinguishedName subject;
  private final Instant notBefore;
  private final Instant notAfter;
  private final PublicKey publicKey;
  private final Map<String, CertificateExtension> extensions;

  private Certificate(Bytes der, SignedOctets signed, TBSCertificate content) {
    this.der = der;
    this.signed = signed;
    if (!content.getSignature().equals(signed.algorithm())) {
      throw WireException.refused(
          "must name the same signature algorithm inside and outside", 0, "two");
    }
    serialNumber = content.getSerialNumber().getValue();
    issuer = DistinguishedName.of(content.getIssuer());
    subject = DistinguishedName.of(content.getSubject());
    notBefore = content.getStartDate().getDate().toInstant();
    notAfter = content.getEndDate().getDate().toInstant();
    publicKey = SubjectKeys.read(content.getSubjectPublicKeyInfo());
    extensions = extensions(content.getExtensions());
  }

  private static Map<String, CertificateExtension> extensions(@Nullable Extensions all) {
    Map<String, CertificateExtension> byOid = new LinkedHashMap<>();
    if (all != null) {
      for (ASN1ObjectIdentifier oid : all.getExtensionOIDs()) {
        Extension each = all.getExtension(oid);
        Bytes value = Bytes.of(each.getExtnValue().getOctets());
        byOid.put(oid.getId(), new CertificateExtension(oid.getId(), each.isCritical(), value));
      }
    }
    return byOid;
  }

  /**
   * Reads one certificate: DER, PEM, or what stands in NV storage of either family.
   *
   * @throws WireException if it is none, or of a key of no known kind, or there are several
   */
  public static Certificate read(Bytes found) {
    List<Certificate> all = readAll(found);
    if (all.size() != 1) {
      throw WireException.refused("must be one certificate", 0, all.size() + " of them")
          .within("certificate");
    }
    return all.get(0);
  }

  /**
   * Reads one or more certificates: PEM, or DER one behind the other, as {@code EndorsementKeys}
   * finds chains.
   *
   * @throws WireException if there is none, or one of them is none
   */
  public static List<Certificate> readAll(Bytes found) {
    List<Certificate> all = new ArrayList<>();
    try {
      for (Bytes der : CertificateOctets.all(found)) {
        SignedOctets signed = SignedOctets.read(der);
        all.add(
            Asn1.read(
                "TBSCertificate",
                signed.signed(),
                content -> new Certificate(der, signed, TBSCertificate.getInstance(content))));
      }
    } catch (WireException e) {
      throw e.within("certificate");
    }
    return List.copyOf(all);
  }

  /** The certificate as it came, without what stood before and behind it. */
  public Bytes der() {
    return der;
  }

  /** In PEM, with a line feed at the end. */
  public String pem() {
    return new Pem("CERTIFICATE", der).toText();
  }

  /** Unique for its issuer. */
  public BigInteger serialNumber() {
    return serialNumber;
  }

  /** Who signed it. */
  public DistinguishedName issuer() {
    return issuer;
  }

  /** Whom it is about; empty in most certificates of endorsement keys. */
  public DistinguishedName subject() {
    return subject;
  }

  /** It is valid from here on. */
  public Instant notBefore() {
    return notBefore;
  }

  /** It is valid until here, inclusive; year 9999 means that nobody knows an end. */
  public Instant notAfter() {
    return notAfter;
  }

  /** The certified key; one that is certified for OAEP alone is an RSA key like others. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** How it is signed, as in {@code sha256WithRSA}. */
  public String signatureAlgorithm() {
    return signed.algorithmName();
  }

  /** Whether its signature rests on SHA-1. */
  public boolean isSignedWithSha1() {
    return signed.usesSha1();
  }

  /** Whether its signature is of an algorithm that is checked here; MD5 is none. */
  public boolean isSignatureSupported() {
    return signed.isSupported();
  }

  /** Whether the signature is this key's; false too where it is not supported. */
  public boolean isSignedBy(PublicKey key) {
    return signed.isBy(key);
  }

  /** One extension. */
  public Optional<CertificateExtension> extension(String oid) {
    return Optional.ofNullable(extensions.get(oid));
  }

  /** All extensions, in their order. */
  public List<CertificateExtension> extensions() {
    return List.copyOf(extensions.values());
  }

  /**
   * Whether basicConstraints say that it issues others.
   *
   * @throws WireException if they are malformed
   */
  public boolean isAuthority() {
    return basicConstraints().map(BasicConstraints::isCA).orElse(false);
  }

  /**
   * How many authorities may stand between it and the last certificate; empty if any number.
   *
   * @throws WireException if basicConstraints are malformed
   */
  public OptionalInt pathLength() {
    Optional<BigInteger> length = basicConstraints().map(BasicConstraints::getPathLenConstraint);
    return length.isPresent()
        ? OptionalInt.of(length.get().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue())
        : OptionalInt.empty();
  }

  private Optional<BasicConstraints> basicConstraints() {
    return extension(CertificateExtension.BASIC_CONSTRAINTS)
        .map(found -> Asn1.read(found.name(), found.value(), BasicConstraints::getInstance));
  }

  /**
   * Whether keyUsage allows a use; true where there is no such extension.
   *
   * @throws WireException if it is malformed
   */
  public boolean allows(KeyUse use) {
    return extension(CertificateExtension.KEY_USAGE)
        .map(
            found ->
                Asn1.read(found.name(), found.value(), KeyUsage::getInstance).hasUsages(use.bit()))
        .orElse(true);
  }

  /**
   * The purposes in extKeyUsage, as object identifiers; empty where there is no such extension.
   *
   * @throws WireException if it is malformed
   */
  public Set<String> purposes() {
    Set<String> purposes = new TreeSet<>();
    extension(CertificateExtension.EXTENDED_KEY_USAGE)
        .map(found -> Asn1.read(found.name(), found.value(), ExtendedKeyUsage::getInstance))
        .ifPresent(
            usage ->
                Arrays.stream(usage.getUsages()).map(KeyPurposeId::getId).forEach(purposes::add));
    return purposes;
  }

  /** The identifier of its key, if it has one that can be read. */
  public Optional<Bytes> subjectKeyIdentifier() {
    return extension(CertificateExtension.SUBJECT_KEY_IDENTIFIER)
        .map(
            found ->
                Asn1.read(
                    found.name(),
                    found.value(),
                    id -> Bytes.of(SubjectKeyIdentifier.getInstance(id).getKeyIdentifier())));
  }

  /** The identifier of its issuer's key, if it has one. */
  public Optional<Bytes> authorityKeyIdentifier() {
    return extension(CertificateExtension.AUTHORITY_KEY_IDENTIFIER)
        .flatMap(
            found ->
                Asn1.read(
                    found.name(),
                    found.value(),
                    id ->
                        Optional.ofNullable(
                                AuthorityKeyIdentifier.getInstance(id).getKeyIdentifierOctets())
                            .map(Bytes::of)));
  }

  /**
   * Where the certificate says that its issuer's can be got: caIssuers of authorityInfoAccess. This
   * library fetches nothing.
   *
   * @throws WireException if the extension is malformed
   */
  public List<String> issuerAddresses() {
    List<String> addresses = new ArrayList<>();
    extension(CertificateExtension.AUTHORITY_INFO_ACCESS)
        .map(
            found ->
                Asn1.read(found.name(), found.value(), AuthorityInformationAccess::getInstance))
        .ifPresent(
            access -> {
              for (AccessDescription each : access.getAccessDescriptions()) {
                GeneralName where = each.getAccessLocation();
                if (each.getAccessMethod().equals(AccessDescription.id_ad_caIssuers)
                    && where.getTagNo() == GeneralName.uniformResourceIdentifier) {
                  addresses.add(Asn1.text(where.getName()));
                }
              }
            });
    return addresses;
  }

  /**
   * The names of kind directoryName in subjectAltName, where the TCG's attributes stand.
   *
   * @throws WireException if the extension is malformed
   */
  public List<DistinguishedName> alternativeNames() {
    return extension(CertificateExtension.SUBJECT_ALT_NAME)
        .map(
            found ->
                Asn1.read(
                    found.name(), found.value(), value -> names(GeneralNames.getInstance(value))))
        .orElse(List.of());
  }

  private static List<DistinguishedName> names(GeneralNames all) {
    return Arrays.stream(all.getNames())
        .filter(each -> each.getTagNo() == GeneralName.directoryName)
        .map(each -> DistinguishedName.of(each.getName()))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Certificate that && der.equals(that.der);
  }

  @Override
  public int hashCode() {
    return der.hashCode();
  }

  /** As in {@code CN=STM TPM EK Root CA}; of one without subject its number and issuer. */
  @Override
  public String toString() {
    return subject.isEmpty()
        ? "certificate " + serialNumber.toString(16) + " of " + issuer
        : subject.toString();
  }
}
