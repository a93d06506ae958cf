package org.tssj.tpm12.engine;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.command.AnswerCipher;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.Role;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.SessionUse;

/**
 * The authorisations of one command and of its answer: who signs what with which key. They stand at
 * the end of both.
 *
 * @see "TPM 1.2 Main, Part 1, 13.2 OIAP"
 */
final class AuthorizationBlocks {

  /** Nonce, continueAuthSession, HMAC. */
  static final int RESPONSE_SIZE = 20 + 1 + 20;

  private static final int NONCE_SIZE = 20;

  /** One authorisation: whose secret, by which session. */
  private static final class Slot {
    final String role;
    final LiveSession session;
    final @Nullable AuthValue secret;
    final boolean last;
    final boolean forThisCommand;
    Bytes lastNonceEven = Bytes.EMPTY;
    Bytes nonceOdd = Bytes.EMPTY;
    int newSecrets;

    Slot(
        String role,
        LiveSession session,
        @Nullable AuthValue secret,
        boolean last,
        boolean forThisCommand) {
      this.role = role;
      this.session = session;
      this.secret = secret;
      this.last = last;
      this.forThisCommand = forThisCommand;
    }
  }

  private final CommandSpec<?, ?> spec;
  private final List<Slot> slots;
  private final SecureRandom random;

  private AuthorizationBlocks(CommandSpec<?, ?> spec, List<Slot> slots, SecureRandom random) {
    this.spec = spec;
    this.slots = slots;
    this.random = random;
  }

  /**
   * Checks that the authorisations fit the command. Nothing is sent.
   *
   * @throws IllegalArgumentException if they do not fit; the message names the rule
   */
  static AuthorizationBlocks of(
      CommandSpec<?, ?> spec, Authorization[] given, Engine engine, SecureRandom random) {
    List<Role> roles = spec.roles();
    if (given.length < spec.requiredRoles() || given.length > roles.size()) {
      throw refused(spec, "takes " + wanted(spec) + ", not " + given.length);
    }
    List<Slot> slots = new ArrayList<>(given.length);
    for (int k = 0; k < given.length; k++) {
      // Where fewer are given, the last roles are meant.
      String role = roles.get(roles.size() - given.length + k).name();
      Slot slot = slot(spec, role, given[k], engine);
      for (Slot other : slots) {
        if (other.session == slot.session) {
          throw refused(spec, "was given the " + slot.session + " twice");
        }
      }
      slots.add(slot);
    }
    return new AuthorizationBlocks(spec, slots, random);
  }

  private static Slot slot(
      CommandSpec<?, ?> spec, String role, Authorization given, Engine engine) {
    if (given instanceof Authorization.Oiap oiap) {
      return new Slot(role, engine.newOiap(), oiap.secret(), true, true);
    }
    if (given instanceof Authorization.Osap osap) {
      LiveSession session = engine.newOsap(osap.entityType(), osap.entityValue(), osap.secret());
      return new Slot(role, session, null, true, true);
    }
    if (given instanceof Authorization.Dsap dsap) {
      LiveSession session =
          engine.newDsap(dsap.entityType(), dsap.key(), dsap.entityValue(), dsap.secret());
      return new Slot(role, session, null, true, true);
    }
    SessionUse use = (SessionUse) given;
    if (!(use.session() instanceof LiveSession session)) {
      throw refused(spec, "was given a session that did not come from Tpm12");
    }
    if (!session.isOpen()) {
      throw refused(spec, "was given the " + session + ", which is closed");
    }
    return new Slot(role, session, use.secret().orElse(null), use.last(), false);
  }

  private static String wanted(CommandSpec<?, ?> spec) {
    if (spec.roles().isEmpty()) {
      return "no authorisation";
    }
    List<String> words = new ArrayList<>();
    for (Role role : spec.roles()) {
      words.add(role.required() ? role.name() : "[" + role.name() + "]");
    }
    return "the authorisations " + String.join(", ", words);
  }

  private static IllegalArgumentException refused(CommandSpec<?, ?> spec, String rule) {
    return new IllegalArgumentException(spec.name() + " " + rule);
  }

  int count() {
    return slots.size();
  }

  /** The roles that are authorised, in wire order. */
  List<String> roles() {
    return slots.stream().map(slot -> slot.role).toList();
  }

  List<LiveSession> sessions() {
    return slots.stream().map(slot -> slot.session).toList();
  }

  /** The sessions that were made for this command and nobody closes. */
  List<LiveSession> sessionsForThisCommand() {
    return slots.stream().filter(slot -> slot.forThisCommand).map(slot -> slot.session).toList();
  }

  /** Rolls the caller's nonces. */
  void roll() {
    for (Slot slot : slots) {
      byte[] nonce = new byte[NONCE_SIZE];
      random.nextBytes(nonce);
      slot.lastNonceEven = slot.session.nonceEven();
      slot.nonceOdd = Bytes.wrap(nonce);
      slot.session.used(slot.nonceOdd);
      slot.newSecrets = 0;
    }
  }

