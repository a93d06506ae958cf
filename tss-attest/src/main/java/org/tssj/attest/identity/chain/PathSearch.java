package org.tssj.attest.identity.chain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** Goes from a certificate to its issuers, in every way there is, until one is a root. */
final class PathSearch {

  private static final int LONGEST = 10;

  // Whoever sends intermediates can make many ways of few certificates.
  private static final int MOST_SIGNATURES = 100;

  private final ChainVerifier verifier;
  private int signatures;
  private ChainVerdict.@Nullable Rejected best;
  private int bestLength;

  PathSearch(ChainVerifier verifier) {
    this.verifier = verifier;
  }

  ChainVerdict from(Certificate certificate, Purpose purpose) {
    CertificateCheck check = CertificateCheck.first(certificate, purpose, verifier);
    Way way = new Way(List.of(certificate), check.reasons(), check.advice());
    return search(way).<ChainVerdict>map(found -> found).orElseGet(this::rejection);
  }

  private ChainVerdict.Rejected rejection() {
    if (best == null) {
      throw new IllegalStateException("a search without a trusted way has a rejected one");
    }
    return best;
  }

  /**
   * A way, as far as it goes.
   *
   * @param path from the first certificate on
   * @param reasons against it
   * @param advice about it
   */
  private record Way(List<Certificate> path, List<ChainReason> reasons, List<ChainAdvice> advice) {

    Certificate last() {
      return path.get(path.size() - 1);
    }

    Way to(Certificate issuer, List<ChainReason> moreReasons, List<ChainAdvice> moreAdvice) {
      return new Way(
          join(path, List.of(issuer)), join(reasons, moreReasons), join(advice, moreAdvice));
    }

    Way rejected(ChainReason.Code code, String message) {
      return new Way(path, join(reasons, List.of(new ChainReason(code, message))), advice);
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
      List<T> all = new ArrayList<>(some);
      all.addAll(more);
      return all;
    }
  }

  private Optional<ChainVerdict.Trusted> search(Way way) {
    if (verifier.roots().contains(way.last())) {
      if (way.reasons().isEmpty()) {
        return Optional.of(new ChainVerdict.Trusted(way.path(), way.advice()));
      }
      return nowhere(way);
    }
    List<Certificate> issuers = issuersOf(way);
    if (issuers.isEmpty()) {
      return nowhere(
          way.rejected(
              ChainReason.Code.ISSUER_UNKNOWN,
              way.last() + " was issued by " + way.last().issuer() + ", which was not given"));
    }
    if (way.path().size() >= LONGEST) {
      return nowhere(
          way.rejected(
              ChainReason.Code.PATH_TOO_LONG, "a path has at most " + LONGEST + " certificates"));
    }
    for (Certificate issuer : issuers) {
      Optional<ChainVerdict.Trusted> found = through(way, issuer);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private List<Certificate> issuersOf(Way way) {
    Set<Certificate> known = new LinkedHashSet<>(verifier.roots());
    known.addAll(verifier.intermediates());
    known.removeAll(way.path());
    return known.stream().filter(candidate -> mayHaveIssued(candidate, way.last())).toList();
  }

  private static boolean mayHaveIssued(Certificate issuer, Certificate certificate) {
    if (!issuer.subject().equals(certificate.issuer())) {
      return false;
    }
    try {
      Optional<Bytes> wanted = certificate.authorityKeyIdentifier();
      Optional<Bytes> found = issuer.subjectKeyIdentifier();
      return wanted.isEmpty() || found.isEmpty() || wanted.equals(found);
    } catch (WireException e) {
      // A hint that cannot be read helps nobody; the signature decides.
      return true;
    }
  }

  private Optional<ChainVerdict.Trusted> through(Way way, Certificate issuer) {
    Certificate certificate = way.last();
    if (!certificate.isSignatureSupported()) {
      return nowhere(
          way.rejected(
              ChainReason.Code.SIGNATURE_UNSUPPORTED,
              certificate
                  + " is signed with "
                  + certificate.signatureAlgorithm()
                  + ", which is not accepted"));
    }
    if (++signatures > MOST_SIGNATURES) {
      return nowhere(
          way.rejected(
              ChainReason.Code.ISSUER_UNKNOWN,
              "no way was found with " + MOST_SIGNATURES + " signatures checked"));
    }
    if (!certificate.isSignedBy(issuer.publicKey())) {
      return nowhere(
          way.rejected(
              ChainReason.Code.SIGNATURE_INVALID,
              certificate + " is not signed by the key of " + issuer));
    }
    CertificateCheck check = CertificateCheck.issuer(issuer, way.path().size() - 1, verifier);
    Revocation revocation = new Revocation(certificate, issuer, verifier);
    List<ChainReason> reasons = new ArrayList<>(check.reasons());
    reasons.addAll(revocation.reasons());
    List<ChainAdvice> advice = new ArrayList<>(check.advice());
    advice.addAll(revocation.advice());
    if (certificate.isSignedWithSha1()) {
      advice.add(
          new ChainAdvice(
              ChainAdvice.Code.WEAK_HASH,
              certificate + " is signed with " + certificate.signatureAlgorithm()));
    }
    return search(way.to(issuer, reasons, advice));
  }

  /** Remembers the way if none came farther. */
  private Optional<ChainVerdict.Trusted> nowhere(Way way) {
    if (best == null || way.path().size() > bestLength) {
      bestLength = way.path().size();
      best = new ChainVerdict.Rejected(way.reasons(), addresses(way.last()));
    }
    return Optional.empty();
  }

  private static List<String> addresses(Certificate certificate) {
    try {
      return certificate.issuerAddresses();
    } catch (WireException e) {
      return List.of();
    }
  }
}
