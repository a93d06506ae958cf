package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.policy.PolicyGetDigest;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/**
 * A TPM, and what the commands of these cases need. At its end it closes what it made, and requires
 * that nothing else is left.
 */
final class Bench implements AutoCloseable {

  /** An auth value of whatever has one here. */
  static final AuthValue PASSWORD = AuthValue.utf8("password");

  /** The platform's password. */
  static final Authorization PLATFORM = Authorization.NONE;

  /** What is signed. */
  static final Bytes DIGEST = Bank.SHA256.hash(Bytes.utf8("what is signed"));

  /** A nonce. */
  static final Bytes NONCE = Bytes.utf8("a nonce");

  private static final Handle NOTHING_LOADED = Handle.of(0x80ff_fffe);

  private final Wire wire;
  private final Tpm20 tpm;
  private final Deque<LoadedObject> objects = new ArrayDeque<>();
  private final Deque<Session> sessions = new ArrayDeque<>();
  private final Set<Handle> others = new LinkedHashSet<>();

  Bench(TpmTransport transport) {
    wire = new Wire(transport);
    tpm = Tpm20.over(wire);
  }

  Wire wire() {
    return wire;
  }

  Tpm20 tpm() {
    return tpm;
  }

  <R> R execute(Command<R> command, Authorization... authorizations) throws IOException {
    return tpm.execute(command, authorizations);
  }

  /** A handle of the kind of loaded objects, with nothing behind it. */
  static Handle nothing() {
    return NOTHING_LOADED.named(Bytes.EMPTY);
  }

  /** A primary object of the storage hierarchy without a password. */
  LoadedObject primary(Public template) throws IOException {
    return primary(Handle.OWNER, template);
  }

  LoadedObject primary(Handle hierarchy, Public template) throws IOException {
    return keep(tpm.createPrimary(hierarchy, template, AuthValue.EMPTY));
  }

  /** The storage root key. */
  LoadedObject storageKey() throws IOException {
    return primary(Templates.storageRootKeyEcc());
  }

  /** A key that signs anything with ECDSA. */
  LoadedObject signingKey() throws IOException {
    return primary(Templates.signingKeyEcc());
  }

  /** A key that attests. */
  LoadedObject attestationKey() throws IOException {
    return primary(Templates.attestationKeyEcc());
  }

  /** A key that is used by a password, which it does not forgive. */
  LoadedObject protectedKey() throws IOException {
    return keep(tpm.createPrimary(Handle.OWNER, Templates.signingKeyEcc(), PASSWORD));
  }

  /** An object under a parent that is not loaded. */
  Create.Response child(LoadedObject parent, Public template, SensitiveCreate secrets)
      throws IOException {
    return execute(new Create(parent.handle(), secrets, template, Bytes.EMPTY, List.of()));
  }

  /** The same, loaded. */
  LoadedObject load(LoadedObject parent, Create.Response made) throws IOException {
    return keep(tpm.load(parent.handle(), made.outPrivate(), made.outPublic()));
  }

  LoadedObject keep(LoadedObject object) {
    objects.push(object);
    return object;
  }

  /** To be flushed at the end if it is still there. */
  Handle flushLater(Handle handle) {
    others.add(handle);
    return handle;
  }

  Session session() throws IOException {
    return keep(tpm.startSession().start());
  }

  Session policySession() throws IOException {
    return keep(tpm.startSession().policy().start());
  }

  /** A session that the TPM does not know any more. */
  Session flushedSession() throws IOException {
    Session session = session();
    execute(new FlushContext(session.handle()));
    return session;
  }

  Session keep(Session session) {
    sessions.push(session);
    return session;
  }

  /** What a policy session, trial or not, has come to. */
  Bytes digestOf(Session session) throws IOException {
    return execute(new PolicyGetDigest(session.handle())).policyDigest();
  }

  /** Defines an index of the owner's, used without a password; returns its handle with its Name. */
  Handle index(int handle, NvAttributes attributes, int size) throws IOException {
    NvPublic area =
        new NvPublic(Handle.of(handle), AlgorithmId.SHA256, attributes, Bytes.EMPTY, size);
    execute(new NvDefineSpace(Handle.OWNER, AuthValue.EMPTY, area));
    return area.nvIndex().named(area.name());
  }

  /** The same handle with the Name it has now. */
  Handle renamed(Handle index) throws IOException {
    return index.named(execute(new NvReadPublic(index)).nvName());
  }

  /** Takes the power away and gives it again; the TPM is not started. */
  void powerCycle() throws IOException {
    wire.ability(PowerControl.class).orElseThrow().powerCycle();
  }

  /** Closes what was made and is still there, and requires that nothing else is. */
  @Override
  public void close() throws IOException {
    tpm.startUp();
    List<Handle> there = left();
    sessions.stream().filter(one -> there.contains(one.handle())).forEach(Session::close);
    objects.stream().filter(one -> there.contains(one.handle())).forEach(LoadedObject::close);
    for (Handle handle : others) {
      if (there.contains(handle)) {
        execute(new FlushContext(handle));
      }
    }
    assertEquals(List.of(), left(), "left in the TPM");
  }

  private List<Handle> left() throws IOException {
    List<Handle> left = new ArrayList<>();
    left.addAll(tpm.handles(0x0200_0000));
    left.addAll(tpm.handles(0x0300_0000));
    left.addAll(tpm.handles(0x8000_0000));
    return left;
  }
}
