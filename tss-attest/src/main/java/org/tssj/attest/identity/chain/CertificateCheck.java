package org.tssj.attest.identity.chain;

import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.CertificateExtension;
import org.tssj.attest.identity.certificate.KeyUse;
import org.tssj.core.wire.WireException;

/** Whether one certificate, whatever its issuer, may stand where it stands in a path. */
final class CertificateCheck {

  private static final int LEAST_RSA_BITS = 2048;
  private static final int LEAST_EC_BITS = 256;

  // What may be critical: what is checked here (the uses, the constraints), and what restricts
  // nothing that is asked here. Policies restrict only whoever asks for one; a critical
  // subjectAltName is how the TCG's attributes come in certificates without subject.
  private static final Set<String> UNDERSTOOD =
      Set.of(
          CertificateExtension.SUBJECT_DIRECTORY_ATTRIBUTES,
          CertificateExtension.SUBJECT_KEY_IDENTIFIER,
          CertificateExtension.KEY_USAGE,
          CertificateExtension.SUBJECT_ALT_NAME,
          "2.5.29.18",
          CertificateExtension.BASIC_CONSTRAINTS,
          "2.5.29.31",
          CertificateExtension.CERTIFICATE_POLICIES,
          CertificateExtension.AUTHORITY_KEY_IDENTIFIER,
          CertificateExtension.EXTENDED_KEY_USAGE,
          CertificateExtension.AUTHORITY_INFO_ACCESS);

  private final Certificate certificate;
  private final List<ChainReason> reasons = new ArrayList<>();
  private final List<ChainAdvice> advice = new ArrayList<>();

  private CertificateCheck(Certificate certificate) {
    this.certificate = certificate;
  }

  /** The first certificate of a path, used for a purpose. */
  static CertificateCheck first(Certificate certificate, Purpose purpose, ChainVerifier verifier) {
    CertificateCheck check = new CertificateCheck(certificate);
    check.guarded(
        () -> {
          check.common(verifier);
          check.purpose(purpose);
        });
    return check;
  }

  /**
   * A certificate that issued the one before it.
   *
   * @param below how many authorities stand between it and the first certificate
   */
  static CertificateCheck issuer(Certificate certificate, int below, ChainVerifier verifier) {
    CertificateCheck check = new CertificateCheck(certificate);
    check.guarded(
        () -> {
          check.common(verifier);
          // A root of version 1 has no extensions to say it; that it is a root is the caller's
          // word.
          if (!(certificate.extensions().isEmpty() && verifier.roots().contains(certificate))) {
            check.authority(below);
          }
        });
    return check;
  }

  List<ChainReason> reasons() {
    return reasons;
  }

  List<ChainAdvice> advice() {
    return advice;
  }

  // Extensions are read when they are asked for, and any of them may be nonsense.
  private void guarded(Runnable checks) {
    try {
      checks.run();
    } catch (WireException e) {
      reject(ChainReason.Code.MALFORMED, "is malformed: " + e.getMessage());
    }
  }

  private void reject(ChainReason.Code code, String what) {
    reasons.add(new ChainReason(code, certificate + " " + what));
  }

  private void common(ChainVerifier verifier) {
    validity(verifier);
    // spec| A certificate-using system MUST reject the certificate if it encounters a critical
    // spec| extension it does not recognize (RFC 5280, 4.2)
    for (CertificateExtension extension : certificate.extensions()) {
      if (extension.critical() && !UNDERSTOOD.contains(extension.oid())) {
        reject(
            ChainReason.Code.CRITICAL_EXTENSION,
            "has the critical extension " + extension.name() + ", which is not understood here");
      }
    }
    if (certificate.publicKey() instanceof RSAPublicKey rsa) {
      strength(rsa.getModulus().bitLength(), LEAST_RSA_BITS, "RSA");
    } else if (certificate.publicKey() instanceof ECPublicKey ec) {
      strength(ec.getParams().getCurve().getField().getFieldSize(), LEAST_EC_BITS, "EC");
    }
  }

  private void strength(int bits, int least, String kind) {
    if (bits < least) {
      reject(
          ChainReason.Code.KEY_WEAK,
          "has an " + kind + " key of " + bits + " bits; it must have at least " + least);
    }
  }

  private void validity(ChainVerifier verifier) {
    Instant time = verifier.time();
    if (time.isBefore(certificate.notBefore())) {
      reject(
          ChainReason.Code.NOT_YET_VALID,
          "is valid from " + certificate.notBefore() + ", and the time is " + time);
    } else if (time.isAfter(certificate.notAfter())) {
      String what = "is valid until " + certificate.notAfter() + ", and the time is " + time;
      if (verifier.isExpiryIgnored()) {
        advice.add(new ChainAdvice(ChainAdvice.Code.EXPIRED, certificate + " " + what));
      } else {
        reject(ChainReason.Code.EXPIRED, what);
      }
    }
  }

  private void authority(int below) {
    // spec| verify that it is a CA certificate, max_path_length, keyCertSign (RFC 5280, 6.1.4 k-n)
    if (!certificate.isAuthority()) {
      reject(
          ChainReason.Code.ISSUER_NOT_AN_AUTHORITY,
          "issued a certificate, and its basicConstraints do not say that it may");
    }
    if (!certificate.allows(KeyUse.CERTIFICATE_SIGN)) {
      reject(
          ChainReason.Code.KEY_USAGE, "issued a certificate, and its keyUsage has no keyCertSign");
    }
    if (certificate.pathLength().isPresent() && certificate.pathLength().getAsInt() < below) {
      reject(
          ChainReason.Code.PATH_TOO_LONG,
          "allows "
              + certificate.pathLength().getAsInt()
              + " authorities below it, and there are "
              + below);
    }
  }

  private void purpose(Purpose purpose) {
    switch (purpose) {
      case ENDORSEMENT -> {
        endEntity("an endorsement key");
        boolean rsa = certificate.publicKey() instanceof RSAPublicKey;
        use(rsa ? KeyUse.KEY_ENCIPHERMENT : KeyUse.KEY_AGREEMENT, "an endorsement key");
      }
      case ATTESTATION -> {
        endEntity("an attestation key");
        use(KeyUse.DIGITAL_SIGNATURE, "an attestation key");
      }
      case SIGNING -> use(KeyUse.DIGITAL_SIGNATURE, "a key that signs");
      case AUTHORITY -> authority(0);
    }
    purpose.oid().ifPresent(this::named);
  }

  private void endEntity(String what) {
    if (certificate.isAuthority()) {
      reject(
          ChainReason.Code.IS_AN_AUTHORITY,
          "is an authority's by its basicConstraints, and not that of " + what);
    }
  }

  private void use(KeyUse use, String what) {
    if (!certificate.allows(use)) {
      reject(
          ChainReason.Code.KEY_USAGE, "is used for " + what + ", and its keyUsage has no " + use);
    }
  }

  private void named(String oid) {
    Set<String> purposes = certificate.purposes();
    if (purposes.isEmpty()) {
      advice.add(
          new ChainAdvice(
              ChainAdvice.Code.PURPOSE_UNKNOWN,
              certificate + " has no extKeyUsage, which should name " + oid));
    } else if (!purposes.contains(oid)) {
      reject(
          ChainReason.Code.PURPOSE_DIFFERS,
          "is for " + String.join(", ", purposes) + ", and extKeyUsage must name " + oid);
    }
  }
}
