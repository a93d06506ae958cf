package org.tssj.attest.identity.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.testing.MadeAuthority;
import org.tssj.core.Bytes;
import org.tssj.core.Family;

class EndorsementCertificateTest {

  private static final MadeAuthority MAKER = MadeAuthority.root("CN=Maker");
  private static final PublicKey KEY = MadeAuthority.ec().getPublic();

  // Typed by hand after X.690. GeneralNames with one directoryName: three parts of one attribute.
  private static final String THREE_PARTS =
      "303f a43d 303b"
          + " 3116 3014 0605678105 0201 0c0b 69643a3439343635383030"
          + " 310f 300d 0605678105 0202 0c04 534c4239"
          + " 3110 300e 0605678105 0203 0c05 69643a3037";

  // The same attributes in one part.
  private static final String ONE_PART =
      "303b a439 3037 3135"
          + " 300d 0605678105 0202 0c04 534c4239"
          + " 300e 0605678105 0203 0c05 69643a3037"
          + " 3014 0605678105 0201 0c0b 69643a3439343635383030";

  private static Bytes der(String hex) {
    return Bytes.hex(hex.replace(" ", ""));
  }

  private static EndorsementCertificate with(String oid, boolean critical, String value) {
    return EndorsementCertificate.of(
        MAKER.issue(
            "",
            KEY,
            builder ->
                builder.addExtension(
                    new Extension(new ASN1ObjectIdentifier(oid), critical, der(value).toArray()))));
  }

  @Test
  void theVectorsAreDer() throws Exception {
    for (String each : List.of(THREE_PARTS, ONE_PART)) {
      ASN1Primitive read = ASN1Primitive.fromByteArray(der(each).toArray());
      assertEquals(der(each), Bytes.wrap(read.getEncoded("DER")));
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void saysOfWhatTpmItIsWhereverTheAttributesStand(boolean critical) {
    Optional<TpmDescription> expected =
        Optional.of(new TpmDescription("id:49465800", "SLB9", "id:07"));

    assertEquals(expected, with("2.5.29.17", critical, THREE_PARTS).description());
    assertEquals(expected, with("2.5.29.17", critical, ONE_PART).description());
    EndorsementCertificate inSubject =
        EndorsementCertificate.of(
            MAKER.issue(
                "2.23.133.2.1=id:49465800,2.23.133.2.2=SLB9,2.23.133.2.3=id:07",
                KEY,
                MadeAuthority.none()));
    assertEquals(expected, inSubject.description());
    assertEquals("Infineon (id:49465800) SLB9 id:07", expected.get().toString());
  }

  @Test
  void saysWhichSpecificationTheTpmFollows() {
    EndorsementCertificate read =
        with("2.5.29.9", false, "3019 3017 0605678105 0210 310e 300c 0c03 322e30 020100 02020092");

    assertEquals("2.0 level 0 revision 146", read.specification().get().toString());
    assertEquals(Optional.of(Family.TPM20), read.family());
    assertEquals(List.of(), read.unread());
  }

  /** Tags as the specification has them, implicit, and as some makers write them, explicit. */
  @ParameterizedTest
  @CsvSource({
    "implicit, '0101ff 800100 810101 820102 a408 1603 313430 0a0102'",
    "explicit, '0101ff a0030a0100 a1030a0101 a2030a0102 a40a 3008 1603 313430 0a0102'"
  })
  void saysWhatIsSaidOfTheTpmsSecurity(String tags, String parts) {
    Bytes assertions = sequence("30", der(parts));
    Bytes attribute = sequence("30", der("0605678105 0212").concat(sequence("31", assertions)));
    EndorsementCertificate read = with("2.5.29.9", false, sequence("30", attribute).toHex());

    assertEquals(List.of(), read.unread(), tags);
    SecurityAssertions said = read.assertions().get();
    assertTrue(said.fieldUpgradable());
    assertEquals(Optional.of(SecurityAssertions.EkGeneration.INTERNAL), said.ekGeneration());
    assertEquals(
        Optional.of(SecurityAssertions.Place.PLATFORM_MANUFACTURER), said.ekGenerationPlace());
    assertEquals(
        Optional.of(SecurityAssertions.Place.EK_CERTIFICATE_SIGNER), said.ekCertificatePlace());
    assertEquals("FIPS 140 level 2", said.fips().get().toString());
  }

  private static Bytes sequence(String tag, Bytes content) {
    return Bytes.join(Bytes.hex(tag), Bytes.of((byte) content.length()), content);
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestHolds() {
    Bytes attribute = sequence("30", der("0605678105 0212 3103 020105"));
    EndorsementCertificate read = with("2.5.29.9", false, sequence("30", attribute).toHex());

    assertEquals(Optional.empty(), read.assertions());
    assertEquals(1, read.unread().size());
    assertTrue(
        read.unread().get(0).startsWith("tPMSecurityAssertions: must be as its specification"),
        read.unread().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "id:494E5443, Intel (id:494E5443), INTC",
        "id:49424d00, IBM (id:49424D00), IBM",
        "id:53544D20, STMicroelectronics (id:53544D20), STM",
        "id:00001014, IBM (software TPM) (id:00001014), ''",
        "id:58595A00, id:58595A00, XYZ",
        "INTC, none, none",
        "id:12345, none, none"
      })
  void manufacturersAreKnownByTheirNumber(String text, String words, String letters) {
    Optional<Manufacturer> found = Manufacturer.of(text);

    assertEquals(Optional.ofNullable(words), found.map(Manufacturer::toString));
    assertEquals(Optional.ofNullable(letters), found.map(Manufacturer::letters));
  }
}
