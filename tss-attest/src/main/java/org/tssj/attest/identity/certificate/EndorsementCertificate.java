package org.tssj.attest.identity.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Attribute;
import org.tssj.attest.asn1.Asn1;
import org.tssj.attest.asn1.TcgOid;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.wire.WireException;

/**
 * EK Certificate: a manufacturer's word that an endorsement key is in a TPM of his. Nothing in it
 * is proven before its chain is verified.
 *
 * @param certificate the certificate itself
 * @param description what TPM it is about, from subjectAltName, else from the subject; empty if it
 *     does not say
 * @param specification which specification that TPM follows, if it says
 * @param assertions what the manufacturer says of its security, if he does
 * @param unread what is in the certificate and could not be read, in words: the rest holds
 * @see "TCG EK Credential Profile for TPM Family 2.0, 3; TCG Credential Profiles 1.2, 3.2"
 */
public record EndorsementCertificate(
    Certificate certificate,
    Optional<TpmDescription> description,
    Optional<TpmSpecification> specification,
    Optional<SecurityAssertions> assertions,
    List<String> unread) {

  public EndorsementCertificate {
    unread = List.copyOf(unread);
  }

  /**
   * Reads what a file or a TPM's NV storage has.
   *
   * @throws WireException if it is no certificate
   */
  public static EndorsementCertificate read(Bytes found) {
    return of(Certificate.read(found));
  }

  /** What a certificate says of a TPM. */
  public static EndorsementCertificate of(Certificate certificate) {
    return new Reader(certificate).read();
  }

  /** Which family the TPM is of; empty if the certificate does not say. */
  public Optional<Family> family() {
    return specification.flatMap(
        said ->
            switch (said.family()) {
              case "1.2" -> Optional.of(Family.TPM12);
              case "2.0" -> Optional.of(Family.TPM20);
              default -> Optional.empty();
            });
  }

  /**
   * Whether extKeyUsage names the purpose of endorsement keys.
   *
   * @throws WireException if the extension is malformed
   */
  public boolean isForEndorsement() {
    return certificate.purposes().contains(TcgOid.EK_CERTIFICATE.getId());
  }

  /** Reads the extensions one by one: manufacturers do not all follow the profile. */
  private static final class Reader {
    private final Certificate certificate;
    private final List<String> unread = new ArrayList<>();
    private Optional<TpmSpecification> specification = Optional.empty();
    private Optional<SecurityAssertions> assertions = Optional.empty();

    Reader(Certificate certificate) {
      this.certificate = certificate;
    }

    EndorsementCertificate read() {
      Optional<TpmDescription> description = description();
      attributes();
      return new EndorsementCertificate(
          certificate, description, specification, assertions, unread);
    }

    private Optional<TpmDescription> description() {
      try {
        for (DistinguishedName name : certificate.alternativeNames()) {
          Optional<TpmDescription> found = TpmDescription.of(name.attributes());
          if (found.isPresent()) {
            return found;
          }
        }
      } catch (WireException e) {
        unread.add(String.valueOf(e.getMessage()));
      }
      return TpmDescription.of(certificate.subject().attributes());
    }

    private void attributes() {
      certificate
          .extension(CertificateExtension.SUBJECT_DIRECTORY_ATTRIBUTES)
          .flatMap(found -> tried(found.name(), found.value(), ASN1Sequence::getInstance))
          .ifPresent(all -> all.forEach(this::attribute));
    }

    private void attribute(ASN1Encodable each) {
      Optional<Attribute> read = tried("attribute", Asn1.write(each), Attribute::getInstance);
      if (read.isEmpty() || read.get().getAttrValues().size() == 0) {
        return;
      }
      Bytes value = Asn1.write(read.get().getAttrValues().getObjectAt(0));
      if (read.get().getAttrType().equals(TcgOid.TPM_SPECIFICATION)) {
        specification = tried("tPMSpecification", value, TpmSpecification::of);
      } else if (read.get().getAttrType().equals(TcgOid.TPM_SECURITY_ASSERTIONS)) {
        assertions = tried("tPMSecurityAssertions", value, SecurityAssertions::of);
      }
    }

    private <T> Optional<T> tried(String what, Bytes der, Function<ASN1Primitive, T> reader) {
      try {
        return Optional.of(Asn1.read(what, der, reader));
      } catch (WireException e) {
        unread.add(String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }
  }
}
