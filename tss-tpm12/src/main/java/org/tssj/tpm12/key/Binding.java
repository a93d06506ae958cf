package org.tssj.tpm12.key;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.storage.BoundData;

/**
 * Encrypting for a binding key, which takes no TPM: {@link OpenKey#unbind} is the other end.
 *
 * @see "TPM 1.2 Main, Part 3, 10.3 TPM_UnBind"
 */
public final class Binding {

  /** TPM_BOUND_DATA before the message: version and payload type. */
  private static final int WRAPPING = 5;

  private Binding() {}

  /**
   * Encrypts a message for a key, in a TPM_BOUND_DATA; for a legacy key with PKCS#1 v1.5, which
   * takes messages of other software as they are, without.
   *
   * @param key the public part
   * @param usage what the key is for
   * @param message at most {@link #most} octets
   * @throws IllegalArgumentException if it is no key for this, or the message is too long
   */
  public static Bytes encrypt(PubKey key, KeyUsage usage, AuthValue message) {
    if (!usage.equals(KeyUsage.BIND) && !usage.equals(KeyUsage.LEGACY)) {
      throw new IllegalArgumentException(
          "a key of " + usage + " does not unbind: TPM_KEY_BIND and TPM_KEY_LEGACY do");
    }
    if (message.length() > most(key, usage)) {
      throw new IllegalArgumentException(
          message.length() + " octets do not fit the key: at most " + most(key, usage));
    }
    if (isRaw(key, usage)) {
      return key.encrypt(message);
    }
    WireWriter out = new WireWriter(WRAPPING + message.length());
    BoundData.CODEC.write(new BoundData(StructVer.V1_1, message), out);
    try (AuthValue wrapped = AuthValue.wrap(out.toArray())) {
      return key.encrypt(wrapped);
    } finally {
      out.wipe();
    }
  }

  /** The most octets of a message for this key. */
  public static int most(PubKey key, KeyUsage usage) {
    int padding =
        key.algorithmParms().encScheme().equals(EncScheme.RSAESOAEP_SHA1_MGF1) ? 42 : 11;
    return key.pubKey().length() - padding - (isRaw(key, usage) ? 0 : WRAPPING);
  }

  private static boolean isRaw(PubKey key, KeyUsage usage) {
    return usage.equals(KeyUsage.LEGACY)
        && key.algorithmParms().encScheme().equals(EncScheme.RSAESPKCSV15);
  }
}
