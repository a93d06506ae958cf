package org.tssj.simulator.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.attest.Verdict;
import org.tssj.attest.identity.ca.AttestationCa;
import org.tssj.attest.identity.ca.IdentityVerdict;
import org.tssj.attest.identity.ca.Validity;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.DistinguishedName;
import org.tssj.attest.identity.certificate.EndorsementCertificate;
import org.tssj.attest.identity.chain.ChainVerdict;
import org.tssj.attest.identity.chain.ChainVerifier;
import org.tssj.attest.identity.chain.Purpose;
import org.tssj.attest.identity.registration.ActivationChallenge;
import org.tssj.attest.identity.registration.EndorsementKey;
import org.tssj.attest.identity.registration.PendingRegistration;
import org.tssj.attest.identity.registration.RegisteredKey;
import org.tssj.attest.identity.registration.Registrar;
import org.tssj.attest.identity.registration.RegistrationFile;
import org.tssj.attest.identity.registration.RegistrationReason;
import org.tssj.attest.identity.registration.RegistrationRequest;
import org.tssj.attest.identity.registration.RegistrationVerdict;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.Quote;
import org.tssj.core.TpmResponseException;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm.AttestationKeyOptions;
import org.tssj.tpm.KeyKind;
import org.tssj.tpm.KeySecrets;
import org.tssj.tpm.OwnerSecrets;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.LoadedKey;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.identity.ActivateIdentity;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.identity.IdentityRequest;
import org.tssj.tpm12.identity.PrivacyCa;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.identity.IdentityReq;
import org.tssj.tpm12.structure.identity.SymCaAttestation;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.SymmetricKey;
import org.tssj.tpm20.command.object.MakeCredential;

/** An attestation key from its making to its certificate, on TPMs of both families. */
@NeedsLibrary("libtpms.so.0")
@NeedsProgram({"swtpm_setup", "swtpm_localca", "openssl"})
class RegistrationTest {

  private static final AuthValue OWNER = AuthValue.utf8("owner");

  @TempDir private Path folder;

  private ManufacturedTpm make(String name, Family family) throws Exception {
    ManufacturedTpm made = ManufacturedTpm.make(folder, name, family);
    try (Tpm tpm = Tpm.open(made.connection())) {
      tpm.takeOwnership(OwnerSecrets.of(OWNER));
    }
    return made;
  }

  private static ChainVerifier makers(ManufacturedTpm tpm) throws Exception {
    return ChainVerifier.trusting(List.of(Certificate.read(ManufacturedTpm.read(tpm.root()))))
        .withIntermediates(List.of(Certificate.read(ManufacturedTpm.read(tpm.issuer()))));
  }

  private static AttestationKey key(Tpm tpm) throws Exception {
    AttestationKeyOptions options = AttestationKeyOptions.ownedBy(OWNER);
    return tpm.createAttestationKey(
        tpm.family() == Family.TPM20 ? options.kind(KeyKind.ECC_P256) : options);
  }

  /** What a machine sends, after a journey as text. */
  private static RegistrationRequest request(AttestationKey key, EndorsementKey endorsement) {
    String text = RegistrationFile.write(new RegistrationRequest(key.forVerifiers(), endorsement));
    return RegistrationFile.readRequest(Bytes.utf8(text));
  }

  private static ActivationChallenge sent(ActivationChallenge challenge) {
    return RegistrationFile.readChallenge(Bytes.utf8(RegistrationFile.write(challenge)));
  }

  private static PendingRegistration pending(Registrar registrar, RegistrationRequest request) {
    RegistrationVerdict verdict = registrar.challenge(request);
    return assertInstanceOf(RegistrationVerdict.Challenged.class, verdict, verdict::toString)
        .pending();
  }

  private static AuthValue activate(Tpm tpm, AttestationKey key, ActivationChallenge challenge)
      throws Exception {
    AuthValue answer = tpm.activate(key, KeySecrets.NONE, OWNER, sent(challenge));
    String text = RegistrationFile.writeAnswer(tpm.family().version(), answer);
    return RegistrationFile.readAnswer(Bytes.utf8(text));
  }

