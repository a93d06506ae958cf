package org.tssj.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.pcr.PcrReset;
import org.tssj.tpm20.command.policy.PolicySecret;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.command.signing.VerifySignature;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/**
 * Every way to start a session, on every command, with parameters hidden in both directions where
 * the command allows it. Runs over each transport.
 */
abstract class SessionScenarios {

  private static final AuthValue OWNER_AUTH = AuthValue.utf8("owner's password");
  private static final AuthValue PARENT_AUTH = AuthValue.utf8("parent's password");
  private static final AuthValue KEY_AUTH = AuthValue.utf8("key's password");
  private static final Bytes DIGEST = Bank.SHA256.hash(Bytes.utf8("what is signed"));
  private static final Handle PERSISTENT = Handle.of(0x8101_0000);

  private Wiretap wire;
  private Tpm20 tpm;

  private void use(TpmTransport transport) throws IOException {
    wire = new Wiretap(transport);
    tpm = Tpm20.over(wire);
    tpm.execute(new HierarchyChangeAuth(Handle.OWNER, OWNER_AUTH));
  }

  static List<Way> ways() {
    return Way.all();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void createsAndUsesAKeyWithoutShowingASecret(Way way, TpmTransport transport) throws Exception {
    use(transport);
    try (Session session = way.start(tpm, OWNER_AUTH)) {
      try (LoadedObject parent =
          tpm.createPrimary(
              Handle.OWNER,
              Templates.storageRootKeyEcc(),
              PARENT_AUTH,
              session.authorize(OWNER_AUTH).encryptingCommand().encryptingResponse())) {
        requireHidden(wire.command(), PARENT_AUTH, OWNER_AUTH);
        createsAndUses(session, parent);
      }
    }
  }

  private void createsAndUses(Session session, LoadedObject parent)
      throws IOException, GeneralSecurityException {
    Create.Response made =
        tpm.execute(
            new Create(
                parent.handle(),
                SensitiveCreate.withAuth(KEY_AUTH),
                Templates.attestationKeyEcc()
                    .withAttributes(Templates.signingKeyEcc().objectAttributes()),
                Bytes.EMPTY,
                List.of()),
            session.authorize(PARENT_AUTH).encryptingCommand().encryptingResponse());
    requireHidden(wire.command(), PARENT_AUTH, KEY_AUTH);
    assertFalse(contains(wire.response(), made.outPrivate()), "the answer was not encrypted");

    try (LoadedObject key =
        tpm.load(
            parent.handle(),
            made.outPrivate(),
            made.outPublic(),
            session.authorize(PARENT_AUTH).encryptingCommand().encryptingResponse())) {
      requireHidden(wire.command(), PARENT_AUTH);
      assertFalse(contains(wire.command(), made.outPrivate()), "the command was not encrypted");
      signsAndQuotes(session, key);
      persists(session, key);
    }
  }

  private void signsAndQuotes(Session session, LoadedObject key)
      throws IOException, GeneralSecurityException {
    PublicKey publicKey = PublicKeys.toJava(key.publicArea());

    Sign.Response signed =
        tpm.execute(
            new Sign(key.handle(), DIGEST, Scheme.NULL, HashcheckTicket.NULL),
            session.authorize(KEY_AUTH).encryptingCommand());
    requireHidden(wire.command(), KEY_AUTH);
    assertFalse(contains(wire.command(), DIGEST), "the command was not encrypted");
    assertTrue(EcdsaOfTpm.verifiesDigest(publicKey, DIGEST, signed.signature()));

    VerifySignature.Response verified =
        tpm.execute(
            new VerifySignature(key.handle(), DIGEST, signed.signature()),
            session.use().encryptingCommand());
    assertFalse(contains(wire.command(), DIGEST), "the command was not encrypted");
    assertEquals(Handle.OWNER, verified.validation().hierarchy());

    Bytes nonce = Bytes.utf8("nonce of twenty byte");
    Quote.Response quote =
        tpm.execute(
            new Quote(
                key.handle(), nonce, Scheme.NULL, List.of(PcrSelection.of(Bank.SHA256, 0, 16))),
            session.authorize(KEY_AUTH).encryptingCommand().encryptingResponse());
    requireHidden(wire.command(), KEY_AUTH);
    assertFalse(contains(wire.command(), nonce), "the command was not encrypted");
    assertFalse(contains(wire.response(), nonce), "the answer was not encrypted");
    assertTrue(contains(quote.quoted(), nonce));
    assertTrue(EcdsaOfTpm.verifiesMessage(publicKey, quote.quoted(), quote.signature()));
  }

  private void persists(Session session, LoadedObject key) throws IOException {
    tpm.execute(
        new EvictControl(Handle.OWNER, key.handle(), PERSISTENT), session.authorize(OWNER_AUTH));
    requireHidden(wire.command(), OWNER_AUTH);
    ReadPublic.Response read =
        tpm.execute(
            new ReadPublic(PERSISTENT.named(key.publicArea().name())),
            session.use().encryptingResponse());
    assertEquals(key.publicArea(), read.outPublic());
    assertFalse(contains(wire.response(), keyX(key)), "the answer was not encrypted");
    tpm.execute(
        new EvictControl(Handle.OWNER, PERSISTENT.named(key.publicArea().name()), PERSISTENT),
        session.authorize(OWNER_AUTH));
  }

  private static Bytes keyX(LoadedObject key) {
    // The x coordinate is behind its size, and the last point of the public area.
    Bytes area = org.tssj.tpm20.structure.object.Public.CODEC.encode(key.publicArea());
    return area.slice(area.length() - 66, area.length() - 34);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void changesPcrsAndDrawsRandomOctets(Way way, TpmTransport transport) throws Exception {
    use(transport);
    try (Session session = way.start(tpm, OWNER_AUTH)) {
      Handle pcr = Handle.pcr(16);
      Bytes event = Bytes.utf8("what is measured");

      PcrEvent.Response measured =
          tpm.execute(
              new PcrEvent(pcr, event),
              session.authorize(AuthValue.EMPTY).encryptingCommand().auditing());
      assertFalse(contains(wire.command(), event), "the command was not encrypted");
      assertTrue(
          measured.digests().contains(new HashValue(AlgorithmId.SHA256, Bank.SHA256.hash(event))));

      tpm.execute(
          new PcrExtend(pcr, List.of(new HashValue(AlgorithmId.SHA256, DIGEST))),
          session.authorize(AuthValue.EMPTY));
      Bytes expected =
          Bank.SHA256.hash(Bank.SHA256.hash(Bytes.zeros(32), Bank.SHA256.hash(event)), DIGEST);
      assertEquals(List.of(expected), read(pcr));

      tpm.execute(new PcrReset(pcr), session.authorize(AuthValue.EMPTY));
      assertEquals(List.of(Bytes.zeros(32)), read(pcr));

      Bytes random =
          tpm.execute(new GetRandom(20), session.use().encryptingResponse()).randomBytes();
      assertEquals(20, random.length());
      assertFalse(contains(wire.response(), random), "the answer was not encrypted");
    }
  }

  private List<Bytes> read(Handle pcr) throws IOException {
    return tpm.execute(new PcrRead(List.of(PcrSelection.of(Bank.SHA256, pcr.value())))).pcrValues();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void changesThePasswordOfAHierarchyAndClears(Way way, TpmTransport transport) throws Exception {
    use(transport);
    AuthValue next = AuthValue.utf8("the next password of the owner");
    AuthValue lockout = AuthValue.utf8("lockout's password");
    try (Session session = way.start(tpm, OWNER_AUTH);
        Session policy = tpm.startSession().policy().start()) {
      tpm.execute(
          new PolicySecret(
              Handle.OWNER, policy.handle(), Bytes.EMPTY, Bytes.EMPTY, Bytes.utf8("ref"), 0),
          session.authorize(OWNER_AUTH).encryptingCommand());
      requireHidden(wire.command(), OWNER_AUTH);

      tpm.execute(
          new HierarchyChangeAuth(Handle.OWNER, next),
          session.authorize(OWNER_AUTH).encryptingCommand());
      requireHidden(wire.command(), OWNER_AUTH, next);
      // With the new one now, though the session may be bound to the old one.
      tpm.execute(
          new HierarchyChangeAuth(Handle.OWNER, OWNER_AUTH),
          session.authorize(next).encryptingCommand());
      requireHidden(wire.command(), OWNER_AUTH, next);

      tpm.execute(
          new HierarchyChangeAuth(Handle.LOCKOUT, lockout),
          session.authorize(AuthValue.EMPTY).encryptingCommand());
      tpm.execute(new Clear(Handle.LOCKOUT), session.authorize(lockout));
      requireHidden(wire.command(), lockout);
      // Clear takes the passwords away.
      tpm.execute(new Clear(Handle.LOCKOUT), session.authorize(AuthValue.EMPTY));
      tpm.execute(new HierarchyChangeAuth(Handle.OWNER, next));
    }
  }

  @Test
  void encryptsBySessionsBesideTheOneThatAuthorises(TpmTransport transport) throws Exception {
    use(transport);
    try (Session first = salted(Way.CipherKind.AES_256, Bank.SHA256);
        Session in = salted(Way.CipherKind.XOR, Bank.SHA1);
        Session out = salted(Way.CipherKind.AES_128, Bank.SHA384)) {
      for (Authorization owner :
          List.of(first.authorize(OWNER_AUTH), Authorization.password(OWNER_AUTH))) {
        try (LoadedObject made =
            tpm.createPrimary(
                Handle.OWNER,
                Templates.storageRootKeyEcc(),
                PARENT_AUTH,
                owner,
                in.use().encryptingCommand(),
                out.use().encryptingResponse().auditing())) {
          requireHidden(wire.command(), PARENT_AUTH);
          assertFalse(contains(wire.response(), keyX(made)), "the answer was not encrypted");
        }
      }
      // Without anybody to authorise, all three at once.
      Bytes random =
          tpm.execute(
                  new GetRandom(16),
                  first.use().auditing(),
                  in.use().auditing(),
                  out.use().encryptingResponse())
              .randomBytes();
      assertFalse(contains(wire.response(), random), "the answer was not encrypted");
    }
  }

  private Session salted(Way.CipherKind cipher, Bank hash) throws IOException {
    return new Way(Way.KeySource.ECC_SALT, cipher, hash).start(tpm, OWNER_AUTH);
  }

  @Test
  void aSessionUsedForTheLastTimeIsGoneFromTheTpmAndHere(TpmTransport transport) throws Exception {
    use(transport);
    try (Session session = tpm.startSession().boundTo(Handle.OWNER, OWNER_AUTH).start()) {
      tpm.execute(new GetRandom(8), session.use().auditing());
      assertTrue(session.isOpen());
      tpm.execute(new GetRandom(8), session.use().auditing().forTheLastTime());
      assertFalse(session.isOpen());
      // The extension finds out whether the TPM has let go of it.
    }
  }

  @Test
  void aPasswordTravelsInTheClearAndSaysSo(TpmTransport transport) throws Exception {
    use(transport);
    tpm.execute(
        new HierarchyChangeAuth(Handle.OWNER, KEY_AUTH), Authorization.password(OWNER_AUTH));

    // If this failed, the other scenarios here would look for passwords in the wrong place.
    assertTrue(contains(wire.command(), Bytes.utf8("owner's password")));
    assertTrue(contains(wire.command(), Bytes.utf8("key's password")));
  }

  private static void requireHidden(Bytes sent, AuthValue... secrets) {
    for (AuthValue secret : secrets) {
      assertFalse(contains(sent, Bytes.of(secret.toArray())), "a password was on the wire");
    }
  }

  private static boolean contains(Bytes whole, Bytes part) {
    return whole.toHex().contains(part.toHex());
  }
}
