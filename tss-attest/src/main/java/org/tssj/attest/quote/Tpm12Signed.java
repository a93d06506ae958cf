package org.tssj.attest.quote;

import java.security.PublicKey;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.crypto.SignatureScheme;
import org.tssj.attest.crypto.Signatures;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;

/** A structure that a TPM 1.2 signed, whatever it says: is it this key's, and fresh. */
final class Tpm12Signed {

  private static final int NONCE_SIZE = 20;

  private final Findings findings;
  private final AttestationPublicKey key;
  private final boolean weakKeysAllowed;
  private final Bytes nonce;

  Tpm12Signed(Findings findings, AttestationPublicKey key, boolean weakKeysAllowed, Bytes nonce) {
    this.findings = findings;
    this.key = key;
    this.weakKeysAllowed = weakKeysAllowed;
    this.nonce = nonce;
  }

  /** Checks the key and the signature: RSASSA-PKCS1-v1_5 with SHA-1 over the structure. */
  void check(Bytes message, Bytes signature) {
    new KeyCheck(findings, key, weakKeysAllowed, Family.TPM12)
        .key()
        .ifPresent(usable -> check(usable, message, signature));
  }

  private void check(PublicKey usable, Bytes message, Bytes signature) {
    try {
      if (!Signatures.verify(usable, SignatureScheme.RSASSA, Bank.SHA1, message, signature)) {
        findings.reject(
            Reason.Code.SIGNATURE_INVALID,
            "expected the key's signature over these "
                + message.length()
                + " bytes, found "
                + signature.length()
                + " bytes that are not it");
      }
    } catch (UnsupportedOperationException e) {
      findings.reject(Reason.Code.SIGNATURE_UNSUPPORTED, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      findings.reject(Reason.Code.KEY_INVALID, String.valueOf(e.getMessage()));
    }
  }

  /** Checks the nonce. */
  void fresh(Bytes externalData) {
    // spec| externalData is the nonce that the verifier chose (Part 2, 11.3 and 11.4). It has 20
    // spec| octets; whoever chose another length had to hash it
    Bytes expected = nonce.length() == NONCE_SIZE ? nonce : Bank.SHA1.hash(nonce);
    if (nonce.isEmpty()) {
      findings.advise(Advice.Code.NO_NONCE, "no nonce was asked for: the answer may be of any age");
    }
    if (!externalData.equals(expected)) {
      findings.reject(
          Reason.Code.NONCE_DIFFERS,
          "expected "
              + expected
              + (expected.equals(nonce) ? "" : " (SHA-1 of " + nonce + ")")
              + ", found "
              + externalData);
    }
  }
}
