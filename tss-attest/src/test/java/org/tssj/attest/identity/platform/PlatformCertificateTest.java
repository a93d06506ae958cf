package org.tssj.attest.identity.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.AttributeCertificateHolder;
import org.bouncycastle.cert.AttributeCertificateIssuer;
import org.bouncycastle.cert.X509v2AttributeCertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.attest.crypto.BouncyCastle;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.DistinguishedName;
import org.tssj.attest.identity.chain.ChainVerifier;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.MadeAuthority;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.Pem;

class PlatformCertificateTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final MadeAuthority TPM_MAKER = MadeAuthority.root("CN=TPM Maker");
  private static final MadeAuthority ROOT = MadeAuthority.root("CN=Platform Maker Root");
  private static final MadeAuthority MAKER =
      ROOT.authority("CN=Platform Maker", MadeAuthority.none());
  private static final Certificate EK =
      TPM_MAKER.issue("", MadeAuthority.ec().getPublic(), MadeAuthority.none());

  // Typed by hand after the profile's ASN.1: one component and one property.
  private static final String CONFIGURATION_2 =
      "3052"
          + " a041 303f"
          + " 300e 0606 678105120301 0404 00030004" // TCG's registry, class 00030004
          + " 0c04 41434d45" // ACME
          + " 0c03 4e4943" // NIC
          + " 8002 3037" // serial 07
          + " 8101 41" // revision A
          + " 8205 2b06010401" // the maker's number, shortened
          + " 8301 ff" // replaceable
          + " a40e 300c 0605 6781051101 0c03 30303a" // an Ethernet address, shortened
          + " 8701 00" // added
          + " a20d 300b 0c03 544f45 0c01 31 8001 01"; // TOE = 1, modified

  private static final String CONFIGURATION_1 =
      "3019"
          + " a00b 3009 0c02 4142 0c03 434445" // AB, CDE
          + " a10a 3008 0c03 544f45 0c01 32"; // TOE = 2

  private static Bytes der(String hex) {
    return Bytes.hex(hex.replace(" ", ""));
  }

  private static X509v2AttributeCertificateBuilder builder(Certificate holder) {
    return new X509v2AttributeCertificateBuilder(
        new AttributeCertificateHolder(
            new X500Name(holder.issuer().toString()), holder.serialNumber()),
        new AttributeCertificateIssuer(new X500Name("CN=Platform Maker")),
        BigInteger.valueOf(42),
        Date.from(MadeAuthority.FROM),
        Date.from(MadeAuthority.UNTIL));
  }

  private static X509v2AttributeCertificateBuilder described(Certificate holder) throws Exception {
    X509v2AttributeCertificateBuilder builder = builder(holder);
    builder.addExtension(
        Extension.subjectAlternativeName,
        true,
        new GeneralNames(
            new GeneralName(
                new X500Name(
                    "2.23.133.5.1.1=Example,2.23.133.5.1.4=Laptop 14,2.23.133.5.1.5=2,"
                        + "2.23.133.5.1.6=0123"))));
    builder.addAttribute(
        new ASN1ObjectIdentifier("2.23.133.5.1.7.1"),
        ASN1Primitive.fromByteArray(der(CONFIGURATION_1).toArray()));
    builder.addAttribute(
        new ASN1ObjectIdentifier("2.23.133.5.1.7.2"),
        ASN1Primitive.fromByteArray(der(CONFIGURATION_2).toArray()));
    return builder;
  }

  private static Bytes signed(X509v2AttributeCertificateBuilder builder, MadeAuthority by)
      throws Exception {
    return Bytes.wrap(
        builder
            .build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(BouncyCastle.provider())
                    .build(by.keys().getPrivate()))
            .getEncoded());
  }

  private static Bytes made() {
    try {
      return signed(described(EK), MAKER);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final Bytes DER = made();

  private static PlatformVerifier verifier() {
    return PlatformVerifier.of(ChainVerifier.trusting(List.of(ROOT.certificate())), NOW);
  }

  @Test
  void saysWhichPlatformItIsAndWhoseTpmIsInIt() {
    PlatformCertificate read = PlatformCertificate.read(DER);

    assertEquals("Example Laptop 14 2 (serial 0123)", read.description().toString());
    assertEquals(
        Optional.of(
            new PlatformCertificate.Holder(
                DistinguishedName.parse("CN=TPM Maker"), EK.serialNumber())),
        read.holder());
    assertTrue(read.isAbout(EK));
    assertEquals("platform certificate 2a of [CN=Platform Maker]", read.toString());
  }

  @Test
  void saysInTheNewerVersionOfWhatThePlatformIsMade() {
    PlatformConfiguration said = PlatformCertificate.read(DER).configuration().orElseThrow();

    assertEquals(
        new PlatformConfiguration(
            2,
            List.of(
                new PlatformComponent(
                    Optional.of(
                        new PlatformComponent.Kind("2.23.133.18.3.1", Bytes.hex("00030004"))),
                    "ACME",
                    "NIC",
                    Optional.of("07"),
                    Optional.of("A"),
                    Optional.of("1.3.6.1.4.1"),
                    Optional.of(true),
                    List.of(new PlatformComponent.Address("2.23.133.17.1", "00:")),
                    Optional.of(ComponentStatus.ADDED))),
            List.of(new PlatformProperty("TOE", "1", Optional.of(ComponentStatus.MODIFIED)))),
        said);
  }

  @Test
  void theOlderVersionIsReadWhereThereIsNoOther() throws Exception {
    X509v2AttributeCertificateBuilder builder = builder(EK);
    builder.addAttribute(
        new ASN1ObjectIdentifier("2.23.133.5.1.7.1"),
        ASN1Primitive.fromByteArray(der(CONFIGURATION_1).toArray()));

    PlatformConfiguration said =
        PlatformCertificate.read(signed(builder, MAKER)).configuration().orElseThrow();

    assertEquals(1, said.version());
    assertEquals("AB", said.components().get(0).manufacturer());
    assertEquals(Optional.empty(), said.components().get(0).kind());
    assertEquals(List.of(new PlatformProperty("TOE", "2", Optional.empty())), said.properties());
  }

  @Test
  void isTrustedWithItsSignerAndItsTpm() {
    PlatformVerdict verdict =
        verifier().verify(PlatformCertificate.read(DER), MAKER.certificate(), EK);

    assertInstanceOf(PlatformVerdict.Trusted.class, verdict, verdict::toString);
    String pem = new Pem("ATTRIBUTE CERTIFICATE", DER).toText();
    assertTrue(PlatformCertificate.read(Bytes.utf8(pem)).isAbout(EK));
  }

  @Test
  void aChangedOctetIsNeverSignedByTheMaker() {
    Changed.everyByte(DER)
        .forEach(
            changed -> {
              try {
                assertFalse(PlatformCertificate.read(changed).isSignedBy(MAKER.keys().getPublic()));
              } catch (WireException refused) {
                assertTrue(refused.getMessage().startsWith("platform certificate"));
              }
            });
  }

  @Test
  void whateverComesIsReadOrRefused() {
    Mutations.of(
        DER,
        7,
        5000,
        octets -> {
          try {
            assertFalse(PlatformCertificate.read(octets).toString().isEmpty());
          } catch (WireException refused) {
            assertTrue(refused.getMessage().startsWith("platform certificate"));
          }
        });
  }

  @Nested
  class Rejects {

    private void assertRejected(PlatformVerdict verdict, PlatformReason.Code... codes) {
      PlatformVerdict.Rejected rejected = assertInstanceOf(PlatformVerdict.Rejected.class, verdict);
      assertEquals(List.of(codes), rejected.codes(), rejected::toString);
    }

    @Test
    void whatIsAboutAnotherTpm() {
      Certificate other = TPM_MAKER.issue("", MadeAuthority.ec().getPublic(), MadeAuthority.none());
      assertRejected(
          verifier().verify(PlatformCertificate.read(DER), MAKER.certificate(), other),
          PlatformReason.Code.HOLDER_DIFFERS);
    }

    @Test
    void whatAnotherSigned() {
      MadeAuthority other = ROOT.authority("CN=Another", MadeAuthority.none());
      assertRejected(
          verifier().verify(PlatformCertificate.read(DER), other.certificate(), EK),
          PlatformReason.Code.ISSUER_DIFFERS,
          PlatformReason.Code.SIGNATURE_INVALID);
      MadeAuthority namesake =
          MadeAuthority.root("CN=Elsewhere").authority("CN=Platform Maker", MadeAuthority.none());
      assertRejected(
          verifier().verify(PlatformCertificate.read(DER), namesake.certificate(), EK),
          PlatformReason.Code.ISSUER_NOT_TRUSTED,
          PlatformReason.Code.SIGNATURE_INVALID);
    }

    @Test
    void whatIsNotValidAtTheTime() {
      assertRejected(
          PlatformVerifier.of(
                  ChainVerifier.trusting(List.of(ROOT.certificate())).ignoringExpiry(),
                  Instant.parse("2041-01-01T00:00:00Z"))
              .verify(PlatformCertificate.read(DER), MAKER.certificate(), EK),
          PlatformReason.Code.NOT_VALID_NOW);
    }

    @Test
    void aCriticalExtensionThatNobodyUnderstands() throws Exception {
      X509v2AttributeCertificateBuilder builder = described(EK);
      builder.addExtension(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), true, DERNull.INSTANCE);
      assertRejected(
          verifier()
              .verify(PlatformCertificate.read(signed(builder, MAKER)), MAKER.certificate(), EK),
          PlatformReason.Code.CRITICAL_EXTENSION);
    }
  }
}
