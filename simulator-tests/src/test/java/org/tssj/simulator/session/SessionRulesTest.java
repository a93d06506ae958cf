package org.tssj.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandHashes;
import org.tssj.tpm20.command.attestation.GetSessionAuditDigest;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.object.Unseal;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** What is refused before anything is sent, and why; and sessions for one command. */
@SoftwareTpm
class SessionRulesTest {

  private static final AuthValue AUTH = AuthValue.utf8("password");

  private static String rule(Tpm20 tpm, Command<?> command, Authorization... authorizations) {
    return assertThrows(IllegalArgumentException.class, () -> tpm.execute(command, authorizations))
        .getMessage();
  }

  @Test
  void aFirstParameterThatIsNoTpm2bIsNotEncrypted(Tpm20 tpm) throws IOException {
    try (Session session = tpm.startSession().start()) {
      assertEquals(
          "TPM2_GetRandom has no first parameter that could be encrypted (only a TPM2B can be)",
          rule(tpm, new GetRandom(8), session.use().encryptingCommand()));
      assertEquals(
          "TPM2_PCR_Read answers no first parameter that could be encrypted (only a TPM2B can be)",
          rule(
              tpm,
              new PcrRead(PcrSelection.parse("sha256:0")),
              session.use().encryptingResponse()));
      // It was not sent, so the session is in step.
      tpm.execute(new GetRandom(8), session.use().encryptingResponse());
    }
  }

  @Test
  void thereAreAtMostThree(Tpm20 tpm) throws IOException {
    try (Session one = tpm.startSession().start();
        Session two = tpm.startSession().start()) {
      assertEquals(
          "TPM2_GetRandom takes at most 3 authorisations, there are 4",
          rule(
              tpm,
              new GetRandom(8),
              one.use().auditing(),
              two.use().encryptingResponse(),
              Authorization.NONE,
              Authorization.NONE));
      assertTrue(
          rule(tpm, new GetRandom(8), one.use().auditing(), one.use().encryptingResponse())
              .endsWith("twice"));
    }
  }

  @Test
  void aCommandWithoutSessionsTakesNone(Tpm20 tpm) throws IOException {
    try (Session session = tpm.startSession().start()) {
      assertEquals(
          "TPM2_FlushContext takes no session and no password",
          rule(tpm, new FlushContext(session.handle()), session.use().auditing()));
    }
  }

  @Test
  void aSessionWithoutACipherEncryptsNothing(Tpm20 tpm) throws IOException {
    try (Session session = tpm.startSession().unencrypted().start()) {
      assertEquals(
          "TPM2_GetRandom was given the "
              + session
              + " to encrypt a parameter, and it was started unencrypted()",
          rule(tpm, new GetRandom(8), session.use().encryptingResponse()));
    }
  }

  @Test
  void aPolicySessionAuditsNothing(Tpm20 tpm) throws IOException {
    try (Session session = tpm.startSession().policy().start()) {
      assertEquals(
          "TPM2_GetRandom was given the " + session + " to audit, which only an HMAC session can",
          rule(tpm, new GetRandom(8), session.use().auditing()));
    }
  }

  @Test
  void duplicationTakesAPolicy(Tpm20 tpm) throws IOException {
    try (LoadedObject key =
        tpm.createPrimary(Handle.OWNER, Templates.signingKeyEcc(), AuthValue.EMPTY)) {
      assertEquals(
          "TPM2_Duplicate needs a policy session for objectHandle: duplication is authorised by the"
              + " object's policy only",
          rule(tpm, new Duplicate(key.handle(), Handle.NULL, AuthValue.EMPTY, SymDef.NULL)));
    }
  }

  @Test
  void aHandleOfTheWrongKindIsSaidBeforeAnythingElse(Tpm20 tpm) throws IOException {
    assertEquals(
        "TPM2_Unseal.itemHandle: has to be a loaded (0x80...) or persistent (0x81...) object"
            + " (TPMI_DH_OBJECT), was TPM_RH_OWNER",
        rule(tpm, new Unseal(Handle.OWNER)));
  }

