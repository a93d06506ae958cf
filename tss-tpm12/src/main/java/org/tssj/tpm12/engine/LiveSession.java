package org.tssj.tpm12.engine;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Hmac;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * A session's state: its handle, the TPM's last nonce and, for all but OIAP, the shared secret; and
 * what it takes to open it again. Guarded by the engine's lock.
 */
public final class LiveSession implements Session {

  /**
   * What an OSAP or DSAP session was opened for.
   *
   * @param value the entity: its four octets for OSAP, the delegation for DSAP
   * @param key the key whose use was delegated, for DSAP
   */
  record Entity(EntityType type, Bytes value, Handle key, AuthValue secret) {}

  /** What the TPM is known to hold of it. */
  private enum State {
    /** The TPM holds it under this handle. */
    THERE,
    /** The TPM ended it: it has to be opened again. */
    GONE,
    /** An answer was lost or not believed: the TPM may hold it, with another nonce. */
    UNKNOWN,
    /** Nobody wants it any more. */
    CLOSED
  }

  private final Kind kind;
  private final @Nullable Entity entity;
  private final Consumer<LiveSession> closer;
  private Handle handle = new Handle(0);
  private Bytes nonceEven = Bytes.EMPTY;
  private Bytes nonceOdd = Bytes.EMPTY;
  private byte[] sharedSecret = new byte[0];
  private State state = State.GONE;

  private LiveSession(Kind kind, @Nullable Entity entity, Consumer<LiveSession> closer) {
    this.kind = kind;
    this.entity = entity;
    this.closer = closer;
  }

  /** An OIAP session that is not open yet. */
  static LiveSession oiap(Consumer<LiveSession> closer) {
    return new LiveSession(Kind.OIAP, null, closer);
  }

  /** An OSAP session that is not open yet. It keeps a copy of the secret to be opened again. */
  static LiveSession osap(
      EntityType type, int value, AuthValue secret, Consumer<LiveSession> closer) {
    WireWriter octets = new WireWriter(Integer.BYTES);
    octets.u32(value);
    return new LiveSession(
        Kind.OSAP, new Entity(type, octets.toBytes(), new Handle(0), secret.copy()), closer);
  }

  /** A DSAP session that is not open yet. It keeps a copy of the secret to be opened again. */
  static LiveSession dsap(
      EntityType type, Handle key, Bytes value, AuthValue secret, Consumer<LiveSession> closer) {
    return new LiveSession(Kind.DSAP, new Entity(type, value, key, secret.copy()), closer);
  }

  /** A transport session that the TPM has opened, with its secret, of which it keeps a copy. */
  static LiveSession transport(
      Handle handle, Bytes nonceEven, AuthValue secret, Consumer<LiveSession> closer) {
    LiveSession session = new LiveSession(Kind.TRANSPORT, null, closer);
    session.sharedSecret = secret.toArray();
    session.opened(handle, nonceEven);
    return session;
  }

  /** What the TPM answered TPM_OIAP. */
  void opened(Handle newHandle, Bytes newNonceEven) {
    handle = newHandle;
    nonceEven = newNonceEven;
    state = State.THERE;
  }

  /** What the TPM answered TPM_OSAP or TPM_DSAP: both sides' nonces make the shared secret. */
  void opened(Handle newHandle, Bytes newNonceEven, Bytes nonceEvenShared, Bytes nonceOddShared) {
    forget();
    sharedSecret =
        Hmac.keyed(Bank.SHA1, entity().secret())
            .update(nonceEvenShared)
            .update(nonceOddShared)
            .finishSecret();
    opened(newHandle, newNonceEven);
  }

  Entity entity() {
    return Objects.requireNonNull(entity, "this session is for no entity");
  }

  @Override
  public Handle handle() {
    return handle;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean isOpen() {
    return state != State.CLOSED;
  }

  boolean isThere() {
    return state == State.THERE;
  }

  boolean mayBeThere() {
    return state == State.THERE || state == State.UNKNOWN;
  }

  /** A command is about to be sent with this nonce of the caller's. */
  void used(Bytes nonce) {
    nonceOdd = nonce;
  }

  @Override
  public Bytes nonceOdd() {
    return nonceOdd;
  }

  /** The TPM's last nonce. */
  Bytes nonceEven() {
    return nonceEven;
  }

  /** The TPM answered with a new nonce and keeps the session. */
  void rolled(Bytes newNonceEven) {
    nonceEven = newNonceEven;
  }

  /** The TPM ended it. */
  void ended() {
    if (state != State.CLOSED) {
      state = State.GONE;
    }
  }

  /** An answer was lost or not believed. */
  void lost() {
    if (state == State.THERE) {
      state = State.UNKNOWN;
    }
  }

  /** Encrypts a new secret in place. */
  void hide(Bytes nonce, byte[] octets) {
    Adip.apply(entity().type(), sharedSecret, nonce, octets);
  }

  /** Encrypts data in place. */
  void hideData(Bytes lastNonceEven, Bytes nonceOdd, byte[] octets) {
    Adip.applyToData(entity().type(), sharedSecret, lastNonceEven, nonceOdd, octets);
  }

  /** Decrypts data in place, which was encrypted by another scheme perhaps. */
  void revealData(EntityType scheme, Bytes lastNonceEven, Bytes nonceOdd, byte[] octets) {
    Adip.applyToData(scheme, sharedSecret, lastNonceEven, nonceOdd, octets);
  }

  /** The shared secret, or a transport session's own; not a copy. */
  byte[] sharedSecret() {
    return sharedSecret;
  }

  /** Begins an HMAC with the session's key: the shared secret, or the entity's for OIAP. */
  Hmac hmac(@Nullable AuthValue secret) {
    return secret == null ? Hmac.keyed(Bank.SHA1, sharedSecret) : Hmac.keyed(Bank.SHA1, secret);
  }

  @Override
  public void close() {
    if (state != State.CLOSED) {
      closer.accept(this);
    }
  }

  /** Overwrites what it knew. Nothing is sent. */
  void closed() {
    state = State.CLOSED;
    forget();
    if (entity != null) {
      entity.secret().close();
    }
  }

  private void forget() {
    Arrays.fill(sharedSecret, (byte) 0);
  }

  @Override
  public String toString() {
    return kind + " session " + handle;
  }
}
