package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.quote.Attestation;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.AttestationVerifier;
import org.tssj.attest.quote.AuditDigest;
import org.tssj.attest.quote.Expectation;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.attestation.Certify;
import org.tssj.tpm20.command.attestation.CertifyCreation;
import org.tssj.tpm20.command.attestation.GetCommandAuditDigest;
import org.tssj.tpm20.command.attestation.GetSessionAuditDigest;
import org.tssj.tpm20.command.attestation.GetTime;
import org.tssj.tpm20.command.audit.SetCommandCodeAuditStatus;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.command.nv.NvCertify;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.template.Templates;

/** What a TPM 2.0 attests to beside its PCRs, and what a verifier makes of it. */
@SoftwareTpm
class AttestationsTest {

  private static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff");
  private static final Bytes OTHER = Bytes.hex("ff".repeat(32));
  private static final Bytes EIGHT = Bytes.hex("0123456789abcdef");

  private LoadedObject key;
  private LoadedObject otherKey;

  @BeforeEach
  void makeKeys(Tpm20 tpm) throws IOException {
    key = tpm.createPrimary(Handle.OWNER, Templates.attestationKeyEcc(), AuthValue.EMPTY);
    otherKey =
        tpm.createPrimary(Handle.ENDORSEMENT, Templates.attestationKeyEcc(), AuthValue.EMPTY);
  }

  @AfterEach
  void flush() {
    key.close();
    otherKey.close();
  }

  private static Attestation attestation(Bytes message, Signature signature) {
    return new Attestation(Family.TPM20, message, Signature.CODEC.encode(signature));
  }

  private static AttestationVerifier verifier(LoadedObject by, Bytes nonce) {
    return AttestationVerifier.of(new AttestationPublicKey.Tpm20(by.publicArea()), nonce);
  }

  private static List<Reason.Code> codes(Verdict verdict) {
    return assertInstanceOf(Verdict.Rejected.class, verdict, verdict::toString).codes();
  }

