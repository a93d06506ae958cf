package org.tssj.attest.identity.platform;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Attribute;
import org.bouncycastle.asn1.x509.AttributeCertificateInfo;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x509.V2Form;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.asn1.Asn1;
import org.tssj.attest.asn1.SignedOctets;
import org.tssj.attest.asn1.TcgOid;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.DistinguishedName;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.Pem;

/**
 * Platform Certificate: an attribute certificate in which a maker says of what a machine is made,
 * and by its endorsement certificate which machine that is.
 *
 * @see "TCG Platform Certificate Profile 1.1; RFC 5755"
 */
public final class PlatformCertificate {

  private static final String LABEL = "ATTRIBUTE CERTIFICATE";
  private static final int V2 = 1;

  private final SignedOctets signed;
  private final BigInteger serialNumber;
  private final List<DistinguishedName> issuers;
  private final Optional<Holder> holder;
  private final Instant notBefore;
  private final Instant notAfter;
  private final PlatformDescription description;
  private final Optional<PlatformConfiguration> configuration;
  private final List<String> unknownCritical;

  /**
   * The certificate of the TPM in the machine.
   *
   * @param issuer who issued it
   * @param serialNumber its number
   */
  public record Holder(DistinguishedName issuer, BigInteger serialNumber) {}

  private PlatformCertificate(SignedOctets signed, AttributeCertificateInfo content)
      throws ParseException {
    this.signed = signed;
    if (!content.getSignature().equals(signed.algorithm())) {
      throw WireException.refused(
          "must name the same signature algorithm inside and outside", 0, "two");
    }
    if (!content.getVersion().hasValue(V2)) {
      throw WireException.refused("must be of version 2", 0, content.getVersion().toString());
    }
    serialNumber = content.getSerialNumber().getValue();
    issuers = names(issuerNames(content.getIssuer().getIssuer())).toList();
    holder = holder(content.getHolder().getBaseCertificateID());
    notBefore = content.getAttrCertValidityPeriod().getNotBeforeTime().getDate().toInstant();
    notAfter = content.getAttrCertValidityPeriod().getNotAfterTime().getDate().toInstant();
    configuration = configuration(content);
    description = description(content.getExtensions());
    unknownCritical = unknownCritical(content.getExtensions());
  }

  private static GeneralNames issuerNames(ASN1Encodable issuer) {
    return issuer instanceof V2Form form ? form.getIssuerName() : GeneralNames.getInstance(issuer);
  }

  private static Stream<DistinguishedName> names(@Nullable GeneralNames all) {
    return all == null
        ? Stream.empty()
        : Arrays.stream(all.getNames())
            .filter(each -> each.getTagNo() == GeneralName.directoryName)
            .map(each -> DistinguishedName.read(Asn1.write(each.getName())));
  }

  private static Optional<Holder> holder(@Nullable IssuerSerial base) {
    return base == null
        ? Optional.empty()
        : names(base.getIssuer())
            .findFirst()
            .map(issuer -> new Holder(issuer, base.getSerial().getValue()));
  }

  private static Optional<PlatformConfiguration> configuration(AttributeCertificateInfo content) {
    Optional<PlatformConfiguration> found = Optional.empty();
    for (ASN1Encodable each : content.getAttributes()) {
      Attribute attribute = Attribute.getInstance(each);
      int version =
          attribute.getAttrType().equals(TcgOid.PLATFORM_CONFIGURATION_2)
              ? 2
              : attribute.getAttrType().equals(TcgOid.PLATFORM_CONFIGURATION_1) ? 1 : 0;
      if (version > 0 && found.map(PlatformConfiguration::version).orElse(0) < version) {
        found =
            Optional.of(
                PlatformConfiguration.of(version, attribute.getAttrValues().getObjectAt(0)));
      }
    }
    return found;
  }

  private static PlatformDescription description(@Nullable Extensions extensions) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Extension found =
        extensions == null ? null : extensions.getExtension(Extension.subjectAlternativeName);
    if (found != null) {
      GeneralNames all =
          Asn1.read(
              "subjectAltName",
              Bytes.of(found.getExtnValue().getOctets()),
              GeneralNames::getInstance);
      names(all).forEach(name -> name.attributes().forEach(attributes::putIfAbsent));
    }
    return PlatformDescription.of(attributes);
  }

  private static List<String> unknownCritical(@Nullable Extensions extensions) {
    List<String> unknown = new ArrayList<>();
    if (extensions != null) {
      for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
        boolean understood =
            oid.equals(Extension.subjectAlternativeName)
                || oid.equals(Extension.certificatePolicies)
                || oid.equals(Extension.extendedKeyUsage);
        if (!understood) {
          unknown.add(oid.getId());
        }
      }
    }
    return unknown;
  }

  /**
   * Reads one, in DER or PEM.
   *
   * @throws WireException if it is none
   */
  public static PlatformCertificate read(Bytes found) {
    try {
      Bytes der =
          found.isEmpty() || found.get(0) == 0x30
              ? found
              : Pem.parse(new String(found.toArray(), StandardCharsets.ISO_8859_1), LABEL)
                  .content();
      SignedOctets signed = SignedOctets.read(der);
      return Asn1.read("AttributeCertificateInfo", signed.signed(), one -> of(signed, one));
    } catch (WireException e) {
      throw e.within("platform certificate");
    }
  }

  private static PlatformCertificate of(SignedOctets signed, ASN1Primitive content) {
    try {
      return new PlatformCertificate(signed, AttributeCertificateInfo.getInstance(content));
    } catch (ParseException e) {
      throw new IllegalArgumentException("a time is none: " + e.getMessage(), e);
    }
  }

  /** Unique for its issuer. */
  public BigInteger serialNumber() {
    return serialNumber;
  }

  /** Who issued it: one name, as a rule. */
  public List<DistinguishedName> issuers() {
    return issuers;
  }

  /** The endorsement certificate of the machine's TPM; empty if it is bound otherwise. */
  public Optional<Holder> holder() {
    return holder;
  }

  /** It is valid from here on. */
  public Instant notBefore() {
    return notBefore;
  }

  /** It is valid until here. */
  public Instant notAfter() {
    return notAfter;
  }

  /** Which platform it is about. */
  public PlatformDescription description() {
    return description;
  }

  /** What the platform is made of, in the newer version where there are two; empty if unsaid. */
  public Optional<PlatformConfiguration> configuration() {
    return configuration;
  }

  /** Critical extensions that are not understood here, by object identifier. */
  public List<String> unknownCriticalExtensions() {
    return List.copyOf(unknownCritical);
  }

  /** Whether it is about the machine whose TPM has this endorsement certificate. */
  public boolean isAbout(Certificate endorsement) {
    return holder
        .filter(named -> named.issuer().equals(endorsement.issuer()))
        .filter(named -> named.serialNumber().equals(endorsement.serialNumber()))
        .isPresent();
  }

  /** Whether the signature is this key's; false too where its algorithm is not supported. */
  public boolean isSignedBy(PublicKey key) {
    return signed.isBy(key);
  }

  /** As in {@code platform certificate 2a of CN=Maker}. */
  @Override
  public String toString() {
    return "platform certificate " + serialNumber.toString(16) + " of " + issuers;
  }
}
