package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.OwnedTpm12.OWNER;
import static org.tssj.simulator.tpm12.OwnedTpm12.WELL_KNOWN;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.quote.Attestation;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.AttestationVerifier;
import org.tssj.attest.quote.Expectation;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.crypto.CertifyKey;
import org.tssj.tpm12.command.crypto.CertifyKey2;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.ticks.TickStampBlob;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.attest.CertifyInfo2;
import org.tssj.tpm12.structure.attest.KeyCertification;
import org.tssj.tpm12.structure.attest.SignInfo;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.TpmKey;

/** What a TPM 1.2 signs beside its PCRs, and what a verifier makes of it. */
@NeedsLibrary("libtpms.so.0")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttestationsTest {

  private static final AuthValue KEY = Secret.ofPassword("key");
  private static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff01234567");
  private static final Bytes DIGEST = Bytes.hex("a9993e364706816aba3e25717850c26c9cd0d89d");

  private Tpm12 tpm;
  private OpenKey root;
  private TpmKey identity;
  private TpmKey otherIdentity;
  private TpmKey signing;

  @BeforeAll
  void start() throws IOException {
    tpm = OwnedTpm12.open();
    root = tpm.storageRootKey(WELL_KNOWN);
    identity = identity();
    otherIdentity = identity();
    signing = root.create(KeyTemplates.signing(2048), KEY);
  }

  @AfterAll
  void end() throws IOException {
    tpm.close();
  }

  private TpmKey identity() throws IOException {
    return tpm.execute(
            new MakeIdentity(KEY, Bytes.zeros(20), KeyTemplates.identity()),
            Authorization.oiap(WELL_KNOWN),
            Authorization.osap(Handle.OWNER, OWNER))
        .idKey();
  }

  private static AttestationVerifier verifier(TpmKey by, Bytes nonce) {
    return AttestationVerifier.of(AttestationPublicKey.Tpm12.of(by), nonce);
  }

  private static List<Reason.Code> codes(Verdict verdict) {
    return assertInstanceOf(Verdict.Rejected.class, verdict, verdict::toString).codes();
  }

  /** Right in everything, and then wrong in one thing after the other. */
  private <T extends Statement> T judged(
      Class<T> kind, Attestation made, Expectation right, Expectation wrong, Reason.Code because) {
    Verdict verdict = verifier(identity, NONCE).verify(made, right);
    Verdict.Trusted trusted = assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString);
    assertEquals(NONCE, trusted.statement().nonce());
    assertEquals(List.of(because), codes(verifier(identity, NONCE).verify(made, wrong)));
    assertEquals(
        List.of(Reason.Code.NONCE_DIFFERS), codes(verifier(identity, DIGEST).verify(made, right)));
    assertEquals(
        List.of(Reason.Code.SIGNATURE_INVALID),
        codes(verifier(otherIdentity, NONCE).verify(made, right)));
    for (int at = 0; at < made.message().length(); at++) {
      byte[] changed = made.message().toArray();
      changed[at] ^= 1;
      assertInstanceOf(
          Verdict.Rejected.class,
          verifier(identity, NONCE)
              .verify(new Attestation(Family.TPM12, Bytes.wrap(changed), made.signature()), right));
    }
    return kind.cast(trusted.statement());
  }

  @Test
  void aKeyIsInTheTpm() throws IOException {
    try (OpenKey certifier = root.open(identity, KEY);
        OpenKey key = root.open(signing, KEY)) {
      var made =
          certifier.use(
              by ->
                  key.use(
                      of ->
                          tpm.execute(
                              new CertifyKey(by, of, NONCE),
                              Authorization.oiap(KEY),
                              Authorization.oiap(KEY))));
      Attestation attestation =
          new Attestation(
              Family.TPM12, KeyCertification.CODEC.encode(made.certifyInfo()), made.outData());
      Statement.Tpm12KeyCertification found =
          judged(
              Statement.Tpm12KeyCertification.class,
              attestation,
              Expectation.CertifiedKey.of(signing),
              Expectation.CertifiedKey.of(otherIdentity.toPubKey()),
              Reason.Code.NAME_DIFFERS);
      assertEquals(KeyUsage.SIGNING, found.certification().keyUsage());
      Bytes digest = found.certification().pubkeyDigest();
      assertEquals(
          List.of(Reason.Code.KEY_USE_DIFFERS),
          codes(
              verifier(identity, NONCE)
                  .verify(
                      attestation,
                      new Expectation.CertifiedKey(digest, Optional.of(KeyUsage.STORAGE), true))));
      assertEquals(
          List.of(Reason.Code.MALFORMED),
          codes(verifier(identity, NONCE).verify(attestation, new Expectation.TickStamp(DIGEST))));
    }
  }

  @Test
  void aKeyIsInTheTpmInTheNewerForm() throws IOException {
    try (OpenKey certifier = root.open(identity, KEY);
        OpenKey key = root.open(signing, KEY)) {
      var made =
          certifier.use(
              by ->
                  key.use(
                      of ->
                          tpm.execute(
                              new CertifyKey2(of, by, Bytes.zeros(20), NONCE),
                              Authorization.oiap(KEY),
                              Authorization.oiap(KEY))));
      judged(
          Statement.Tpm12KeyCertification.class,
          new Attestation(
              Family.TPM12, CertifyInfo2.CODEC.encode(made.certifyInfo()), made.outData()),
          Expectation.CertifiedKey.of(signing),
          Expectation.CertifiedKey.of(otherIdentity.toPubKey()),
          Reason.Code.NAME_DIFFERS);
    }
  }

  @Test
  void aDigestWasThereAtATime() throws IOException {
    try (OpenKey key = root.open(identity, KEY)) {
      var made = key.execute(handle -> new TickStampBlob(handle, NONCE, DIGEST));
      SignInfo signed = SignInfo.tickStamp(NONCE, DIGEST, made.currentTicks());
      Statement.Tpm12TickStamp found =
          judged(
              Statement.Tpm12TickStamp.class,
              new Attestation(Family.TPM12, SignInfo.CODEC.encode(signed), made.sig()),
              new Expectation.TickStamp(DIGEST),
              new Expectation.TickStamp(NONCE),
              Reason.Code.STAMPED_DIGEST_DIFFERS);
      assertEquals(made.currentTicks(), found.ticks());
      assertTrue(found.ticks().currentTicks() > 0);
    }
  }
}
