package org.tssj.attest.identity.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.identity.certificate.Certificate;

/**
 * Verifies that a certificate leads to a root.
 *
 * <pre>{@code
 * ChainVerdict verdict =
 *     ChainVerifier.trusting(Certificate.readAll(roots))
 *         .withIntermediates(Certificate.readAll(intermediates))
 *         .verify(certificate, Purpose.ENDORSEMENT);
 * }</pre>
 *
 * <p>Immutable; each method answers a verifier that differs in one point. Certificates of TPMs are
 * valid at the given time, signed by an algorithm without known forgeries (SHA-1 gets an advice,
 * MD5 is refused), issued by authorities that may, used for what they are for, and without a
 * critical extension that nobody here understands; name constraints and required policies are such.
 *
 * @see "RFC 5280, 6.1; TCG EK Credential Profile for TPM Family 2.0, 3"
 */
public final class ChainVerifier {

  private final List<Certificate> roots;
  private final List<Certificate> intermediates;
  private final List<RevocationList> revocationLists;
  private final Instant time;
  private final boolean expiryIgnored;
  private final boolean revocationRequired;

  private ChainVerifier(
      List<Certificate> roots,
      List<Certificate> intermediates,
      List<RevocationList> revocationLists,
      Instant time,
      boolean expiryIgnored,
      boolean revocationRequired) {
    this.roots = List.copyOf(roots);
    this.intermediates = List.copyOf(intermediates);
    this.revocationLists = List.copyOf(revocationLists);
    this.time = time;
    this.expiryIgnored = expiryIgnored;
    this.revocationRequired = revocationRequired;
  }

  /**
   * A verifier that trusts these certificates, now.
   *
   * @param roots as a rule of TPM makers; nothing else is trusted
   */
  public static ChainVerifier trusting(List<Certificate> roots) {
    return new ChainVerifier(roots, List.of(), List.of(), Instant.now(), false, false);
  }

  /**
   * With more certificates that may stand on the way: from the TPM's NV storage, from the addresses
   * in the certificates, from wherever. They need not be trusted.
   */
  public ChainVerifier withIntermediates(List<Certificate> more) {
    List<Certificate> all = new ArrayList<>(intermediates);
    all.addAll(more);
    return new ChainVerifier(roots, all, revocationLists, time, expiryIgnored, revocationRequired);
  }

  /** With more revocation lists; one that does not fit is passed over and said. */
  public ChainVerifier withRevocationLists(List<RevocationList> more) {
    List<RevocationList> all = new ArrayList<>(revocationLists);
    all.addAll(more);
    return new ChainVerifier(roots, intermediates, all, time, expiryIgnored, revocationRequired);
  }

  /** As things were, or will be, at a time. */
  public ChainVerifier at(Instant time) {
    return new ChainVerifier(
        roots, intermediates, revocationLists, time, expiryIgnored, revocationRequired);
  }

  /**
   * Certificates that have ended count too, with an advice: TPMs outlive the certificates that they
   * were sold with, and nobody makes new ones.
   */
  public ChainVerifier ignoringExpiry() {
    return new ChainVerifier(roots, intermediates, revocationLists, time, true, revocationRequired);
  }

  /** A certificate for which no revocation list of its issuer was given is rejected. */
  public ChainVerifier requiringRevocationLists() {
    return new ChainVerifier(roots, intermediates, revocationLists, time, expiryIgnored, true);
  }

  List<Certificate> roots() {
    return roots;
  }

  List<Certificate> intermediates() {
    return intermediates;
  }

  List<RevocationList> revocationLists() {
    return revocationLists;
  }

  Instant time() {
    return time;
  }

  boolean isExpiryIgnored() {
    return expiryIgnored;
  }

  boolean isRevocationRequired() {
    return revocationRequired;
  }

  /** Verifies one certificate. */
  public ChainVerdict verify(Certificate certificate, Purpose purpose) {
    return new PathSearch(this).from(certificate, purpose);
  }
}
