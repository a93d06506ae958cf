package org.tssj.attest.identity.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.asn1.TcgOid;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.chain.ChainVerifier;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.testing.MadeAuthority;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.protection.Credentials;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.template.EkTemplate;
import org.tssj.tpm20.template.Templates;

class RegistrarTest {

  private static final KeyPair EK = MadeAuthority.ec();
  private static final Public EK_AREA = filled(EkTemplate.L_2.template(), EK.getPublic());
  private static final Public AK_AREA =
      filled(Templates.attestationKeyEcc(), MadeAuthority.ec().getPublic());
  private static final MadeAuthority MAKER = MadeAuthority.root("CN=Maker");
  private static final Certificate CERTIFICATE =
      MAKER.issue(
          "CN=TPM",
          EK.getPublic(),
          MadeAuthority.with(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.getInstance(TcgOid.EK_CERTIFICATE))));
  private static final Registrar REGISTRAR =
      Registrar.trusting(
          ChainVerifier.trusting(List.of(MAKER.certificate()))
              .at(MadeAuthority.FROM.plusSeconds(1)));

  private static Public filled(Public template, PublicKey key) {
    return template.withUnique(
        PublicKeys.toTpm(key, AlgorithmId.SHA256, ObjectAttributes.DECRYPT).unique());
  }

  private static Public with(Public area, ObjectAttributes attributes) {
    return new Public(
        area.nameAlg(), attributes, area.authPolicy(), area.parameters(), area.unique());
  }

  private static RegistrationRequest request(AttestationPublicKey key, EndorsementKey ek) {
    return new RegistrationRequest(key, ek);
  }

  private static EndorsementKey ek(Public area) {
    return new EndorsementKey.Tpm20(area, Optional.of(CERTIFICATE.der()), Bytes.EMPTY);
  }

  private static AttestationPublicKey ak(Public area) {
    return new AttestationPublicKey.Tpm20(area);
  }

  @Test
  void theChallengeIsOpenedByTheEndorsementKeyForTheAttestationKeyAlone() {
    RegistrationVerdict verdict = REGISTRAR.challenge(request(ak(AK_AREA), ek(EK_AREA)));

    PendingRegistration pending =
        assertInstanceOf(RegistrationVerdict.Challenged.class, verdict, verdict::toString)
            .pending();
    ActivationChallenge.Tpm20 challenge = (ActivationChallenge.Tpm20) pending.challenge();
    AuthValue opened =
        Credentials.open(EK.getPrivate(), EK_AREA, AK_AREA.name(), challenge.credential());
    assertEquals(32, opened.length());
    assertEquals(AK_AREA.name(), pending.accept(opened).orElseThrow().name());
    assertEquals(Optional.empty(), pending.accept(AuthValue.zeros(32)));
    assertEquals(EK_AREA.name(), challenge.endorsementName());
  }

  @Test
  void everyChallengeHasItsOwnSecret() {
    assertNotEquals(secret(), secret());
  }

  private static AuthValue secret() {
    return ((RegistrationVerdict.Challenged) REGISTRAR.challenge(request(ak(AK_AREA), ek(EK_AREA))))
        .pending()
        .expected();
  }

  @Nested
  class Refuses {

    private void assertRefused(
        RegistrationReason.Code code, String words, RegistrationRequest request) {
      RegistrationVerdict verdict = REGISTRAR.challenge(request);
      RegistrationVerdict.Refused refused =
          assertInstanceOf(RegistrationVerdict.Refused.class, verdict);
      assertEquals(List.of(code), refused.codes(), refused::toString);
      assertTrue(refused.reasons().get(0).message().contains(words), refused::toString);
    }

    @ParameterizedTest
    @CsvSource({"restricted", "sign", "fixedTPM"})
    void anAttestationKeyWithoutAnAttributeThatMattersForQuotes(String which) {
      ObjectAttributes without =
          switch (which) {
            case "restricted" -> ObjectAttributes.RESTRICTED;
            case "sign" -> ObjectAttributes.SIGN_ENCRYPT;
            default -> ObjectAttributes.FIXED_TPM;
          };
      ObjectAttributes attributes = AK_AREA.objectAttributes().without(without);
      assertRefused(
          RegistrationReason.Code.ATTESTATION_KEY,
          "must be restricted, sign and fixedTPM",
          request(ak(with(AK_AREA, attributes)), ek(EK_AREA)));
    }

    @Test
    void anAttestationKeyThatWasDerived() {
      ObjectAttributes attributes =
          AK_AREA.objectAttributes().without(ObjectAttributes.SENSITIVE_DATA_ORIGIN);
      assertRefused(
          RegistrationReason.Code.ATTESTATION_KEY,
          "sensitiveDataOrigin",
          request(ak(with(AK_AREA, attributes)), ek(EK_AREA)));
    }

    @Test
    void anAttestationKeyThatIsOnlyNumbers() {
      assertRefused(
          RegistrationReason.Code.ATTESTATION_KEY,
          "without the TPM's own description",
          request(new AttestationPublicKey.Plain(EK.getPublic()), ek(EK_AREA)));
    }

    @Test
    void anEndorsementKeyThatIsNotBoundToItsTpm() {
      ObjectAttributes attributes = EK_AREA.objectAttributes().without(ObjectAttributes.FIXED_TPM);
      assertRefused(
          RegistrationReason.Code.ENDORSEMENT_KEY,
          "must be fixedTPM, fixedParent, restricted and decrypt",
          request(ak(AK_AREA), ek(with(EK_AREA, attributes))));
    }

    @Test
    void anEndorsementKeyOffItsCurve() {
      Bytes one = Bytes.zeros(31).concat(Bytes.hex("01"));
      Public off = EK_AREA.withUnique(new EccPoint(one, one));
      assertRefused(
          RegistrationReason.Code.ENDORSEMENT_KEY, "not on", request(ak(AK_AREA), ek(off)));
    }

    @Test
    void aCertificateOfAnotherKey() {
      assertRefused(
          RegistrationReason.Code.CERTIFICATE_FOR_OTHER_KEY,
          "for another key",
          request(
              ak(AK_AREA), ek(filled(EkTemplate.L_2.template(), MadeAuthority.ec().getPublic()))));
    }

    @Test
    void aCertificateOfAnotherMaker() {
      Certificate foreign =
          MadeAuthority.root("CN=Maker").issue("CN=TPM", EK.getPublic(), MadeAuthority.none());
      assertRefused(
          RegistrationReason.Code.CERTIFICATE_NOT_TRUSTED,
          "SIGNATURE_INVALID",
          request(
              ak(AK_AREA),
              new EndorsementKey.Tpm20(EK_AREA, Optional.of(foreign.der()), Bytes.EMPTY)));
    }

    @Test
    void aCertificateThatIsNone() {
      assertRefused(
          RegistrationReason.Code.CERTIFICATE_MALFORMED,
          "must be a certificate",
          request(
              ak(AK_AREA),
              new EndorsementKey.Tpm20(EK_AREA, Optional.of(Bytes.zeros(9)), Bytes.EMPTY)));
    }

    @Test
    void noCertificateAtAll() {
      assertRefused(
          RegistrationReason.Code.ENDORSEMENT_KEY_UNKNOWN,
          "without a certificate",
          request(ak(AK_AREA), new EndorsementKey.Tpm20(EK_AREA, Optional.empty(), Bytes.EMPTY)));
    }
  }

  @Nested
  class OnPaper {

    @Test
    void aRequestComesBackAsItWas() {
      RegistrationRequest request = request(ak(AK_AREA), ek(EK_AREA));

      assertEquals(
          request, RegistrationFile.readRequest(Bytes.utf8(RegistrationFile.write(request))));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{}|registration request",
          "[]|must be an object",
          "{'type':'tssj-ak-challenge','version':1,'family':'2.0'}|must be tssj-ak-request",
          "{'type':'tssj-ak-request','version':2,'family':'2.0'}|must be 1",
          "{'type':'tssj-ak-request','version':1,'family':'3.0','attestationKey':'','endorsementKey':''}|must be 1.2 or 2.0",
          "{'type':'tssj-ak-request','version':1,'family':'2.0','attestationKey':'zz','endorsementKey':''}|hexadecimal",
          "{'type':'tssj-ak-request','version':1,'family':'2.0','attestationKey':'00','endorsementKey':'00'}|needs",
          "{'type':'tssj-ak-request','version':1,'family':'2.0','attestationKey':'','endorsementKey':'','more':''}|more"
        })
    void whatIsNoRequestIsRefused(String text, String words) {
      WireException refused =
          assertThrows(
              WireException.class,
              () -> RegistrationFile.readRequest(Bytes.utf8(text.replace('\'', '"'))));
      assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }
  }
}
