package org.tssj.tpm20.engine;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Hmac;
import org.tssj.tpm20.command.PolicyProof;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.handle.Handle;

/** A session's state: its key and the two nonces that roll with every command. */
public final class LiveSession implements Session {

  /** What a session is bound to: the Name of an entity and the auth value it had then. */
  record Binding(Bytes name, AuthValue authValue) {}

  /** How a session leaves the TPM: TPM2_FlushContext. */
  @FunctionalInterface
  public interface Flush {
    /** Flushes the session with this handle. */
    void flush(Handle handle);
  }

  private final Handle handle;
  private final Kind kind;
  private final Bank hash;
  private final ParameterCipher cipher;
  private final byte[] key;
  private @Nullable Binding binding;
  private final Flush flush;
  private Bytes nonceCaller;
  private Bytes nonceTpm;
  private PolicyProof proof = PolicyProof.NOTHING;
  private boolean open = true;
  private boolean outOfStep;
  private boolean exclusive;

  private LiveSession(
      Handle handle,
      Kind kind,
      Bank hash,
      ParameterCipher cipher,
      byte[] key,
      @Nullable Binding binding,
      Bytes nonceCaller,
      Bytes nonceTpm,
      Flush flush) {
    this.handle = handle;
    this.kind = kind;
    this.hash = hash;
    this.cipher = cipher;
    this.key = key;
    this.binding = binding;
    this.nonceCaller = nonceCaller;
    this.nonceTpm = nonceTpm;
    this.flush = flush;
  }

  /**
   * The state after TPM2_StartAuthSession.
   *
   * @param bind what the session was bound to, and its auth value; null for TPM_RH_NULL
   * @param salt the salt; empty if there was no tpmKey
   */
  public static LiveSession started(
      Handle handle,
      Kind kind,
      Bank hash,
      ParameterCipher cipher,
      @Nullable Handle bind,
      AuthValue bindAuth,
      AuthValue salt,
      Bytes nonceCaller,
      Bytes nonceTpm,
      Flush flush) {
    AuthValue trimmed = bindAuth.withoutTrailingZeros();
    byte[] key = new byte[0];
    // Part 1, 19.6.8: without salt and bind there is no session key.
    if (bind != null || !salt.isEmpty()) {
      byte[] seed = new byte[trimmed.length() + salt.length()];
      trimmed.copyTo(seed, 0);
      salt.copyTo(seed, trimmed.length());
      key = Kdf.kdfa(hash, seed, "ATH", nonceTpm, nonceCaller, 8 * hash.size());
      Arrays.fill(seed, (byte) 0);
    }
    // A policy session is not bound for authorisation, only keyed by the bind entity's auth value.
    Binding binding =
        bind == null || kind != Kind.HMAC ? null : new Binding(bind.name().orElseThrow(), trimmed);
    return new LiveSession(handle, kind, hash, cipher, key, binding, nonceCaller, nonceTpm, flush);
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
  public Bank hash() {
    return hash;
  }

  @Override
  public boolean hasKey() {
    return key.length > 0;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    if (open) {
      end();
      flush.flush(handle);
    }
  }

  /** The TPM no longer holds it: the key is overwritten, nothing is sent. */
  public void end() {
    open = false;
    Arrays.fill(key, (byte) 0);
  }

  /** Whether the nonces here may not be those that the TPM has. */
  boolean isOutOfStep() {
    return outOfStep;
  }

  /** An answer was lost or could not be believed: the TPM's nonce is not known any more. */
  void outOfStep() {
    outOfStep = true;
  }

  Bytes nonceCaller() {
    return nonceCaller;
  }

  @Override
  public Bytes nonceTpm() {
    return nonceTpm;
  }

  ParameterCipher cipher() {
    return cipher;
  }

  void roll(Bytes caller) {
    nonceCaller = caller;
  }

  void rolled(Bytes tpm) {
    nonceTpm = tpm;
  }

  /** It has audited a command: the reference code lets no audit session be bound (Part 4). */
  void audited(boolean isExclusive) {
    binding = null;
    exclusive = isExclusive;
  }

  @Override
  public boolean isExclusive() {
    return exclusive;
  }

  /** What it shows, beside the policy, when it authorises something. */
  void prove(PolicyProof proof) {
    this.proof = proof;
  }

  boolean sendsPassword() {
    return kind == Kind.POLICY && proof == PolicyProof.PASSWORD;
  }

  /**
   * Whether it was bound to what has this Name, while that had this auth value (Part 1, 19.6.10).
   */
  boolean isBoundTo(Optional<Bytes> name, AuthValue authValue) {
    Binding bound = binding;
    return bound != null
        && name.isPresent()
        && bound.name().equals(name.get())
        && bound.authValue().equals(authValue.withoutTrailingZeros());
  }

  /**
   * Session key, then the auth value where this use has one to add. The caller overwrites it.
   *
   * @param authValue the auth value of the handle it authorises, if it does
   * @param always whether a policy session or the bound entity adds it too, as encryption wants it
   */
  byte[] keyWith(Optional<AuthValue> authValue, boolean always, boolean bound) {
    boolean adds =
        authValue.isPresent()
            && (always || (kind == Kind.HMAC ? !bound : proof == PolicyProof.AUTH_VALUE));
    if (!adds) {
      return key.clone();
    }
    AuthValue trimmed = authValue.get().withoutTrailingZeros();
    byte[] joined = Arrays.copyOf(key, key.length + trimmed.length());
    trimmed.copyTo(joined, key.length);
    return joined;
  }

  Hmac hmac(byte[] hmacKey) {
    return Hmac.keyed(hash, hmacKey);
  }

  @Override
  public String toString() {
    return kind + " session " + handle;
  }
}
