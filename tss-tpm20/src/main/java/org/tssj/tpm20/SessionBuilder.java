package org.tssj.tpm20;

import java.io.IOException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.tpm20.command.session.StartAuthSession;
import org.tssj.tpm20.engine.LiveSession;
import org.tssj.tpm20.engine.ParameterCipher;
import org.tssj.tpm20.engine.Salt;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.constant.SessionType;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/**
 * Starts a session: HMAC with SHA-256 and AES-128 unless said otherwise, neither salted nor bound.
 *
 * <p>Salt it with a key whose public area you trust ({@link #saltedWith}), and somebody between
 * here and the TPM learns nothing and can change nothing.
 */
public final class SessionBuilder {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Tpm20 tpm;
  private Session.Kind kind = Session.Kind.HMAC;
  private Bank hash = Bank.SHA256;
  private ParameterCipher cipher = new ParameterCipher.AesCfb(128);
  private Handle saltKey = Handle.NULL;
  private @Nullable Public saltPublic;
  private @Nullable Handle bind;
  private AuthValue bindAuth = AuthValue.EMPTY;

  SessionBuilder(Tpm20 tpm) {
    this.tpm = tpm;
  }

  /**
   * Starts a policy session, which authorises by what happens in it, instead of an HMAC session.
   */
  public SessionBuilder policy() {
    kind = Session.Kind.POLICY;
    return this;
  }

  /** Starts a trial session, which computes a policy's digest and authorises nothing. */
  public SessionBuilder trial() {
    kind = Session.Kind.TRIAL;
    return this;
  }

  /** The hash of HMACs, key derivation and policy digest. */
  public SessionBuilder hash(Bank hash) {
    this.hash = hash;
    return this;
  }

  /**
   * Encrypts parameters with AES in CFB mode, where a use of the session asks for it.
   *
   * @param keyBits 128, 192 or 256
   */
  public SessionBuilder aes(int keyBits) {
    cipher = new ParameterCipher.AesCfb(keyBits);
    return this;
  }

  /** Obfuscates parameters with XOR, where a use of the session asks for it. */
  public SessionBuilder xor() {
    cipher = new ParameterCipher.Xor();
    return this;
  }

  /** Has no parameter encryption at all. */
  public SessionBuilder unencrypted() {
    cipher = ParameterCipher.NONE;
    return this;
  }

  /**
   * Derives the session key from a secret that only the TPM holding this key can read.
   *
   * @param key a loaded or persistent RSA, ECC or ML-KEM decryption key; ML-KEM needs Bouncy Castle
   * @param trusted its public area, from where you trust it: not from the TPM you are about to
   *     verify
   */
  public SessionBuilder saltedWith(Handle key, Public trusted) {
    saltKey = key;
    saltPublic = trusted;
    return this;
  }

  /**
   * Derives the session key from an entity's auth value too; while authorising that entity the
   * value is not needed again.
   *
   * @param entity the entity, with its Name if it is an object or NV index
   * @param authValue its auth value
   */
  public SessionBuilder boundTo(Handle entity, AuthValue authValue) {
    if (entity.name().isEmpty()) {
      throw new IllegalArgumentException(
          "a session is bound to the Name of " + entity + ", which the handle does not carry");
    }
    bind = entity;
    bindAuth = authValue;
    return this;
  }

  /**
   * Starts it.
   *
   * @throws IOException if the bytes could not be carried
   * @throws TpmResponseException if the TPM refuses, for example because it holds no more sessions
   */
  public Session start() throws IOException {
    byte[] nonce = new byte[hash.size()];
    RANDOM.nextBytes(nonce);
    Bytes nonceCaller = Bytes.wrap(nonce);
    Salt salt = new Salt(AuthValue.EMPTY, Bytes.EMPTY);
    if (saltPublic != null) {
      salt = Salt.forKey(saltPublic, "SECRET", RANDOM);
    }
    try (AuthValue secret = salt.secret()) {
      StartAuthSession.Response started =
          tpm.execute(
              new StartAuthSession(
                  saltKey,
                  bind == null ? Handle.NULL : bind,
                  nonceCaller,
                  salt.encrypted(),
                  sessionType(),
                  symmetric(),
                  new AlgorithmId(hash.algorithm())));
      LiveSession session =
          LiveSession.started(
              started.sessionHandle(),
              kind,
              hash,
              cipher,
              bind,
              bindAuth,
              secret,
              nonceCaller,
              started.nonceTpm(),
              tpm::flushQuietly);
      if (kind == Session.Kind.POLICY) {
        tpm.opened(session);
      }
      return session;
    }
  }

  private SymDef symmetric() {
    if (cipher instanceof ParameterCipher.AesCfb aes) {
      return new SymDefObject.Block(AlgorithmId.AES, aes.keyBits(), AlgorithmId.CFB);
    }
    return cipher instanceof ParameterCipher.Xor
        ? new SymDef.Xor(new AlgorithmId(hash.algorithm()))
        : SymDefObject.None.NONE;
  }

  private SessionType sessionType() {
    return switch (kind) {
      case HMAC -> SessionType.HMAC;
      case POLICY -> SessionType.POLICY;
      case TRIAL -> SessionType.TRIAL;
    };
  }
}
