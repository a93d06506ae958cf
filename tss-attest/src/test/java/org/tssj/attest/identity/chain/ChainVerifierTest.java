package org.tssj.attest.identity.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.testing.MadeAuthority;
import org.tssj.attest.testing.MadeAuthority.Extensions;
import org.tssj.core.Bytes;

class ChainVerifierTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final MadeAuthority ROOT = MadeAuthority.root("CN=Root");
  private static final MadeAuthority MIDDLE = ROOT.authority("CN=Middle", 0);
  private static final PublicKey KEY = MadeAuthority.ec().getPublic();

  private static final Extensions SAN =
      MadeAuthority.with(
          Extension.subjectAlternativeName,
          true,
          new GeneralNames(
              new GeneralName(new X500Name("2.23.133.2.1=id:49465800,2.23.133.2.2=SLB9670"))));

  private static Extensions purpose(String oid) {
    return MadeAuthority.with(
        Extension.extendedKeyUsage,
        true,
        new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid))));
  }

  private static final Extensions EK = MadeAuthority.all(SAN, purpose("2.23.133.8.1"));

  private static final ChainVerifier VERIFIER =
      ChainVerifier.trusting(List.of(ROOT.certificate()))
          .withIntermediates(List.of(MIDDLE.certificate()))
          .at(NOW);

  private static ChainVerdict.Trusted assertTrusted(ChainVerdict verdict) {
    return assertInstanceOf(ChainVerdict.Trusted.class, verdict);
  }

  private static ChainVerdict.Rejected assertRejected(
      ChainVerdict verdict, ChainReason.Code... codes) {
    ChainVerdict.Rejected rejected = assertInstanceOf(ChainVerdict.Rejected.class, verdict);
    assertEquals(List.of(codes), rejected.codes(), rejected::toString);
    return rejected;
  }

  @Test
  void anEndorsementCertificateWithACriticalSubjectAltNameLeadsToTheRoot() {
    Certificate ek = MIDDLE.issue("", KEY, EK);

    ChainVerdict.Trusted trusted = assertTrusted(VERIFIER.verify(ek, Purpose.ENDORSEMENT));

    assertEquals(List.of(ek, MIDDLE.certificate(), ROOT.certificate()), trusted.path());
  }

  @Test
  void ofTwoIssuersOfOneNameTheOneThatSignedIsTaken() {
    List<Certificate> namesakes = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      namesakes.add(MadeAuthority.root("CN=Middle").certificate());
    }
    ChainVerifier verifier =
        ChainVerifier.trusting(List.of(ROOT.certificate()))
            .withIntermediates(namesakes)
            .withIntermediates(List.of(MIDDLE.certificate()))
            .at(NOW);

    assertTrusted(verifier.verify(MIDDLE.issue("", KEY, EK), Purpose.ENDORSEMENT));
  }

  @Test
  void aRootThatIsAskedAboutIsItsOwnPath() {
    assertEquals(
        List.of(ROOT.certificate()),
        assertTrusted(VERIFIER.verify(ROOT.certificate(), Purpose.AUTHORITY)).path());
  }

  @Test
  void aCertificateThatHasEndedCountsWhereThatIsAllowed() {
    ChainVerdict.Trusted trusted =
        assertTrusted(
            VERIFIER
                .at(Instant.parse("2041-01-01T00:00:00Z"))
                .ignoringExpiry()
                .verify(MIDDLE.issue("", KEY, EK), Purpose.ENDORSEMENT));

    assertEquals(
        3, trusted.advice().stream().filter(a -> a.code() == ChainAdvice.Code.EXPIRED).count());
  }

  @Nested
  class Rejects {

    private ChainVerdict ek(ChainVerifier verifier) {
      return verifier.verify(MIDDLE.issue("", KEY, EK), Purpose.ENDORSEMENT);
    }

    @Test
    void aCertificateThatIsNotValidAtTheTime() {
      assertRejected(
          ek(VERIFIER.at(Instant.parse("2041-01-01T00:00:00Z"))),
          ChainReason.Code.EXPIRED,
          ChainReason.Code.EXPIRED,
          ChainReason.Code.EXPIRED);
      assertRejected(
          ek(VERIFIER.at(Instant.parse("2019-12-31T23:59:59Z"))),
          ChainReason.Code.NOT_YET_VALID,
          ChainReason.Code.NOT_YET_VALID,
          ChainReason.Code.NOT_YET_VALID);
    }

    @Test
    void anIssuerThatWasNotGivenAndSaysWhereItCanBeGot() {
      Certificate ek =
          MIDDLE.issue(
              "",
              KEY,
              MadeAuthority.all(
                  EK,
                  MadeAuthority.with(
                      Extension.authorityInfoAccess,
                      false,
                      new AuthorityInformationAccess(
                          AccessDescription.id_ad_caIssuers,
                          new GeneralName(
                              GeneralName.uniformResourceIdentifier,
                              "http://maker.example/middle.crt")))));

      ChainVerdict.Rejected rejected =
          assertRejected(
              ChainVerifier.trusting(List.of(ROOT.certificate()))
                  .at(NOW)
                  .verify(ek, Purpose.ENDORSEMENT),
              ChainReason.Code.ISSUER_UNKNOWN);

      assertEquals(List.of("http://maker.example/middle.crt"), rejected.addresses());
    }

    @Test
    void anAuthorityThatOnlyHasTheNameOfTheIssuer() {
      MadeAuthority impostor = ROOT.authority("CN=Middle", 0);
      assertRejected(
          VERIFIER.verify(impostor.issue("", KEY, EK), Purpose.ENDORSEMENT),
          ChainReason.Code.SIGNATURE_INVALID);
    }

    @Test
    void anotherRoot() {
      assertRejected(
          ek(
              ChainVerifier.trusting(List.of(MadeAuthority.root("CN=Root").certificate()))
                  .withIntermediates(List.of(MIDDLE.certificate()))
                  .at(NOW)),
          ChainReason.Code.SIGNATURE_INVALID);
    }

    @Test
    void anIssuerThatIsNoAuthority() {
      MadeAuthority none = ROOT.authority("CN=None", EK);
      assertRejected(
          VERIFIER
              .withIntermediates(List.of(none.certificate()))
              .verify(none.issue("", KEY, EK), Purpose.ENDORSEMENT),
          ChainReason.Code.ISSUER_NOT_AN_AUTHORITY);
    }

    @Test
    void anIssuerWhoseKeyMayNotSignCertificates() {
      MadeAuthority other =
          ROOT.authority(
              "CN=Other",
              MadeAuthority.all(
                  MadeAuthority.with(Extension.basicConstraints, true, new BasicConstraints(true)),
                  MadeAuthority.with(
                      Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))));
      assertRejected(
          VERIFIER
              .withIntermediates(List.of(other.certificate()))
              .verify(other.issue("", KEY, EK), Purpose.ENDORSEMENT),
          ChainReason.Code.KEY_USAGE);
    }

    @Test
    void moreAuthoritiesThanOneOfThemAllows() {
      MadeAuthority below = MIDDLE.authority("CN=Below", -1);
      assertRejected(
          VERIFIER
              .withIntermediates(List.of(below.certificate()))
              .verify(below.issue("", KEY, EK), Purpose.ENDORSEMENT),
          ChainReason.Code.PATH_TOO_LONG);
    }

    @Test
    void aPathThatIsLongerThanAny() {
      MadeAuthority last = ROOT;
      List<Certificate> all = new ArrayList<>();
      for (int k = 0; k < 12; k++) {
        last = last.authority("CN=" + k, -1);
        all.add(last.certificate());
      }
      assertRejected(
          VERIFIER.withIntermediates(all).verify(last.issue("", KEY, EK), Purpose.ENDORSEMENT),
          ChainReason.Code.PATH_TOO_LONG);
    }

    @Test
    void aMazeOfCertificatesWithoutLosingItself() {
      // Twenty authorities of one name and key, every one of them issued by each of the others.
      MadeAuthority maze = MadeAuthority.root("CN=Maze");
      List<Certificate> all = new ArrayList<>();
      for (int k = 0; k < 20; k++) {
        all.add(
            maze.issue(
                "CN=Maze",
                maze.keys().getPublic(),
                MadeAuthority.with(Extension.basicConstraints, true, new BasicConstraints(true))));
      }
      ChainVerdict verdict =
          VERIFIER.withIntermediates(all).verify(maze.issue("", KEY, EK), Purpose.ENDORSEMENT);
      assertInstanceOf(ChainVerdict.Rejected.class, verdict);
    }

    @Test
    void aCertificateForSomethingElse() {
      assertRejected(
          VERIFIER.verify(MIDDLE.issue("", KEY, purpose("2.23.133.8.3")), Purpose.ENDORSEMENT),
          ChainReason.Code.PURPOSE_DIFFERS);
      assertRejected(
          VERIFIER.verify(
              MIDDLE.issue(
                  "",
                  KEY,
                  MadeAuthority.all(
                      EK,
                      MadeAuthority.with(
                          Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)))),
              Purpose.ENDORSEMENT),
          ChainReason.Code.KEY_USAGE);
      assertRejected(
          VERIFIER.verify(MIDDLE.certificate(), Purpose.ATTESTATION),
          ChainReason.Code.IS_AN_AUTHORITY,
          ChainReason.Code.KEY_USAGE);
    }

    @Test
    void aCriticalExtensionThatNobodyUnderstandsByItsName() {
      ChainVerdict.Rejected named =
          assertRejected(
              VERIFIER.verify(
                  MIDDLE.issue(
                      "",
                      KEY,
                      MadeAuthority.all(
                          EK,
                          MadeAuthority.with(Extension.policyConstraints, true, DERNull.INSTANCE))),
                  Purpose.ENDORSEMENT),
              ChainReason.Code.CRITICAL_EXTENSION);
      assertTrue(
          named.reasons().get(0).message().contains("the critical extension policyConstraints"),
          named::toString);
      assertTrusted(
          VERIFIER.verify(
              MIDDLE.issue(
                  "",
                  KEY,
                  MadeAuthority.all(
                      EK,
                      MadeAuthority.with(
                          new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"),
                          false,
                          DERNull.INSTANCE))),
              Purpose.ENDORSEMENT));
    }

    @Test
    void anExtensionThatIsNonsense() {
      assertRejected(
          VERIFIER.verify(
              MIDDLE.issue(
                  "",
                  KEY,
                  MadeAuthority.all(
                      SAN, MadeAuthority.with(Extension.extendedKeyUsage, true, DERNull.INSTANCE))),
              Purpose.ENDORSEMENT),
          ChainReason.Code.MALFORMED);
    }

    @Test
    void aKeyThatIsTooShort() {
      assertRejected(
          VERIFIER.verify(
              MIDDLE.issue("", MadeAuthority.rsa(1024).getPublic(), EK), Purpose.ENDORSEMENT),
          ChainReason.Code.KEY_WEAK);
    }
  }

  @Nested
  class RevocationLists {

    private final Certificate ek = MIDDLE.issue("", KEY, EK);
    private final Instant before = NOW.minusSeconds(3600);
    private final Instant after = NOW.plusSeconds(3600);

    private ChainVerifier with(Bytes... lists) {
      return VERIFIER.withRevocationLists(
          List.of(lists).stream().map(RevocationList::read).toList());
    }

    private List<ChainAdvice.Code> advice(ChainVerifier verifier) {
      return assertTrusted(verifier.verify(ek, Purpose.ENDORSEMENT)).advice().stream()
          .map(ChainAdvice::code)
          .toList();
    }

    private final Bytes clean = MIDDLE.revocationList(before, after);
    private final Bytes ofRoot = ROOT.revocationList(before, after);

    @Test
    void thatNameNobodyLeaveNoDoubt() {
      assertEquals(List.of(), advice(with(clean, ofRoot).requiringRevocationLists()));
    }

    @Test
    void thatNameTheCertificateRevokeIt() {
      assertRejected(
          with(MIDDLE.revocationList(before, after, ek)).verify(ek, Purpose.ENDORSEMENT),
          ChainReason.Code.REVOKED);
      assertRejected(
          with(ROOT.revocationList(before, after, MIDDLE.certificate()))
              .verify(ek, Purpose.ENDORSEMENT),
          ChainReason.Code.REVOKED);
      assertRejected(
          with(MIDDLE.revocationList(before.minusSeconds(9999), before, ek))
              .verify(ek, Purpose.ENDORSEMENT),
          ChainReason.Code.REVOKED);
    }

    @Test
    void thatAreOldOrOfSomebodyElseAreSaidAndPassedOver() {
      Bytes old = MIDDLE.revocationList(before.minusSeconds(9999), before);
      Bytes foreign = MadeAuthority.root("CN=Middle").revocationList(before, after, ek);

      assertEquals(
          List.of(
              ChainAdvice.Code.REVOCATION_LIST_UNUSED,
              ChainAdvice.Code.REVOCATION_LIST_UNUSED,
              ChainAdvice.Code.REVOCATION_UNKNOWN,
              ChainAdvice.Code.REVOCATION_UNKNOWN),
          advice(with(old, foreign)));
      assertRejected(
          with(old, ofRoot).requiringRevocationLists().verify(ek, Purpose.ENDORSEMENT),
          ChainReason.Code.REVOCATION_UNKNOWN);
    }
  }
}
