package org.tssj.attest.quote;

import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.attest.CertifyInfo;
import org.tssj.tpm12.structure.attest.KeyCertification;
import org.tssj.tpm12.structure.attest.SignInfo;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.time.CurrentTicks;

/** One structure that a TPM 1.2 signed and that is no quote, beside what is expected of it. */
final class Tpm12AttestationCheck {

  private static final int DIGEST = 20;
  private static final Bytes TICK_STAMP = Bytes.utf8("TSTP");

  private final Findings findings = new Findings();
  private final Attestation attestation;
  private final Tpm12Signed signed;

  Tpm12AttestationCheck(AttestationVerifier verifier, Attestation attestation) {
    this.attestation = attestation;
    this.signed =
        new Tpm12Signed(findings, verifier.key(), verifier.weakKeysAllowed(), verifier.nonce());
  }

  Verdict verdict(Expectation.OfTpm12 expected) {
    // spec| The signature is over the SHA-1 of the structure as it stands (Part 3, 13.8, 13.9,
    // 23.2)
    signed.check(attestation.message(), attestation.signature());

    // From here on the octets that were signed are read, and no others.
    try {
      return expected instanceof Expectation.CertifiedKey key ? key(key) : stamp(expected);
    } catch (WireException e) {
      findings.reject(Reason.Code.MALFORMED, String.valueOf(e.getMessage()));
      return findings.rejected();
    }
  }

  private Verdict key(Expectation.CertifiedKey expected) {
    KeyCertification info = KeyCertification.CODEC.decode(attestation.message());
    if (info instanceof CertifyInfo first && !first.version().equals(StructVer.V1_1)) {
      findings.reject(
          Reason.Code.OTHER_ATTESTATION,
          "expected TPM_CERTIFY_INFO of version 1.1.0.0 or TPM_CERTIFY_INFO2, found version "
              + first.version());
    }
    signed.fresh(info.data());

    // spec| pubkeyDigest is the SHA-1 of the modulus (Part 2, 11.1)
    if (!info.pubkeyDigest().equals(expected.pubkeyDigest())) {
      findings.reject(
          Reason.Code.NAME_DIFFERS,
          "the digest of the key: expected "
              + expected.pubkeyDigest()
              + ", found "
              + info.pubkeyDigest());
    }
    if (expected.usage().filter(usage -> !usage.equals(info.keyUsage())).isPresent()) {
      findings.reject(
          Reason.Code.KEY_USE_DIFFERS,
          "the key must be " + expected.usage().get() + ", and is " + info.keyUsage());
    }
    if (expected.staysInTpm()
        && (info.keyFlags().migratable() || info.keyFlags().migrateAuthority())) {
      findings.reject(
          Reason.Code.KEY_USE_DIFFERS,
          "the key must stay in its TPM, and may leave it: " + info.keyFlags());
    }
    return findings.verdict(() -> new Statement.Tpm12KeyCertification(info));
  }

  private Verdict stamp(Expectation.OfTpm12 expected) {
    SignInfo info = SignInfo.CODEC.decode(attestation.message());
    // spec| fixed is "TSTP", and data is the digest with TPM_CURRENT_TICKS behind it (Part 3, 23.2)
    if (!info.fixed().equals(TICK_STAMP) || info.data().length() < DIGEST) {
      findings.reject(
          Reason.Code.OTHER_ATTESTATION,
          "expected TPM_SIGN_INFO of TPM_TickStampBlob, with \"TSTP\", found " + info.fixed());
      return findings.rejected();
    }
    signed.fresh(info.replay());
    Bytes digest = info.data().slice(0, DIGEST);
    CurrentTicks ticks = CurrentTicks.CODEC.decode(info.data().slice(DIGEST, info.data().length()));
    if (expected instanceof Expectation.TickStamp wanted
        && !digest.equals(wanted.digestToStamp())) {
      findings.reject(
          Reason.Code.STAMPED_DIGEST_DIFFERS,
          "the digest that was stamped: expected " + wanted.digestToStamp() + ", found " + digest);
    }
    return findings.verdict(() -> new Statement.Tpm12TickStamp(info.replay(), digest, ticks));
  }
}
