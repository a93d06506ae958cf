package org.tssj.tpm20.engine;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Hmac;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.PolicyProof;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.session.SessionUse;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * The authorisation area of one command and of its answer: who signs what with which key.
 *
 * @see "TPM 2.0 Library, Part 1, 19.6 Session-Based Authorizations"
 */
final class AuthorizationArea {

  private static final int MOST_SESSIONS = 3;
  private static final int CONTINUE = 0x01;
  private static final int AUDIT_EXCLUSIVE = 0x02;
  private static final int AUDIT_RESET = 0x04;
  private static final int DECRYPT = 0x20;
  private static final int ENCRYPT = 0x40;
  private static final int AUDIT = 0x80;
  private static final int LARGEST_DIGEST = 64;

  /** One authorisation: a password, or one use of a session. */
  private static final class Slot {
    final Authorization authorization;
    final Optional<Bytes> name;
    final String what;
    boolean bound;
    int attributes;

    Slot(Authorization authorization, Optional<Bytes> name, String what) {
      this.authorization = authorization;
      this.name = name;
      this.what = what;
    }

    @Nullable SessionUse use() {
      return authorization instanceof SessionUse use ? use : null;
    }

    LiveSession session() {
      // Session is implemented here only; what else a caller hands over is refused in of().
      return (LiveSession) ((SessionUse) authorization).session();
    }

    Optional<AuthValue> authValue() {
      return authorization instanceof SessionUse use ? use.authValue() : Optional.empty();
    }
  }

  private final CommandSpec<?, ?> spec;
  private final List<Handle> handles;
  private final List<Slot> slots;
  private final SecureRandom random;
  private int decrypt = -1;
  private int encrypt = -1;
  private boolean audited;

  private AuthorizationArea(
      CommandSpec<?, ?> spec, List<Handle> handles, List<Slot> slots, SecureRandom random) {
    this.spec = spec;
    this.handles = handles;
    this.slots = slots;
    this.random = random;
  }

  /**
   * Checks that the authorisations fit the command and rolls the nonces of their sessions.
   *
   * @throws IllegalArgumentException if they do not fit; the message names the rule
   */
  static AuthorizationArea of(
      CommandSpec<?, ?> spec,
      List<Handle> handles,
      Authorization[] authorizations,
      SecureRandom random) {
    if (authorizations.length > 0 && !spec.sessionsAllowed()) {
      throw refused(spec, "takes no session and no password");
    }
    List<Slot> slots = new ArrayList<>();
    for (int k = 0; k < Math.max(spec.authHandleCount(), authorizations.length); k++) {
      boolean authorizes = k < spec.authHandleCount();
      Authorization given = k < authorizations.length ? authorizations[k] : Authorization.NONE;
      String what = authorizes ? spec.handleNames().get(k) : "session " + (k + 1);
      slots.add(new Slot(given, authorizes ? handles.get(k).name() : Optional.empty(), what));
    }
    AuthorizationArea area = new AuthorizationArea(spec, handles, slots, random);
    area.check();
    area.roll();
    return area;
  }

  private static IllegalArgumentException refused(CommandSpec<?, ?> spec, String rule) {
    return new IllegalArgumentException(spec.name() + " " + rule);
  }

  private void check() {
    if (slots.size() > MOST_SESSIONS) {
      throw refused(spec, "takes at most 3 authorisations, there are " + slots.size());
    }
    for (int k = 0; k < slots.size(); k++) {
      Slot slot = slots.get(k);
      SessionUse use = slot.use();
      boolean authorizes = k < spec.authHandleCount();
      if (authorizes
          && spec.handles().get(k).role().orElseThrow() == Role.DUP
          && (use == null || use.session().kind() != Session.Kind.POLICY)) {
        throw refused(
            spec,
            "needs a policy session for "
                + slot.what
                + ": duplication is authorised by the object's policy only");
      }
      if (use == null) {
        if (!authorizes) {
          throw refused(
              spec,
              "has "
                  + spec.authHandleCount()
                  + " handles to authorise ("
                  + Engine.listed(spec.handleNames().subList(0, spec.authHandleCount()))
                  + "); a further password authorises nothing");
        }
        continue;
      }
      check(k, slot, use, authorizes);
    }
  }