  private static AttestationCa authority(String kind, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(bits);
    return AttestationCa.create(
        DistinguishedName.parse("CN=Attestation CA,O=Example"),
        generator.generateKeyPair(),
        Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(30)));
  }

  private static Validity aDay() {
    return Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(1));
  }

  private void assertAcceptedByOpenssl(AttestationCa ca, Certificate certificate) throws Exception {
    Files.writeString(folder.resolve("root.pem"), ca.certificate().pem());
    Files.writeString(folder.resolve("ak.pem"), certificate.pem());
    Process process =
        new ProcessBuilder("openssl", "verify", "-x509_strict", "-CAfile", "root.pem", "ak.pem")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), said);
    assertEquals("ak.pem: OK\n", said);
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void theMakersCertificateLeadsToAQuoteThatIsTrusted(Family family) throws Exception {
    ManufacturedTpm made = make("tpm", family);
    Registrar registrar = Registrar.trusting(makers(made));
    try (Tpm tpm = Tpm.open(made.connection())) {
      AttestationKey ak = key(tpm);
      for (EndorsementKey endorsement : tpm.endorsementKeys(OWNER)) {
        PendingRegistration pending = pending(registrar, request(ak, endorsement));
        RegisteredKey registered =
            pending.accept(activate(tpm, ak, pending.challenge())).orElseThrow();

        EndorsementCertificate certificate = registered.certificate().orElseThrow();
        assertEquals("swtpm", certificate.description().get().model());
        assertEquals(Optional.of(family), certificate.family());
        assertEquals(List.of(), certificate.unread());
        Bytes nonce = Bytes.hex("00112233445566778899aabbccddeeff00112233");
        Bank bank = family == Family.TPM20 ? Bank.SHA256 : Bank.SHA1;
        Quote quote = tpm.quote(ak, KeySecrets.NONE, nonce, bank, 16);
        assertInstanceOf(
            Verdict.Trusted.class, QuoteVerifier.of(registered.key(), nonce).verify(quote));

        AttestationCa ca = authority("EC", 256);
        Certificate issued = ca.certify(registered, aDay());
        assertInstanceOf(
            ChainVerdict.Trusted.class,
            ChainVerifier.trusting(List.of(ca.certificate())).verify(issued, Purpose.ATTESTATION));
        assertEquals(certificate.description(), EndorsementCertificate.of(issued).description());
        assertAcceptedByOpenssl(ca, issued);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void anEndorsementKeyWithoutCertificateIsRegisteredWhereItIsKnown(Family family)
      throws Exception {
    try (Tpm tpm = Tpm.open("libtpms:family=" + family.version())) {
      tpm.takeOwnership(OwnerSecrets.of(OWNER));
      AttestationKey ak = key(tpm);
      EndorsementKey endorsement = tpm.endorsementKeys(OWNER).get(0);
      assertEquals(Optional.empty(), endorsement.certificate());
      RegistrationVerdict unknown =
          Registrar.knowing(List.of()).challenge(request(ak, endorsement));
      assertEquals(
          List.of(RegistrationReason.Code.ENDORSEMENT_KEY_UNKNOWN),
          assertInstanceOf(RegistrationVerdict.Refused.class, unknown).codes());

      PendingRegistration pending =
          pending(Registrar.knowing(List.of(endorsement.publicKey())), request(ak, endorsement));

      AuthValue answer = activate(tpm, ak, pending.challenge());
      assertTrue(pending.accept(answer).isPresent());
      assertEquals(Optional.empty(), pending.accept(AuthValue.zeros(32)));
      assertEquals(Optional.empty(), pending.accept(AuthValue.EMPTY));
      AttestationCa ca = authority("EC", 256);
      assertAcceptedByOpenssl(ca, ca.certify(pending.key(), aDay()));
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void noOtherKeyNoOtherTpmAndNoChangeIsAnswered(Family family) throws Exception {
    ManufacturedTpm one = make("one", family);
    ManufacturedTpm two = make("two", family);
    Registrar registrar = Registrar.trusting(makers(one));
    ActivationChallenge ofOne;
    EndorsementKey endorsementOfOne;
    AttestationKey ak;
    try (Tpm tpm = Tpm.open(one.connection())) {
      ak = key(tpm);
      endorsementOfOne = tpm.endorsementKeys(OWNER).get(0);
      ofOne = pending(registrar, request(ak, endorsementOfOne)).challenge();
      AttestationKey otherKey = key(tpm);
      assertThrows(TpmResponseException.class, () -> activate(tpm, otherKey, ofOne));
      for (ActivationChallenge changed : changed(ofOne)) {
        assertThrows(TpmResponseException.class, () -> activate(tpm, ak, changed));
      }
    }
    try (Tpm tpm = Tpm.open(two.connection())) {
      AttestationKey ownKey = key(tpm);
      EndorsementKey own = tpm.endorsementKeys(OWNER).get(0);
      // The challenge for this TPM's key with that TPM's endorsement key, and the other way round.
      ActivationChallenge mixed = pending(registrar, request(ownKey, endorsementOfOne)).challenge();
      if (family == Family.TPM12) {
        assertThrows(TpmResponseException.class, () -> activate(tpm, ownKey, mixed));
      } else {
        assertThrows(IllegalStateException.class, () -> activate(tpm, ownKey, mixed));
        ActivationChallenge.Tpm20 forged =
            new ActivationChallenge.Tpm20(
                ((EndorsementKey.Tpm20) own).publicArea().name(),
                ((ActivationChallenge.Tpm20) mixed).credential());
        assertThrows(TpmResponseException.class, () -> activate(tpm, ownKey, forged));
      }
      assertEquals(
          List.of(RegistrationReason.Code.CERTIFICATE_FOR_OTHER_KEY),
          assertInstanceOf(
                  RegistrationVerdict.Refused.class,
                  registrar.challenge(request(ownKey, withCertificate(own, endorsementOfOne))))
              .codes());
    }
  }

  private static EndorsementKey withCertificate(EndorsementKey key, EndorsementKey other) {
    return key instanceof EndorsementKey.Tpm20 tpm20
        ? new EndorsementKey.Tpm20(tpm20.publicArea(), other.certificate(), other.issuers())
        : new EndorsementKey.Tpm12(((EndorsementKey.Tpm12) key).pubKey(), other.certificate());
  }

  private static List<ActivationChallenge> changed(ActivationChallenge challenge) {
    if (challenge instanceof ActivationChallenge.Tpm20 tpm20) {
      MakeCredential.Response made = tpm20.credential();
      return List.of(
          new ActivationChallenge.Tpm20(
              tpm20.endorsementName(),
              new MakeCredential.Response(turned(made.credentialBlob()), made.secret())),
          new ActivationChallenge.Tpm20(
              tpm20.endorsementName(),
              new MakeCredential.Response(made.credentialBlob(), turned(made.secret()))));
    }
    PrivacyCa.Answer answer = ((ActivationChallenge.Tpm12) challenge).answer();
    return List.of(
        new ActivationChallenge.Tpm12(
            new PrivacyCa.Answer(turned(answer.asymBlob()), answer.attestation())));
  }

  private static Bytes turned(Bytes octets) {
    byte[] changed = octets.toArray();
    changed[changed.length - 1] ^= 1;
    return Bytes.wrap(changed);
  }

  /** The whole protocol of TPM 1.2, in which the certificate itself is what only one TPM reads. */
  @Test
  void aPrivacyCaAnswersAnIdentityRequestWithACertificate() throws Exception {
    ManufacturedTpm made = make("tpm", Family.TPM12);
    Registrar registrar = Registrar.trusting(makers(made));
    AttestationCa ca = authority("RSA", 2048);
    Bytes label = Bytes.utf8("our machine");
    try (Tpm opened = Tpm.open(made.connection())) {
      Tpm12 tpm = opened.tpm12().orElseThrow();
      AuthValue owner = AuthValue.wrap(Bank.SHA1.digest().digest(OWNER.toArray()));
      MakeIdentity.Response identity;
      Key template =
          Key.template(
              KeyUsage.IDENTITY, KeyFlags.NONE, AuthDataUsage.NEVER, KeyParms.signing(2048));
      try (Session session = tpm.osap(Handle.OWNER, owner)) {
        identity =
            tpm.execute(
                new MakeIdentity(
                    Secret.wellKnown(),
                    IdentityRequest.labelDigest(label, ca.privacyCa().publicKey()),
                    template),
                Authorization.oiap(Secret.wellKnown()),
                session.use().forTheLastTime());
      }
      Bytes credential = opened.endorsementKeys(OWNER).get(0).certificate().orElseThrow();
      IdentityReq request =
          IdentityRequest.to(
              ca.privacyCa().publicKey(),
              IdentityRequest.proof(
                  identity.idKey().toPubKey(), label, identity.identityBinding(), credential),
              new SecureRandom());

      IdentityVerdict verdict =
          ca.answer(IdentityReq.CODEC.decode(IdentityReq.CODEC.encode(request)), registrar, aDay());

      PrivacyCa.Answer answer =
          assertInstanceOf(IdentityVerdict.Answered.class, verdict, verdict::toString).answer();
      Bytes attestation = SymCaAttestation.CODEC.encode(answer.attestation());
      Certificate issued;
      try (LoadedKey loaded =
          tpm.load(Handle.SRK, identity.idKey(), Authorization.oiap(Secret.wellKnown()))) {
        SymmetricKey key =
            tpm.execute(
                    new ActivateIdentity(loaded.handle(), answer.asymBlob()),
                    Authorization.oiap(owner))
                .symmetricKey();
        issued =
            Certificate.read(
                IdentityRequest.certificate(
                    key,
                    new PrivacyCa.Answer(
                        answer.asymBlob(), SymCaAttestation.CODEC.decode(attestation))));
      }
      assertEquals(identity.idKey().toPubKey().toRsaPublicKey(), issued.publicKey());
      assertEquals(
          "our machine", issued.alternativeNames().get(0).attributes().get("2.23.133.2.15"));
      assertInstanceOf(
          ChainVerdict.Trusted.class,
          ChainVerifier.trusting(List.of(ca.certificate())).verify(issued, Purpose.ATTESTATION));
      assertAcceptedByOpenssl(ca, issued);

      IdentityReq forAnotherLabel =
          IdentityRequest.to(
              ca.privacyCa().publicKey(),
              IdentityRequest.proof(
                  identity.idKey().toPubKey(),
                  Bytes.utf8("another machine"),
                  identity.identityBinding(),
                  credential),
              new SecureRandom());
      assertEquals(
          List.of(RegistrationReason.Code.ATTESTATION_KEY),
          assertInstanceOf(
                  IdentityVerdict.Refused.class, ca.answer(forAnotherLabel, registrar, aDay()))
              .codes());
      assertEquals(
          List.of(RegistrationReason.Code.CERTIFICATE_NOT_TRUSTED),
          assertInstanceOf(
                  IdentityVerdict.Refused.class,
                  ca.answer(
                      request,
                      Registrar.trusting(ChainVerifier.trusting(List.of(ca.certificate()))),
                      aDay()))
              .codes());
    }
  }
}