  /** The caller's nonce of the last authorisation. */
  Bytes lastNonceOdd() {
    return slots.get(slots.size() - 1).nonceOdd;
  }

  /**
   * Encrypts a new secret or data among the parameters, in place.
   *
   * @throws IllegalArgumentException if the session is neither an OSAP nor a DSAP one
   */
  void hide(CommandSpec.Hidden hidden, WireWriter out) {
    for (Slot slot : slots) {
      if (!slot.role.equals(hidden.role())) {
        continue;
      }
      if (slot.secret != null) {
        throw refused(
            spec,
            "encrypts "
                + hidden.name()
                + " with an OSAP session for "
                + slot.role
                + ": write Authorization.osap, or Tpm12.osap(...).use()");
      }
      byte[] octets = out.toArray(hidden.from(), hidden.to());
      if (hidden.newSecret()) {
        slot.newSecrets++;
        slot.session.hide(slot.newSecrets == 1 ? slot.lastNonceEven : slot.nonceOdd, octets);
      } else {
        slot.session.hideData(slot.lastNonceEven, slot.nonceOdd, octets);
      }
      out.putAt(hidden.from(), octets);
      Arrays.fill(octets, (byte) 0);
      return;
    }
    // Without the authorisation there is nothing to encrypt with: TPM_NV_DefineSpace before there
    // is an owner.
  }

  /** What decrypts an answer to the command that was sent with these nonces. */
  AnswerCipher answerCipher(String role) {
    return (scheme, encrypted) -> {
      for (Slot slot : slots) {
        if (slot.role.equals(role) && slot.secret == null) {
          byte[] octets = encrypted.toArray();
          slot.session.revealData(scheme, slot.lastNonceEven, slot.nonceOdd, octets);
          return AuthValue.wrap(octets);
        }
      }
      throw refused(spec, "answers encrypted data, which takes an OSAP session for " + role);
    };
  }

  /**
   * Appends the authorisations.
   *
   * @param digest SHA-1 of the ordinal and the parameters
   */
  void write(Bytes digest, WireWriter out) {
    for (Slot slot : slots) {
      int continues = slot.last ? 0 : 1;
      out.u32(slot.session.handle().value());
      out.bytes(slot.nonceOdd);
      out.u8(continues);
      out.bytes(
          slot.session
              .hmac(slot.secret)
              .update(digest)
              .update(slot.lastNonceEven)
              .update(slot.nonceOdd)
              .update((byte) continues)
              .finish());
    }
  }

  /** What an answer says about one session. */
  private record Proof(Bytes nonceEven, boolean continues) {}

  /**
   * Checks every authorisation of the answer, and rolls the TPM's nonces when all hold: an answer
   * is believed as a whole or not at all.
   *
   * @param digest SHA-1 of result code, ordinal and parameters
   * @param in at the start of the answer's authorisations
   * @throws TpmAuthenticityException if one does not hold
   */
  void verify(Bytes digest, WireReader in) {
    List<Proof> proofs = new ArrayList<>(slots.size());
    for (Slot slot : slots) {
      proofs.add(verify(slot, digest, in));
    }
    for (int k = 0; k < proofs.size(); k++) {
      if (proofs.get(k).continues()) {
        slots.get(k).session.rolled(proofs.get(k).nonceEven());
      } else {
        slots.get(k).session.ended();
      }
    }
  }

  private Proof verify(Slot slot, Bytes digest, WireReader in) {
    Bytes nonceEven = in.bytes(NONCE_SIZE);
    int at = in.offset();
    int continues = in.u8();
    Bytes found = in.bytes(Bank.SHA1.size());
    Bytes expected =
        slot.session
            .hmac(slot.secret)
            .update(digest)
            .update(nonceEven)
            .update(slot.nonceOdd)
            .update((byte) continues)
            .finish();
    if (!expected.equals(found)) {
      throw new TpmAuthenticityException(
          spec.name(), "the HMAC of the " + slot.session + " for " + slot.role + " does not match");
    }
    if (continues > 1) {
      throw WireException.refused("BOOL must be 0 or 1", at, String.format("0x%02x", continues))
          .within("continueAuthSession");
    }
    return new Proof(nonceEven, continues == 1);
  }

  /** SHA-1 of a number, another number perhaps, and octets of a message. */
  static Bytes digest(byte[] message, int from, int to, int... numbers) {
    MessageDigest digest = Bank.SHA1.digest();
    for (int number : numbers) {
      digest.update((byte) (number >> 24));
      digest.update((byte) (number >> 16));
      digest.update((byte) (number >> 8));
      digest.update((byte) number);
    }
    digest.update(message, from, to - from);
    return Bytes.wrap(digest.digest());
  }
}