  private void check(int k, Slot slot, SessionUse use, boolean authorizes) {
    if (!(use.session() instanceof LiveSession)) {
      throw refused(spec, "was given a session that did not come from Tpm20.startSession()");
    }
    if (!use.session().isOpen()) {
      throw refused(spec, "was given the " + use.session() + ", which is closed");
    }
    if (slot.session().isOutOfStep()) {
      throw refused(
          spec,
          "was given the "
              + use.session()
              + ", which is out of step with the TPM since an answer was lost or could not be"
              + " believed: close it and start another");
    }
    for (int other = 0; other < k; other++) {
      SessionUse before = slots.get(other).use();
      if (before != null && before.session() == use.session()) {
        throw refused(spec, "was given the " + use.session() + " twice");
      }
    }
    if (authorizes && use.session().kind() == Session.Kind.TRIAL) {
      throw refused(spec, "cannot be authorised by a trial session, which computes a digest only");
    }
    if (authorizes && use.authValue().isEmpty()) {
      throw refused(
          spec,
          "needs the auth value of "
              + slot.what
              + ": write session.authorize(authValue), which may be AuthValue.EMPTY");
    }
    if (!authorizes) {
      checkBeside(slot, use);
    }
    if ((use.decrypt() || use.encrypt()) && slot.session().cipher() == ParameterCipher.NONE) {
      throw refused(
          spec,
          "was given the "
              + use.session()
              + " to encrypt a parameter, and it was started unencrypted()");
    }
    if (use.audit() != SessionUse.Audit.NONE && use.session().kind() != Session.Kind.HMAC) {
      throw refused(
          spec, "was given the " + use.session() + " to audit, which only an HMAC session can");
    }
    if (use.decrypt()) {
      if (decrypt >= 0) {
        throw refused(spec, "can have one session that encrypts the command, not two");
      }
      if (!spec.firstParameterCanBeEncrypted()) {
        throw refused(spec, "has no first parameter that could be encrypted (only a TPM2B can be)");
      }
      decrypt = k;
    }
    if (use.encrypt()) {
      if (encrypt >= 0) {
        throw refused(spec, "can have one session that encrypts the response, not two");
      }
      if (!spec.firstResponseParameterCanBeEncrypted()) {
        throw refused(
            spec, "answers no first parameter that could be encrypted (only a TPM2B can be)");
      }
      encrypt = k;
    }
    if (use.audit() != SessionUse.Audit.NONE) {
      if (audited) {
        throw refused(spec, "can have one session that audits, not two");
      }
      audited = true;
    }
  }

  /** A session that authorises nothing: the TPM wants to know what it is good for. */
  private void checkBeside(Slot slot, SessionUse use) {
    if (use.authValue().isPresent()) {
      throw refused(
          spec, "has nothing to be authorised by " + slot.what + ": write session.use() for it");
    }
    if (!use.decrypt() && !use.encrypt() && use.audit() == SessionUse.Audit.NONE) {
      throw refused(
          spec,
          "was given "
              + slot.what
              + " for no purpose: write session.use().auditing() for a proof of the answer, or have"
              + " it encrypt a parameter");
    }
  }

  /** Nobody knows whether the TPM's nonces have rolled: its sessions cannot be used again. */
  void outOfStep() {
    slots.stream().filter(slot -> slot.use() != null).forEach(slot -> slot.session().outOfStep());
  }

  private void roll() {
    for (Slot slot : slots) {
      SessionUse use = slot.use();
      if (use == null) {
        slot.attributes = CONTINUE;
        continue;
      }
      LiveSession session = slot.session();
      byte[] nonce = new byte[session.hash().size()];
      random.nextBytes(nonce);
      session.roll(Bytes.wrap(nonce));
      slot.attributes =
          (use.last() ? 0 : CONTINUE)
              | (use.decrypt() ? DECRYPT : 0)
              | (use.encrypt() ? ENCRYPT : 0)
              | auditBits(use.audit());
      slot.bound =
          use.authValue().isPresent() && session.isBoundTo(slot.name, use.authValue().get());
    }
  }

