package org.tssj.attest.identity.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.KeyUse;
import org.tssj.core.wire.WireException;

/** What the revocation lists of an issuer say of one certificate. */
final class Revocation {

  private final List<ChainReason> reasons = new ArrayList<>();
  private final List<ChainAdvice> advice = new ArrayList<>();

  Revocation(Certificate certificate, Certificate issuer, ChainVerifier verifier) {
    boolean known = false;
    for (RevocationList list : verifier.revocationLists()) {
      if (!list.issuer().equals(issuer.subject())) {
        continue;
      }
      // A certificate that is named in a list which is out of date stays revoked.
      Optional<String> unused = unsigned(list, issuer);
      if (unused.isEmpty() && list.revokes(certificate.serialNumber())) {
        reasons.add(
            new ChainReason(
                ChainReason.Code.REVOKED,
                certificate + " is revoked by the list of " + list.thisUpdate()));
      }
      unused = unused.or(() -> list.unusableAt(verifier.time()));
      if (unused.isEmpty()) {
        known = true;
      } else {
        advice.add(
            new ChainAdvice(
                ChainAdvice.Code.REVOCATION_LIST_UNUSED,
                "a list of " + issuer + " is passed over: " + unused.get()));
      }
    }
    if (!known && reasons.isEmpty()) {
      unknown(certificate, issuer, verifier);
    }
  }

  private static Optional<String> unsigned(RevocationList list, Certificate issuer) {
    try {
      if (!issuer.allows(KeyUse.CRL_SIGN)) {
        return Optional.of("the issuer's keyUsage has no cRLSign");
      }
    } catch (WireException e) {
      return Optional.of("the issuer's keyUsage is malformed");
    }
    return list.isSignedBy(issuer.publicKey())
        ? Optional.empty()
        : Optional.of("it is not signed by the issuer's key");
  }

  private void unknown(Certificate certificate, Certificate issuer, ChainVerifier verifier) {
    String what = "no usable revocation list of " + issuer + " was given for " + certificate;
    if (verifier.isRevocationRequired()) {
      reasons.add(new ChainReason(ChainReason.Code.REVOCATION_UNKNOWN, what));
    } else {
      advice.add(new ChainAdvice(ChainAdvice.Code.REVOCATION_UNKNOWN, what));
    }
  }

  List<ChainReason> reasons() {
    return reasons;
  }

  List<ChainAdvice> advice() {
    return advice;
  }
}
