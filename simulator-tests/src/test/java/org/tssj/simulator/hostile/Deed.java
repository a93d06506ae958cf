package org.tssj.simulator.hostile;

import static org.tssj.simulator.hostile.Bench.PASSWORD;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.capability.GetCapability;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Load;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.session.SessionUse;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * One command that can be done any number of times, and how a session accompanies it.
 *
 * @param name what it is
 * @param command makes the command
 * @param password of what it needs authorised; null if nothing
 * @param use what else the session does
 */
record Deed(String name, CommandOn command, @Nullable AuthValue password, Purpose use) {

  private static final Bytes DIGEST = Bank.SHA256.hash(Bytes.utf8("something"));

  /** Makes the command. */
  @FunctionalInterface
  interface CommandOn {
    Command<?> on(Bench bench);
  }

  /** What a session does beside authorising. */
  @FunctionalInterface
  interface Purpose {
    SessionUse with(SessionUse plain);
  }

  /** All of them: every shape that an answer may have. */
  static List<Deed> all() {
    return List.of(
        new Deed("GetRandom", on -> new GetRandom(16), null, SessionUse::auditing),
        new Deed(
            "GetRandom, encrypted", on -> new GetRandom(16), null, SessionUse::encryptingResponse),
        new Deed(
            "GetCapability",
            on -> new GetCapability(Capability.TPM_PROPERTIES, 0x100, 6),
            null,
            SessionUse::auditing),
        new Deed(
            "PcrRead",
            on -> new PcrRead(List.of(PcrSelection.of(Bank.SHA256, 0, 16))),
            null,
            SessionUse::auditing),
        new Deed(
            "PcrExtend",
            on -> new PcrExtend(Handle.pcr(16), List.of(new HashValue(AlgorithmId.SHA256, DIGEST))),
            AuthValue.EMPTY,
            use -> use),
        new Deed(
            "PcrEvent",
            on -> new PcrEvent(Handle.pcr(16), DIGEST),
            AuthValue.EMPTY,
            SessionUse::encryptingCommand),
        new Deed(
            "ReadPublic, encrypted",
            on -> new ReadPublic(on.key().handle()),
            null,
            SessionUse::encryptingResponse),
        new Deed(
            "Sign",
            on ->
                new Sign(
                    on.key().handle(),
                    DIGEST,
                    Scheme.ecdsa(AlgorithmId.SHA256),
                    HashcheckTicket.NULL),
            PASSWORD,
            use -> use),
        new Deed(
            "Quote, encrypted",
            on ->
                new Quote(
                    on.key().handle(),
                    DIGEST,
                    Scheme.ecdsa(AlgorithmId.SHA256),
                    List.of(PcrSelection.of(Bank.SHA256, 16))),
            PASSWORD,
            SessionUse::encryptingResponse),
        new Deed("Create", on -> Bench.creation(on.parent()), PASSWORD, use -> use),
        new Deed(
            "Create, encrypted both ways",
            on -> Bench.creation(on.parent()),
            PASSWORD,
            use -> use.encryptingCommand().encryptingResponse()),
        new Deed(
            "Load",
            on -> new Load(on.parent().handle(), on.child().outPrivate(), on.child().outPublic()),
            PASSWORD,
            use -> use),
        new Deed(
            "HierarchyChangeAuth",
            on -> new HierarchyChangeAuth(Handle.OWNER, PASSWORD),
            PASSWORD,
            SessionUse::encryptingCommand));
  }

  /** Does it, with a session that proves the answer. */
  Object by(Bench bench, Session session) throws IOException {
    SessionUse plain = password == null ? session.use() : session.authorize(password);
    return done(bench, use.with(plain));
  }

  /** Does it with the password alone, if there is one: nothing proves the answer then. */
  Object byPassword(Bench bench) throws IOException {
    return password == null ? done(bench) : done(bench, Authorization.password(password));
  }

  private Object done(Bench bench, Authorization... authorizations) throws IOException {
    return bench.tpm().execute(command.on(bench), authorizations);
  }

  /** The handle that the answer carries, which no session proves. */
  static Optional<Handle> handleIn(Object answer) {
    return answer instanceof Load.Response load
        ? Optional.of(load.objectHandle())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