  private static int auditBits(SessionUse.Audit audit) {
    return switch (audit) {
      case NONE -> 0;
      case ADD -> AUDIT;
      case EXCLUSIVE -> AUDIT | AUDIT_EXCLUSIVE;
      case RESTART -> AUDIT | AUDIT_RESET;
    };
  }

  /** Encrypts the first parameter in place, if a session was asked to. */
  void encrypt(byte[] parameters) {
    if (decrypt >= 0) {
      LiveSession session = slots.get(decrypt).session();
      cipher(
          true,
          decrypt,
          slots.get(decrypt).authValue(),
          session.nonceCaller(),
          session.nonceTpm(),
          parameters);
    }
  }

  /** Decrypts the first response parameter in place, if a session was asked to. */
  void decrypt(byte[] parameters) {
    if (encrypt >= 0) {
      LiveSession session = slots.get(encrypt).session();
      cipher(
          false,
          encrypt,
          slots.get(encrypt).authValue(),
          session.nonceTpm(),
          session.nonceCaller(),
          parameters);
    }
    // A policy session is used once: the TPM begins its policy again for the next command.
    slots.stream()
        .filter(slot -> slot.use() != null)
        .forEach(slot -> slot.session().prove(PolicyProof.NOTHING));
    slots.stream()
        .filter(slot -> slot.use() != null && (slot.attributes & CONTINUE) == 0)
        .forEach(slot -> slot.session().end());
  }

  private void cipher(
      boolean encrypting,
      int index,
      Optional<AuthValue> authValue,
      Bytes newer,
      Bytes older,
      byte[] parameters) {
    LiveSession session = slots.get(index).session();
    // A hostile answer may be shorter than its first parameter claims.
    int size = parameters.length < 2 ? -1 : (parameters[0] & 0xff) << 8 | parameters[1] & 0xff;
    if (size < 0 || size > parameters.length - 2) {
      throw WireException.refused(
              "must fit into the " + parameters.length + " bytes of parameters",
              0,
              Integer.toString(size))
          .within("size of the encrypted parameter")
          .within(spec.name());
    }
    byte[] octets = Arrays.copyOfRange(parameters, 2, 2 + size);
    byte[] key = session.keyWith(authValue, true, false);
    try {
      session.cipher().apply(encrypting, session.hash(), key, newer, older, octets);
      System.arraycopy(octets, 0, parameters, 2, size);
    } finally {
      Arrays.fill(key, (byte) 0);
      Arrays.fill(octets, (byte) 0);
    }
  }

  /**
   * Appends the authorisation area.
   *
   * @param parameters as they will be sent, encrypted where that was asked for
   */
  void write(byte[] parameters, WireWriter out) {
    int mark = out.mark(4);
    for (int k = 0; k < slots.size(); k++) {
      Slot slot = slots.get(k);
      if (slot.authorization instanceof Authorization.Password password) {
        out.u32(Handle.PASSWORD.value());
        out.u16(0);
        out.u8(slot.attributes);
        writeSecret(password.authValue(), out);
      } else {
        LiveSession session = slot.session();
        out.u32(session.handle().value());
        writeSized(session.nonceCaller(), out);
        out.u8(slot.attributes);
        if (session.sendsPassword()) {
          writeSecret(Engine.orEmpty(slot.authValue()), out);
        } else {
          writeSized(commandHmac(k, slot, session, parameters), out);
        }
      }
    }
    out.patch(mark, 4);
  }

  private static void writeSized(Bytes octets, WireWriter out) {
    out.u16(octets.length());
    out.bytes(octets);
  }

  private static void writeSecret(AuthValue secret, WireWriter out) {
    try (AuthValue trimmed = secret.withoutTrailingZeros()) {
      out.u16(trimmed.length());
      out.secret(trimmed);
    }
  }

