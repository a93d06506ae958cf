package org.tssj.attest.quote;

import org.tssj.attest.Reason;
import org.tssj.attest.Verdict;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bytes;

/**
 * Judges what TPMs of both families attest to beside their PCRs: keys, NV indices, time, audited
 * commands.
 *
 * <pre>{@code
 * Verdict verdict =
 *     AttestationVerifier.of(key, nonce).verify(attestation, Expectation.Certified.of(object));
 * }</pre>
 *
 * <p>Verifying opens nothing and keeps nothing; one verifier may serve any number of threads.
 *
 * @param key the attestation key that must have signed
 * @param nonce what was sent with the request, and must come back signed. A TPM 1.2 signs 20
 *     octets: the nonce itself if it has 20, else its SHA-1. Empty: any age will do
 * @param weakKeysAllowed whether keys below 2048 bits (RSA) or 256 bits (elliptic curves) will do
 */
public record AttestationVerifier(AttestationPublicKey key, Bytes nonce, boolean weakKeysAllowed) {

  /** Expects an answer of this key with this nonce. */
  public static AttestationVerifier of(AttestationPublicKey key, Bytes nonce) {
    return new AttestationVerifier(key, nonce, false);
  }

  /** Does not mind a short key: for keys of old TPMs, whose word proves accordingly little. */
  public AttestationVerifier allowingWeakKeys() {
    return new AttestationVerifier(key, nonce, true);
  }

  /**
   * Judges one attestation. Whatever octets are in it, the answer is a verdict and never an
   * exception.
   *
   * @param expected what the TPM must have said
   * @return trusted, with what the TPM said; or rejected, with every reason that applies
   */
  public Verdict verify(Attestation attestation, Expectation expected) {
    if (attestation.family() != expected.family()) {
      Findings findings = new Findings();
      findings.reject(
          Reason.Code.OTHER_ATTESTATION,
          "expected the word of a "
              + expected.family()
              + ", the attestation is said to be of a "
              + attestation.family());
      return findings.rejected();
    }
    return expected instanceof Expectation.OfTpm20 ofTpm20
        ? new Tpm20AttestationCheck(this, attestation).verdict(ofTpm20)
        : new Tpm12AttestationCheck(this, attestation).verdict((Expectation.OfTpm12) expected);
  }
}
