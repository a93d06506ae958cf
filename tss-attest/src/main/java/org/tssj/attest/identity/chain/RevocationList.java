package org.tssj.attest.identity.chain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.asn1.Asn1;
import org.tssj.attest.asn1.SignedOctets;
import org.tssj.attest.identity.certificate.DistinguishedName;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.Pem;

/**
 * CertificateList: which certificates of one issuer are revoked. It is believed only where the
 * issuer's signature is on it.
 *
 * @see "RFC 5280, 5"
 */
public final class RevocationList {

  private final SignedOctets signed;
  private final DistinguishedName issuer;
  private final Instant thisUpdate;
  private final Optional<Instant> nextUpdate;
  private final Set<BigInteger> revoked;
  private final Optional<String> limited;

  private RevocationList(SignedOctets signed, TBSCertList content) {
    this.signed = signed;
    if (!content.getSignature().equals(signed.algorithm())) {
      throw WireException.refused(
          "must name the same signature algorithm inside and outside", 0, "two");
    }
    issuer = DistinguishedName.read(Asn1.write(content.getIssuer()));
    thisUpdate = content.getThisUpdate().getDate().toInstant();
    nextUpdate = Optional.ofNullable(content.getNextUpdate()).map(RevocationList::instant);
    revoked = new HashSet<>();
    for (TBSCertList.CRLEntry entry : content.getRevokedCertificates()) {
      revoked.add(entry.getUserCertificate().getValue());
    }
    limited = limit(content.getExtensions());
  }

  private static Instant instant(Time time) {
    return time.getDate().toInstant();
  }

  // A list of some reasons, of some kinds of certificates, or of changes alone does not say that
  // whatever is not in it is good.
  private static Optional<String> limit(@Nullable Extensions extensions) {
    if (extensions == null) {
      return Optional.empty();
    }
    if (extensions.getExtension(Extension.deltaCRLIndicator) != null) {
      return Optional.of("it has changes alone");
    }
    for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
      if (!oid.equals(Extension.issuingDistributionPoint)) {
        return Optional.of("it has a critical extension, " + oid);
      }
    }
    Extension found = extensions.getExtension(Extension.issuingDistributionPoint);
    if (found == null) {
      return Optional.empty();
    }
    IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(found.getParsedValue());
    boolean whole =
        !point.isIndirectCRL()
            && !point.onlyContainsAttributeCerts()
            && !point.onlyContainsCACerts()
            && !point.onlyContainsUserCerts()
            && point.getOnlySomeReasons() == null;
    return whole ? Optional.empty() : Optional.of("it is about some certificates alone");
  }

  /**
   * Reads one, in DER or PEM.
   *
   * @throws WireException if it is none
   */
  public static RevocationList read(Bytes found) {
    try {
      SignedOctets signed = SignedOctets.read(der(found));
      return Asn1.read(
          "TBSCertList",
          signed.signed(),
          content -> new RevocationList(signed, TBSCertList.getInstance(content)));
    } catch (WireException e) {
      throw e.within("revocation list");
    }
  }

  private static Bytes der(Bytes found) {
    boolean text = !found.isEmpty() && (found.get(0) == '-' || found.get(0) >= 'A');
    return text
        ? Pem.parse(new String(found.toArray(), StandardCharsets.ISO_8859_1), "X509 CRL").content()
        : found;
  }

  /** Whose certificates it is about. */
  public DistinguishedName issuer() {
    return issuer;
  }

  /** When it was made. */
  public Instant thisUpdate() {
    return thisUpdate;
  }

  /** When the next one is due, if it says. */
  public Optional<Instant> nextUpdate() {
    return nextUpdate;
  }

  /** Whether it names a certificate of its issuer. */
  public boolean revokes(BigInteger serialNumber) {
    return revoked.contains(serialNumber);
  }

  /** Whether the issuer signed it with this key. */
  boolean isSignedBy(PublicKey key) {
    return signed.isBy(key);
  }

  /**
   * Why it does not say of all certificates of its issuer whether they are good at a time.
   *
   * @return empty if it does
   */
  Optional<String> unusableAt(Instant time) {
    if (limited.isPresent()) {
      return limited;
    }
    if (time.isBefore(thisUpdate)) {
      return Optional.of("it was made later, " + thisUpdate);
    }
    return nextUpdate.filter(time::isAfter).map(next -> "a newer one was due at " + next);
  }
}