  private Bytes commandHmac(int index, Slot slot, LiveSession session, byte[] parameters) {
    byte[] key = session.keyWith(slot.authValue(), false, slot.bound);
    try {
      if (key.length == 0 && session.kind() != Session.Kind.HMAC) {
        // Part 1, 19.6.11: without a key the HMAC of a policy session is the Empty Buffer.
        return Bytes.EMPTY;
      }
      Hmac hmac =
          session
              .hmac(key)
              .update(cpHash(session.hash(), parameters))
              .update(session.nonceCaller())
              .update(session.nonceTpm());
      if (index == 0 && spec.authHandleCount() > 0) {
        // The first authorisation also signs the nonces of sessions that encrypt, so that none can
        // be
        // removed (Part 1, 19.6.5).
        if (decrypt > 0) {
          hmac.update(slots.get(decrypt).session().nonceTpm());
        }
        if (encrypt > 0 && encrypt != decrypt) {
          hmac.update(slots.get(encrypt).session().nonceTpm());
        }
      }
      return hmac.update((byte) slot.attributes).finish();
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** cpHash: the command code, the Names of its handles, its parameters (Part 1, 16.7). */
  private Bytes cpHash(Bank hash, byte[] parameters) {
    var digest = hash.digest();
    digest.update(
        new byte[] {
          (byte) (spec.code() >> 24),
          (byte) (spec.code() >> 16),
          (byte) (spec.code() >> 8),
          (byte) spec.code()
        });
    for (int k = 0; k < handles.size(); k++) {
      handles.get(k).requireName(spec.name() + "." + spec.handleNames().get(k)).update(digest);
    }
    digest.update(parameters);
    return Bytes.wrap(digest.digest());
  }

  /**
   * Checks every session's proof of the answer.
   *
   * @param command what was sent
   * @param parameters as they came, encrypted where that was asked for
   * @param in at the start of the answer's authorisation area
   * @throws TpmAuthenticityException if a proof does not hold
   */
  void verify(Command<?> command, byte[] parameters, WireReader in) {
    try {
      for (int k = 0; k < slots.size(); k++) {
        verify(command, parameters, k, in);
      }
      in.finish();
    } catch (WireException e) {
      throw e.within("authorisation area").within(spec.response().name());
    }
  }

  private void verify(Command<?> command, byte[] parameters, int index, WireReader in) {
    Slot slot = slots.get(index);
    Bytes nonceTpm = in.bytes(in.count(2, LARGEST_DIGEST));
    int attributes = in.u8();
    Bytes found = in.bytes(in.count(2, LARGEST_DIGEST));
    SessionUse use = slot.use();
    if (use == null) {
      if (!nonceTpm.isEmpty() || !found.isEmpty()) {
        throw new TpmAuthenticityException(
            spec.name(), "a password for " + slot.what + " is answered with a nonce or an HMAC");
      }
      return;
    }
    LiveSession session = slot.session();
    Optional<AuthValue> authValue =
        index == 0 ? use.authValue().map(command::authValueAfter) : use.authValue();
    byte[] key = session.keyWith(authValue, false, slot.bound);
    try {
      boolean unkeyed = key.length == 0 && session.kind() != Session.Kind.HMAC;
      if (session.sendsPassword() || unkeyed) {
        if (!found.isEmpty()) {
          throw new TpmAuthenticityException(
              spec.name(), "the " + session + " has no key, but its answer has an HMAC");
        }
      } else {
        Bytes expected =
            session
                .hmac(key)
                .update(rpHash(session.hash(), parameters))
                .update(nonceTpm)
                .update(session.nonceCaller())
                .update((byte) attributes)
                .finish();
        if (!expected.equals(found)) {
          throw new TpmAuthenticityException(
              spec.name(), "the HMAC of the " + session + " for " + slot.what + " does not match");
        }
      }
    } finally {
      Arrays.fill(key, (byte) 0);
    }
    session.rolled(nonceTpm);
    if (use.audit() != SessionUse.Audit.NONE) {
      session.audited((attributes & AUDIT_EXCLUSIVE) != 0);
    }
    if ((attributes & CONTINUE) == 0) {
      slot.attributes &= ~CONTINUE;
    }
  }

  /** rpHash: response code (0), command code, parameters (Part 1, 16.8). */
  private Bytes rpHash(Bank hash, byte[] parameters) {
    var digest = hash.digest();
    digest.update(
        new byte[] {
          0,
          0,
          0,
          0,
          (byte) (spec.code() >> 24),
          (byte) (spec.code() >> 16),
          (byte) (spec.code() >> 8),
          (byte) spec.code()
        });
    digest.update(parameters);
    return Bytes.wrap(digest.digest());
  }
}
