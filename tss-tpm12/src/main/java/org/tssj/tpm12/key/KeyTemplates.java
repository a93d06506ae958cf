package org.tssj.tpm12.key;

import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.RsaKeyParms;

/**
 * Templates of keys to be made: one for every use that TPM 1.2 knows, in the form of TPM 1.1, which
 * every TPM and every TSS takes.
 *
 * <p>They make keys that want their secret for every use, cannot leave their TPM and are not bound
 * to PCRs; {@link Key#with(AuthDataUsage)}, {@link Key#with(KeyFlags)} and {@link Key#boundTo}
 * change that. Sizes are in bits: 512 to 2048, as the TPM has them.
 *
 * @see "TPM 1.2 Main, Part 2, 5.8 TPM_KEY_USAGE values"
 */
public final class KeyTemplates {

  private KeyTemplates() {}

  /** Wraps other keys and seals data: RSA 2048 with OAEP, as the specification wants it. */
  public static Key storage() {
    return template(KeyUsage.STORAGE, KeyParms.storage());
  }

  /** Signs the SHA-1 of a message (TPM_SS_RSASSAPKCS1v15_SHA1). */
  public static Key signing(int bits) {
    return template(KeyUsage.SIGNING, KeyParms.signing(bits));
  }

  /**
   * Signs what it is given after PKCS#1 padding (TPM_SS_RSASSAPKCS1v15_DER): for digests of other
   * kinds, or none.
   */
  public static Key signingDer(int bits) {
    return template(KeyUsage.SIGNING, parms(SigScheme.RSASSAPKCS1V15_DER, bits));
  }

  /**
   * Signs a message inside a TPM_SIGN_INFO (TPM_SS_RSASSAPKCS1v15_INFO), so that what it signs is
   * never taken for something else.
   */
  public static Key signingInfo(int bits) {
    return template(KeyUsage.SIGNING, parms(SigScheme.RSASSAPKCS1V15_INFO, bits));
  }

  /** Decrypts what was encrypted with OAEP. */
  public static Key binding(int bits) {
    return template(KeyUsage.BIND, KeyParms.binding(bits));
  }

  /** Decrypts what was encrypted with PKCS#1 v1.5. OAEP is better. */
  public static Key bindingPkcs1(int bits) {
    return template(
        KeyUsage.BIND,
        new KeyParms(EncScheme.RSAESPKCSV15, SigScheme.NONE, RsaKeyParms.ofBits(bits)));
  }

  /**
   * Signs and decrypts, both with PKCS#1 v1.5, as software of TPM 1.1 wanted it. One key for two
   * uses can be turned against itself; better make two.
   */
  public static Key legacy(int bits) {
    return template(
        KeyUsage.LEGACY,
        new KeyParms(
            EncScheme.RSAESPKCSV15, SigScheme.RSASSAPKCS1V15_SHA1, RsaKeyParms.ofBits(bits)));
  }

  /**
   * Signs what the TPM itself says: RSA 2048, for TPM_MakeIdentity. Used without a secret, as
   * tpm_mkaik makes it.
   */
  public static Key identity() {
    return template(KeyUsage.IDENTITY, KeyParms.signing(2048)).with(AuthDataUsage.NEVER);
  }

  private static KeyParms parms(SigScheme scheme, int bits) {
    return new KeyParms(EncScheme.NONE, scheme, RsaKeyParms.ofBits(bits));
  }

  private static Key template(KeyUsage usage, KeyParms parms) {
    return Key.template(usage, KeyFlags.NONE, AuthDataUsage.ALWAYS, parms);
  }
}