  /** Right in everything, and then wrong in one thing after the other. */
  private <T extends Attested> T judged(
      Class<T> kind, Attestation made, Expectation right, Expectation wrong, Reason.Code because) {
    Verdict verdict = verifier(key, NONCE).verify(made, right);
    Verdict.Trusted trusted = assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString);
    assertEquals(NONCE, trusted.statement().nonce());
    assertEquals(List.of(because), codes(verifier(key, NONCE).verify(made, wrong)));
    unlessItIsThis(made, right);
    return kind.cast(((Statement.Tpm20Attestation) trusted.statement()).attest().attested());
  }

  private void unlessItIsThis(Attestation made, Expectation right) {
    assertEquals(
        List.of(Reason.Code.NONCE_DIFFERS), codes(verifier(key, OTHER).verify(made, right)));
    assertEquals(
        List.of(Reason.Code.SIGNATURE_INVALID),
        codes(verifier(otherKey, NONCE).verify(made, right)));
    Expectation another =
        right instanceof Expectation.Time
            ? new Expectation.Certified(OTHER, Optional.empty())
            : new Expectation.Time();
    assertEquals(
        List.of(Reason.Code.OTHER_ATTESTATION), codes(verifier(key, NONCE).verify(made, another)));
    IntStream.range(0, made.message().length())
        .forEach(
            at ->
                assertFalse(
                    verifier(key, NONCE)
                            .verify(
                                new Attestation(
                                    Family.TPM20, changed(made.message(), at), made.signature()),
                                right)
                        instanceof Verdict.Trusted));
  }

  private static Bytes changed(Bytes octets, int at) {
    byte[] changed = octets.toArray();
    changed[at] ^= 1;
    return Bytes.wrap(changed);
  }

  @Test
  void anObjectIsInTheTpm(Tpm20 tpm) throws IOException {
    Certify.Response made =
        tpm.execute(new Certify(otherKey.handle(), key.handle(), NONCE, Scheme.NULL));
    Attestation attestation = attestation(made.certifyInfo(), made.signature());
    judged(
        Attested.Certify.class,
        attestation,
        Expectation.Certified.of(otherKey.publicArea()),
        Expectation.Certified.of(key.publicArea()),
        Reason.Code.NAME_DIFFERS);
    Bytes qualified = otherKey.publicArea().qualifiedName(Bytes.hex("4000000b"));
    judged(
        Attested.Certify.class,
        attestation,
        new Expectation.Certified(otherKey.publicArea().name(), Optional.of(qualified)),
        new Expectation.Certified(otherKey.publicArea().name(), Optional.of(OTHER)),
        Reason.Code.NAME_DIFFERS);
  }

  @Test
  void anObjectWasMadeByTheTpm(Tpm20 tpm) throws IOException {
    Bytes outside = Bytes.utf8("made for a test");
    CreatePrimary.Response object =
        tpm.execute(
            new CreatePrimary(
                Handle.OWNER,
                SensitiveCreate.EMPTY,
                Templates.signingKeyEcc(),
                outside,
                List.of()));
    try {
      CertifyCreation.Response made =
          tpm.execute(
              new CertifyCreation(
                  key.handle(),
                  object.objectHandle().named(object.name()),
                  NONCE,
                  object.creationHash(),
                  Scheme.NULL,
                  object.creationTicket()));
      judged(
          Attested.Creation.class,
          attestation(made.certifyInfo(), made.signature()),
          Expectation.Created.of(object.outPublic(), object.creationData()),
          new Expectation.Created(object.name(), OTHER),
          Reason.Code.CREATION_DIFFERS);
      assertEquals(outside, object.creationData().outsideInfo());
    } finally {
      tpm.execute(new FlushContext(object.objectHandle()));
    }
  }

  @Test
  void anNvIndexHoldsSomething(Tpm20 tpm) throws IOException {
    NvPublic area =
        new NvPublic(
            Handle.of(0x0180_0001),
            AlgorithmId.SHA256,
            NvAttributes.OWNERWRITE.with(NvAttributes.OWNERREAD).with(NvAttributes.NO_DA),
            Bytes.EMPTY,
            8);
    tpm.execute(new NvDefineSpace(Handle.OWNER, AuthValue.EMPTY, area));
    tpm.execute(new NvWrite(Handle.OWNER, area.nvIndex().named(area.name()), EIGHT, 0));
    Bytes name = tpm.execute(new NvReadPublic(area.nvIndex())).nvName();
    Handle index = area.nvIndex().named(name);
    NvCertify.Response part =
        tpm.execute(new NvCertify(key.handle(), Handle.OWNER, index, NONCE, Scheme.NULL, 4, 2));
    Attestation ofPart = attestation(part.certifyInfo(), part.signature());
    Attested.Nv found =
        judged(
            Attested.Nv.class,
            ofPart,
            new Expectation.NvContents(name, 2, Optional.empty()),
            new Expectation.NvContents(name, 2, Optional.of(Bytes.hex("00000000"))),
            Reason.Code.NV_CONTENTS_DIFFER);
    assertEquals(Bytes.hex("456789ab"), found.nvContents());
    assertEquals(
        List.of(Reason.Code.NV_CONTENTS_DIFFER),
        codes(
            verifier(key, NONCE)
                .verify(ofPart, new Expectation.NvContents(name, 0, Optional.empty()))));
    assertEquals(
        List.of(Reason.Code.NAME_DIFFERS),
        codes(
            verifier(key, NONCE)
                .verify(ofPart, new Expectation.NvContents(area.name(), 2, Optional.empty()))),
        "the Name before the first write is another one");

    NvCertify.Response all =
        tpm.execute(new NvCertify(key.handle(), Handle.OWNER, index, NONCE, Scheme.NULL, 0, 0));
    judged(
        Attested.NvDigest.class,
        attestation(all.certifyInfo(), all.signature()),
        new Expectation.NvDigest(name, EIGHT),
        new Expectation.NvDigest(name, OTHER),
        Reason.Code.NV_CONTENTS_DIFFER);
  }

  @Test
  void itIsSomeTime(Tpm20 tpm) throws IOException {
    GetTime.Response made =
        tpm.execute(new GetTime(Handle.ENDORSEMENT, key.handle(), NONCE, Scheme.NULL));
    Attested.Time time =
        judged(
            Attested.Time.class,
            attestation(made.timeInfo(), made.signature()),
            new Expectation.Time(),
            new Expectation.Certified(OTHER, Optional.empty()),
            Reason.Code.OTHER_ATTESTATION);
    assertTrue(time.time().clockInfo().clock() >= 0);
  }

  /** GetRandom(8) and its answer, by the octets of both. */
  private static AuditDigest withRandom(AuditDigest before, Bytes random) {
    Bytes eight = Bytes.hex("0008");
    return before.with(
        AuditDigest.cpHash(Bank.SHA256, CommandCode.GET_RANDOM, List.of(), eight),
        AuditDigest.rpHash(Bank.SHA256, CommandCode.GET_RANDOM, eight.concat(random)));
  }

  @Test
  void commandsWereExecutedInASession(Tpm20 tpm) throws IOException {
    try (Session session = tpm.startSession().start()) {
      Bytes first = tpm.execute(new GetRandom(8), session.use().auditing()).randomBytes();
      Bytes second = tpm.execute(new GetRandom(8), session.use().auditing()).randomBytes();
      GetSessionAuditDigest.Response made =
          tpm.execute(
              new GetSessionAuditDigest(
                  Handle.ENDORSEMENT, key.handle(), session.handle(), NONCE, Scheme.NULL));
      AuditDigest one = withRandom(AuditDigest.atStart(Bank.SHA256), first);
      judged(
          Attested.SessionAudit.class,
          attestation(made.auditInfo(), made.signature()),
          new Expectation.SessionAudit(withRandom(one, second), true),
          new Expectation.SessionAudit(one, true),
          Reason.Code.AUDIT_DIFFERS);
    }
  }

  @Test
  void otherCommandsCameBetweenThoseOfASession(Tpm20 tpm) throws IOException {
    try (Session session = tpm.startSession().start()) {
      Bytes first = tpm.execute(new GetRandom(8), session.use().auditing()).randomBytes();
      tpm.execute(new GetRandom(8));
      GetSessionAuditDigest.Response made =
          tpm.execute(
              new GetSessionAuditDigest(
                  Handle.ENDORSEMENT, key.handle(), session.handle(), NONCE, Scheme.NULL));
      AuditDigest one = withRandom(AuditDigest.atStart(Bank.SHA256), first);
      judged(
          Attested.SessionAudit.class,
          attestation(made.auditInfo(), made.signature()),
          new Expectation.SessionAudit(one, false),
          new Expectation.SessionAudit(one, true),
          Reason.Code.AUDIT_NOT_EXCLUSIVE);
    }
  }

  @Test
  void commandsWereAudited(Tpm20 tpm) throws IOException {
    tpm.execute(
        new SetCommandCodeAuditStatus(Handle.OWNER, AlgorithmId.SHA256, List.of(), List.of()));
    tpm.execute(
        new SetCommandCodeAuditStatus(
            Handle.OWNER, AlgorithmId.NULL, List.of(CommandCode.GET_RANDOM), List.of()));
    // Signing begins a new digest.
    tpm.execute(new GetCommandAuditDigest(Handle.ENDORSEMENT, key.handle(), NONCE, Scheme.NULL));
    Bytes random = tpm.execute(new GetRandom(8)).randomBytes();
    GetCommandAuditDigest.Response made =
        tpm.execute(
            new GetCommandAuditDigest(Handle.ENDORSEMENT, key.handle(), NONCE, Scheme.NULL));
    AuditDigest audit = withRandom(AuditDigest.atStart(Bank.SHA256), random);
    Bytes commands =
        AuditDigest.ofCommands(
            Bank.SHA256,
            List.of(CommandCode.GET_RANDOM, CommandCode.SET_COMMAND_CODE_AUDIT_STATUS));
    Attestation attestation = attestation(made.auditInfo(), made.signature());
    judged(
        Attested.CommandAudit.class,
        attestation,
        new Expectation.CommandAudit(audit, Optional.of(commands)),
        new Expectation.CommandAudit(withRandom(audit, random), Optional.of(commands)),
        Reason.Code.AUDIT_DIFFERS);
    assertEquals(
        List.of(Reason.Code.AUDIT_DIFFERS),
        codes(
            verifier(key, NONCE)
                .verify(attestation, new Expectation.CommandAudit(audit, Optional.of(OTHER)))));
  }

  @Test
  void aQuoteIsNoneOfThese(Tpm20 tpm) throws IOException {
    var made =
        tpm.execute(
            new org.tssj.tpm20.command.attestation.Quote(
                key.handle(), NONCE, Scheme.NULL, List.of()));
    assertEquals(
        List.of(Reason.Code.OTHER_ATTESTATION),
        codes(
            verifier(key, NONCE)
                .verify(attestation(made.quoted(), made.signature()), new Expectation.Time())));
    assertEquals(
        List.of(Reason.Code.OTHER_ATTESTATION),
        codes(
            verifier(key, NONCE)
                .verify(
                    attestation(made.quoted(), made.signature()),
                    new Expectation.TickStamp(OTHER))));
  }

  @Test
  void aKeyThatSignsAnythingProvesNothing(Tpm20 tpm) throws IOException {
    try (LoadedObject signing =
        tpm.createPrimary(Handle.OWNER, Templates.signingKeyEcc(), AuthValue.EMPTY)) {
      Certify.Response made =
          tpm.execute(
              new Certify(
                  otherKey.handle(), signing.handle(), NONCE, Scheme.ecdsa(AlgorithmId.SHA256)));
      assertEquals(
          List.of(Reason.Code.KEY_NOT_FOR_ATTESTATION),
          codes(
              verifier(signing, NONCE)
                  .verify(
                      attestation(made.certifyInfo(), made.signature()),
                      Expectation.Certified.of(otherKey.publicArea()))));
    }
  }
}
