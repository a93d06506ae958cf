package org.tssj.tpm12.key;

import java.security.GeneralSecurityException;
import java.security.Signature;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.attest.SignInfo;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * Checking what {@link OpenKey#sign} signed, which takes no TPM.
 *
 * @see "TPM 1.2 Main, Part 3, 13.5 TPM_Sign"
 */
public final class Signatures {

  private static final Bytes SIGN = Bytes.utf8("SIGN");

  /** DER before a SHA-1 digest in PKCS#1 v1.5: DigestInfo. */
  private static final Bytes SHA1_DIGEST_INFO = Bytes.hex("3021300906052b0e03021a05000414");

  private Signatures() {}

  /**
   * Whether a signature is the key's over this message, by the key's scheme.
   *
   * @throws IllegalArgumentException if the key does not sign, or signs with a nonce: see {@link
   *     #holds(PubKey, Bytes, Bytes, Bytes)}
   */
  public static boolean holds(PubKey key, Bytes message, Bytes signature) {
    SigScheme scheme = key.algorithmParms().sigScheme();
    if (scheme.equals(SigScheme.RSASSAPKCS1V15_SHA1)) {
      return holds(key, SHA1_DIGEST_INFO.concat(Bank.SHA1.hash(message)), signature, "NONEwithRSA");
    }
    if (scheme.equals(SigScheme.RSASSAPKCS1V15_DER)) {
      return holds(key, message, signature, "NONEwithRSA");
    }
    throw new IllegalArgumentException("cannot check a signature of the scheme " + scheme);
  }

  /**
   * Whether a signature is that of a key of scheme INFO, over TPM_SIGN_INFO of this message.
   *
   * @param nonce the caller's nonce of the session that authorised it, 20 octets; zeros for a key
   *     without a secret
   */
  public static boolean holds(PubKey key, Bytes message, Bytes signature, Bytes nonce) {
    if (!key.algorithmParms().sigScheme().equals(SigScheme.RSASSAPKCS1V15_INFO)) {
      throw new IllegalArgumentException(
          "a key of the scheme " + key.algorithmParms().sigScheme() + " signs without a nonce");
    }
    Bytes info = SignInfo.CODEC.encode(new SignInfo(SIGN, nonce, message));
    return holds(key, info, signature, "SHA1withRSA");
  }

  private static boolean holds(PubKey key, Bytes signed, Bytes signature, String algorithm) {
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key.toRsaPublicKey());
      verifier.update(signed.toArray());
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      // Of another length than the key, or not a number below its modulus.
      return false;
    }
  }
}
