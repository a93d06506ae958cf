package org.tssj.simulator.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.SessionBuilder;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.template.Templates;

/**
 * One way to start an HMAC session.
 *
 * @param key where its key comes from
 * @param cipher how it hides parameters
 * @param hash its hash
 */
record Way(KeySource key, CipherKind cipher, Bank hash) {

  /** Where a session's key comes from. */
  enum KeySource {
    /** It has none: neither salted nor bound. */
    NONE,
    /** Salted with an RSA key. */
    RSA_SALT,
    /** Salted with a key on an elliptic curve. */
    ECC_SALT,
    /** Bound to the storage hierarchy. */
    BOUND,
    /** Both. */
    ECC_SALT_AND_BOUND;

    boolean isBound() {
      return this == BOUND || this == ECC_SALT_AND_BOUND;
    }
  }

  /** How a session hides parameters. */
  enum CipherKind {
    AES_128,
    AES_256,
    XOR
  }

  /** Every combination. */
  static List<Way> all() {
    List<Way> all = new ArrayList<>();
    for (KeySource key : KeySource.values()) {
      for (CipherKind cipher : CipherKind.values()) {
        for (Bank hash : List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384)) {
          all.add(new Way(key, cipher, hash));
        }
      }
    }
    return all;
  }

  /**
   * Starts a session this way.
   *
   * @param ownerAuth the auth value of the storage hierarchy, to which it is bound if it is
   */
  Session start(Tpm20 tpm, AuthValue ownerAuth) throws IOException {
    return start(tpm, ownerAuth, false);
  }

  /** As {@link #start(Tpm20, AuthValue)}, a policy session if that is wanted. */
  Session start(Tpm20 tpm, AuthValue ownerAuth, boolean policy) throws IOException {
    SessionBuilder builder = tpm.startSession().hash(hash);
    if (policy) {
      builder.policy();
    }
    switch (cipher) {
      case AES_128 -> builder.aes(128);
      case AES_256 -> builder.aes(256);
      case XOR -> builder.xor();
    }
    if (key.isBound()) {
      builder.boundTo(Handle.OWNER, ownerAuth);
    }
    if (key == KeySource.NONE || key == KeySource.BOUND) {
      return builder.start();
    }
    // The key is needed until the session has started, and a TPM holds few.
    try (LoadedObject saltKey =
        tpm.createPrimary(
            Handle.ENDORSEMENT,
            key == KeySource.RSA_SALT
                ? Templates.storageRootKeyRsa()
                : Templates.storageRootKeyEcc(),
            AuthValue.EMPTY)) {
      return builder.saltedWith(saltKey.handle(), saltKey.publicArea()).start();
    }
  }

  @Override
  public String toString() {
    return key + " " + cipher + " " + hash.name();
  }
}
