package org.tssj.attest.appraise;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.crypto.KeyEquality;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.findings.Findings;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;

/** One appraisal, check by check. */
final class Appraising {

  /** Reasons that say that a quote is authentic and fresh, and its PCRs are not the right ones. */
  private static final Set<Reason.Code> OF_PCRS =
      EnumSet.of(
          Reason.Code.PCR_NOT_QUOTED,
          Reason.Code.PCR_VALUE_MISSING,
          Reason.Code.PCR_DIGEST_DIFFERS,
          Reason.Code.PCR_VALUE_DIFFERS,
          Reason.Code.PCR_BANK_CAPPED);

  private final Findings findings = new Findings();
  private final Appraiser appraiser;
  private final Evidence evidence;
  private final Optional<EventLog> log;
  private final Optional<MeasurementList> list;

  Appraising(Appraiser appraiser, Evidence evidence) {
    this.appraiser = appraiser;
    this.evidence = evidence;
    this.log = evidence.eventLog().map(EventLog::read).filter(EventLog::isLog);
    this.list = evidence.imaList().map(MeasurementList::read);
  }

  Appraisal appraisal() {
    keys();
    Optional<Statement.Quoted> statement = quoted();
    Optional<Replay> replay = log.map(Replay::of);
    Optional<LogAppraisal> ofLog =
        new LogAppraising(findings, appraiser.log(), statement, list.isPresent())
            .appraisal(evidence.eventLog(), log, replay);
    Optional<ImaAppraisal> ofIma =
        new ImaAppraising(findings, appraiser.ima(), statement)
            .appraisal(list, replay.map(Replay::values).orElse(PcrValues.NONE));
    // Without a statement there is a reason for it, and no verdict needs one.
    Verdict verdict = findings.verdict(statement::orElseThrow);
    return new Appraisal(appraiser, evidence, verdict, statement, ofLog, ofIma, findings.advice());
  }

  /** The key that signed is the verifier's own; what the evidence says of it has to agree. */
  private void keys() {
    Optional<PublicKey> expected = number(appraiser.quotes().key());
    Optional<PublicKey> handed = evidence.key().flatMap(Appraising::number);
    if (evidence.key().isPresent()
        && (handed.isEmpty()
            || expected.isPresent() && !KeyEquality.same(expected.get(), handed.get()))) {
      findings.reject(
          Reason.Code.KEY_DIFFERS,
          "the attestation key in the evidence is not the one that is expected to have signed");
    }
    if (evidence.keyCertificates().isEmpty()) {
      return;
    }
    Optional<PublicKey> certified = certified(evidence.keyCertificates().get(0));
    if (certified.isEmpty()) {
      findings.reject(
          Reason.Code.MALFORMED, "the attestation key's certificate is none that can be read");
    } else if (handed.isPresent() && !KeyEquality.same(handed.get(), certified.get())) {
      findings.reject(
          Reason.Code.EVIDENCE_CONTRADICTS,
          "the attestation key's certificate is of another key than the one beside it");
    } else if (expected.isPresent() && !KeyEquality.same(expected.get(), certified.get())) {
      findings.reject(
          Reason.Code.KEY_DIFFERS,
          "the attestation key's certificate is not of the key that is expected to have signed");
    }
  }

  private static Optional<PublicKey> number(AttestationPublicKey key) {
    try {
      return Optional.of(key.publicKey());
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      // Of the verifier's own key the check of the quote says so.
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> certified(Bytes certificate) {
    try {
      return number(AttestationPublicKeyFile.certified(certificate));
    } catch (WireException e) {
      return Optional.empty();
    }
  }

  /** What the TPM said, if it did; with values that are not the expected ones it is rejected. */
  private Optional<Statement.Quoted> quoted() {
    QuoteVerifier verifier = appraiser.quotes();
    List<Quote> candidates = candidates();
    List<Verdict> verdicts = new ArrayList<>();
    for (Quote candidate : candidates) {
      Verdict verdict = verifier.verify(candidate);
      verdicts.add(verdict);
      if (verdict instanceof Verdict.Trusted trusted) {
        findings.add(verdict);
        return Optional.of((Statement.Quoted) trusted.statement());
      }
    }
    QuoteVerifier anyValues =
        new QuoteVerifier(
            verifier.key(),
            verifier.nonce(),
            PcrValues.NONE,
            List.of(),
            verifier.weakKeysAllowed());
    for (int i = 0; i < candidates.size(); i++) {
      if (verdicts.get(i) instanceof Verdict.Rejected rejected
          && OF_PCRS.containsAll(rejected.codes())
          && anyValues.verify(candidates.get(i)) instanceof Verdict.Trusted trusted) {
        findings.add(rejected);
        return Optional.of((Statement.Quoted) trusted.statement());
      }
    }
    findings.add(verdicts.get(verdicts.size() - 1));
    return Optional.empty();
  }

  /**
   * The quote with the values behind it. Where none were handed over, those that the logs give are
   * tried: the quoted digest says whether they are the right ones.
   */
  private List<Quote> candidates() {
    Quote quote = evidence.quote();
    if (!quote.pcrValues().isEmpty()) {
      return List.of(quote);
    }
    List<Quote> candidates = new ArrayList<>();
    for (PcrValues values :
        new LoggedValues(log, wholeList(), appraiser.quotes().expected()).of(quote.message())) {
      candidates.add(new Quote(quote.family(), quote.message(), quote.signature(), values));
    }
    candidates.add(quote);
    return candidates;
  }

  /** What a part of a list makes of a PCR nobody can say without what came before it. */
  private Optional<MeasurementList> wholeList() {
    return appraiser.ima().progress().isEmpty() ? list : Optional.empty();
  }
}
