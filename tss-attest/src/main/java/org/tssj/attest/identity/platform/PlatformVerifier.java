package org.tssj.attest.identity.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.chain.ChainAdvice;
import org.tssj.attest.identity.chain.ChainReason;
import org.tssj.attest.identity.chain.ChainVerdict;
import org.tssj.attest.identity.chain.ChainVerifier;
import org.tssj.attest.identity.chain.Purpose;

/**
 * Verifies platform certificates.
 *
 * @see "RFC 5755, 5"
 */
public final class PlatformVerifier {

  private final ChainVerifier signers;
  private final Instant time;

  private PlatformVerifier(ChainVerifier signers, Instant time) {
    this.signers = signers;
    this.time = time;
  }

  /**
   * A verifier.
   *
   * @param signers trusts the makers of platforms
   * @param time at which the certificate has to be valid
   */
  public static PlatformVerifier of(ChainVerifier signers, Instant time) {
    return new PlatformVerifier(signers.at(time), time);
  }

  /**
   * Verifies one.
   *
   * @param platform what is asked about
   * @param signer the certificate of who signed it
   * @param endorsement the TPM's certificate, which has to be verified by itself
   */
  public PlatformVerdict verify(
      PlatformCertificate platform, Certificate signer, Certificate endorsement) {
    List<PlatformReason> reasons = new ArrayList<>();
    List<ChainAdvice> advice = new ArrayList<>();
    if (time.isBefore(platform.notBefore()) || time.isAfter(platform.notAfter())) {
      reasons.add(
          new PlatformReason(
              PlatformReason.Code.NOT_VALID_NOW,
              "it is valid from "
                  + platform.notBefore()
                  + " to "
                  + platform.notAfter()
                  + ", and the time is "
                  + time));
    }
    if (!platform.issuers().contains(signer.subject())) {
      reasons.add(
          new PlatformReason(
              PlatformReason.Code.ISSUER_DIFFERS,
              "it was issued by " + platform.issuers() + ", not by " + signer));
    }
    ChainVerdict chain = signers.verify(signer, Purpose.SIGNING);
    if (chain instanceof ChainVerdict.Trusted trusted) {
      advice.addAll(trusted.advice());
    } else if (chain instanceof ChainVerdict.Rejected rejected) {
      for (ChainReason reason : rejected.reasons()) {
        reasons.add(new PlatformReason(PlatformReason.Code.ISSUER_NOT_TRUSTED, reason.toString()));
      }
    }
    if (!platform.isSignedBy(signer.publicKey())) {
      reasons.add(
          new PlatformReason(
              PlatformReason.Code.SIGNATURE_INVALID, "it is not signed by the key of " + signer));
    }
    if (!platform.isAbout(endorsement)) {
      reasons.add(
          new PlatformReason(
              PlatformReason.Code.HOLDER_DIFFERS,
              "it is about "
                  + platform.holder().map(Object::toString).orElse("no endorsement certificate")
                  + ", not about "
                  + endorsement));
    }
    for (String oid : platform.unknownCriticalExtensions()) {
      reasons.add(
          new PlatformReason(
              PlatformReason.Code.CRITICAL_EXTENSION,
              "it has the critical extension " + oid + ", which is not understood here"));
    }
    return reasons.isEmpty()
        ? new PlatformVerdict.Trusted(platform, advice)
        : new PlatformVerdict.Rejected(reasons);
  }
}
