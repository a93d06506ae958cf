package org.tssj.attest.identity.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.Signature;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.crypto.BouncyCastle;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.MadeAuthority;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class CertificateTest {

  private static final MadeAuthority ROOT = MadeAuthority.root("CN=Root");
  private static final Bytes DER = ROOT.certificate().der();

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "ff", "0000000000", "ffffffffffffffff"})
  void isReadWithPaddingBehindIt(String padding) {
    assertEquals(DER, Certificate.read(DER.concat(Bytes.hex(padding))).der());
  }

  @Test
  void isReadBehindTheHeaderOfATpm12() {
    Bytes size = Bytes.of((byte) ((DER.length() + 2) >> 8), (byte) (DER.length() + 2));
    Bytes stored = Bytes.join(Bytes.hex("100100"), size, Bytes.hex("1002"), DER);

    assertEquals(DER, Certificate.read(stored).der());
    assertEquals(DER, Certificate.read(stored.concat(Bytes.hex("ff".repeat(300)))).der());
  }

  @Test
  void isReadFromPemWithTextAroundIt() {
    String pem = ROOT.certificate().pem();

    assertTrue(pem.startsWith("-----BEGIN CERTIFICATE-----\n"), pem);
    assertEquals(DER, Certificate.read(Bytes.utf8("subject=CN = Root\n" + pem + "\n")).der());
  }

  @Test
  void aChainIsReadFromPemAndFromDerOneBehindTheOther() {
    Certificate other = ROOT.authority("CN=Other", 0).certificate();
    List<Certificate> both = List.of(ROOT.certificate(), other);

    assertEquals(both, Certificate.readAll(Bytes.utf8(both.get(0).pem() + both.get(1).pem())));
    assertEquals(
        both, Certificate.readAll(Bytes.join(DER, other.der(), Bytes.hex("00".repeat(40)))));
  }

  /**
   * Nuvoton's certificates have the members of a SET in another order than DER wants. Whoever
   * writes them again before the signature is checked finds it wrong.
   */
  @Test
  void theSignatureIsOverTheOctetsThatCameAlsoWhereTheyAreNotDer() throws Exception {
    KeyPair keys = MadeAuthority.ec();
    AlgorithmIdentifier ecdsa = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    DLSequence attributes =
        new DLSequence(
            new DLSet(
                new ASN1Encodable[] {
                  attribute("2.23.133.2.3", "id:0013"),
                  attribute("2.23.133.2.2", "NPCT75x"),
                  attribute("2.23.133.2.1", "id:4E544300")
                }));
    Bytes names =
        Bytes.wrap(new DLSequence(new DLTaggedObject(true, 4, attributes)).getEncoded("DL"));
    ASN1EncodableVector content = new ASN1EncodableVector();
    content.add(new DERTaggedObject(true, 0, new ASN1Integer(2)));
    content.add(new ASN1Integer(7));
    content.add(ecdsa);
    content.add(new X500Name("CN=Maker"));
    content.add(
        new DERSequence(
            new ASN1Encodable[] {
              new Time(Date.from(MadeAuthority.FROM)), new Time(Date.from(MadeAuthority.UNTIL))
            }));
    content.add(
        new DLSequence(
            new DLSet(
                new ASN1Encodable[] {attribute("2.5.4.10", "Z"), attribute("2.5.4.3", "A")})));
    content.add(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
    content.add(
        new DERTaggedObject(
            true,
            3,
            new DERSequence(
                new DERSequence(
                    new ASN1Encodable[] {
                      new ASN1ObjectIdentifier("2.5.29.17"), new DEROctetString(names.toArray())
                    }))));
    byte[] signed = new DLSequence(content).getEncoded("DL");
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(keys.getPrivate());
    signer.update(signed);
    ASN1EncodableVector whole = new ASN1EncodableVector();
    whole.add(ASN1Primitive.fromByteArray(signed));
    whole.add(ecdsa);
    whole.add(new DERBitString(signer.sign()));
    byte[] octets = new DLSequence(whole).getEncoded("DL");
    assertFalse(
        new X509CertificateHolder(octets)
            .isSignatureValid(
                new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.provider())
                    .build(keys.getPublic())),
        "a certificate in DER shows nothing here");

    EndorsementCertificate read = EndorsementCertificate.read(Bytes.wrap(octets));

    assertTrue(read.certificate().isSignedBy(keys.getPublic()));
    assertEquals(
        "Nuvoton Technology (id:4E544300) NPCT75x id:0013", read.description().get().toString());
  }

  private static DERSequence attribute(String oid, String value) {
    return new DERSequence(
        new ASN1Encodable[] {new ASN1ObjectIdentifier(oid), new DERUTF8String(value)});
  }

  @Test
  void aChangedOctetIsNeverSignedByTheIssuer() {
    Bytes der = ROOT.authority("CN=Below", 0).certificate().der();
    Changed.everyByte(der)
        .forEach(
            changed -> {
              try {
                assertFalse(Certificate.read(changed).isSignedBy(ROOT.keys().getPublic()));
              } catch (WireException refused) {
                assertTrue(refused.getMessage().contains("certificate"), refused.getMessage());
              }
            });
  }

  @Test
  void whateverComesIsReadOrRefused() {
    Mutations.of(
        DER,
        1,
        5000,
        octets -> {
          try {
            EndorsementCertificate read = EndorsementCertificate.read(octets);
            assertTrue(read.certificate().toString().length() > 0);
          } catch (WireException refused) {
            assertTrue(refused.getMessage().contains("certificate"), refused.getMessage());
          }
        });
  }

  @Nested
  class Refuses {

    private void assertRefused(Bytes octets, String message) {
      WireException refused = assertThrows(WireException.class, () -> Certificate.readAll(octets));
      assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
      "'', 'must be a certificate in DER, in PEM or as NV storage holds it, was empty'",
      "00000000, 'must be a certificate in DER, in PEM or as NV storage holds it, was 00000000'",
      "ffffff, 'must be a certificate in DER, in PEM or as NV storage holds it, was ffffff'",
      "8899, 'must be a certificate in DER, in PEM or as NV storage holds it, was 0x88'",
      "10010104641002, 'TCG_PCCLIENT_STORED_CERT.certType: must be TCG_FULL_CERT (0)'",
      "10010004641003, 'TCG_FULL_CERT.tag: must be TCG_TAG_PCCLIENT_FULL_CERT (0x1002)'",
      "3082ffff00, 'must hold the whole element of 65535 bytes'"
    })
    void whatIsNone(String octets, String message) {
      assertRefused(Bytes.hex(octets), message);
    }

    @Test
    void octetsBehindItThatAreNoPadding() {
      assertRefused(
          DER.concat(Bytes.hex("0001")), "only padding, 0x00 or 0xff, may follow a certificate");
    }

    @Test
    void textWithoutACertificateInIt() {
      assertRefused(
          Bytes.utf8("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"),
          "must be a certificate");
      assertRefused(Bytes.utf8("not a certificate"), "must be a certificate");
    }

    @Test
    void nestingThatNoParserComesBackFrom() {
      Bytes deep = Bytes.EMPTY;
      StringBuilder headers = new StringBuilder();
      for (int level = 4000; level > 0; level--) {
        headers.append(String.format("3182%04x", 4 * (level - 1)));
      }
      deep = Bytes.hex(headers.toString());
      Bytes length = Bytes.of((byte) (deep.length() >> 8), (byte) deep.length());
      assertRefused(Bytes.join(Bytes.hex("3082"), length, deep), "must be nested 32 deep at most");
    }

    @Test
    void oneThatIsLargerThanAny() {
      Bytes content = Bytes.zeros(70000);
      assertRefused(Bytes.hex("3083011170").concat(content), "must have at most 65536 bytes");
    }

    @Test
    void severalWhereOneIsMeant() {
      WireException refused =
          assertThrows(WireException.class, () -> Certificate.read(DER.concat(DER)));
      assertEquals(
          "certificate: must be one certificate, was 2 of them at offset 0x0000",
          refused.getMessage());
    }
  }
}