  @Test
  void aSessionForOneCommandIsGoneAfterIt(TpmTransport transport) throws IOException {
    Wiretap wire = new Wiretap(transport);
    Tpm20 tpm = Tpm20.over(wire);
    Bytes random =
        tpm.startSession()
            .boundTo(Handle.OWNER, AuthValue.EMPTY)
            .execute(new GetRandom(16), session -> session.use().encryptingResponse())
            .randomBytes();
    Bytes answer = wire.response();

    assertEquals(16, random.length());
    assertFalse(answer.toHex().contains(random.toHex()));
    // The TPM ended it with the command: nothing was sent for that.
    assertEquals(0x17b, ByteBuffer.wrap(wire.command().toArray()).getInt(6));
    assertEquals(List.of(), tpm.handles(0x0200_0000));
  }

  @Test
  void aSessionForOneCommandIsGoneWhenThatIsRefusedToo(Tpm20 tpm) throws IOException {
    assertThrows(
        TpmResponseException.class,
        () ->
            tpm.startSession()
                .execute(
                    new HierarchyChangeAuth(Handle.OWNER, AUTH),
                    session -> session.authorize(AUTH)));
    assertEquals(List.of(), tpm.handles(0x0200_0000));
  }

  @Test
  void anExclusiveAuditSessionNoticesACommandBetween(Tpm20 tpm) throws IOException {
    try (Session audit = tpm.startSession().start()) {
      tpm.execute(new GetRandom(8), audit.use().restartingAudit());
      assertTrue(audit.isExclusive());
      tpm.execute(new GetRandom(8), audit.use().auditingExclusively());
      assertTrue(audit.isExclusive());

      // A command that changes something, unaudited.
      tpm.execute(new PcrEvent(Handle.pcr(16), Bytes.utf8("event")));
      TpmResponseException refused =
          assertThrows(
              TpmResponseException.class,
              () -> tpm.execute(new GetRandom(8), audit.use().auditingExclusively()));
      assertEquals("TPM_RC_EXCLUSIVE", refused.name());
      tpm.execute(new GetRandom(8), audit.use().auditing());
      assertFalse(audit.isExclusive());
      tpm.execute(new GetRandom(8), audit.use().restartingAudit());
      assertTrue(audit.isExclusive());
    }
  }

  /** H(H(0 | cpHash | rpHash) | cpHash | rpHash), as the TPM keeps it. */
  @Test
  void theAuditDigestIsThatOfTheHashesOfCommandsAndAnswers(Tpm20 tpm) throws IOException {
    try (Session audit = tpm.startSession().start();
        LoadedObject key =
            tpm.createPrimary(Handle.OWNER, Templates.signingKeyEcc(), AuthValue.EMPTY)) {
      GetRandom first = new GetRandom(8);
      GetRandom.Response firstAnswer = tpm.execute(first, audit.use().auditing());
      ReadPublic second = new ReadPublic(key.handle());
      ReadPublic.Response secondAnswer = tpm.execute(second, audit.use().auditing());

      Bank hash = Bank.SHA256;
      Bytes expected =
          hash.hash(
              Bytes.zeros(32),
              CommandHashes.cpHash(hash, first),
              CommandHashes.rpHash(hash, GetRandom.SPEC, firstAnswer));
      expected =
          hash.hash(
              expected,
              CommandHashes.cpHash(hash, second),
              CommandHashes.rpHash(hash, ReadPublic.SPEC, secondAnswer));
      Bytes attested =
          tpm.execute(
                  new GetSessionAuditDigest(
                      Handle.ENDORSEMENT, Handle.NULL, audit.handle(), Bytes.EMPTY, Scheme.NULL))
              .auditInfo();
      assertEquals(
          expected,
          ((Attested.SessionAudit) Attest.CODEC.decode(attested).attested()).sessionDigest());
    }
  }

  @Test
  void aQualifiedNameTellsTheAncestors(Tpm20 tpm) throws IOException {
    try (LoadedObject parent =
        tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY)) {
      Create.Response made =
          tpm.execute(
              new Create(
                  parent.handle(),
                  SensitiveCreate.EMPTY,
                  Templates.signingKeyEcc(),
                  Bytes.EMPTY,
                  List.of()));
      try (LoadedObject child = tpm.load(parent.handle(), made.outPrivate(), made.outPublic())) {
        // The hierarchy's Name is its handle.
        Bytes ofParent = parent.publicArea().qualifiedName(Bytes.hex("40000001"));
        assertEquals(
            child.publicArea().qualifiedName(ofParent),
            tpm.execute(new ReadPublic(child.handle())).qualifiedName());
      }
    }
  }
}
