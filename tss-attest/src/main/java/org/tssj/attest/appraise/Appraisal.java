package org.tssj.attest.appraise;

import java.util.List;
import java.util.Optional;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.evidence.Evidence;
import org.tssj.core.PcrValues;

/**
 * A verdict, and everything that explains it.
 *
 * <p>Only the verdict decides. The parts are there to be shown: they are of the evidence as far as
 * it could be read, whatever the verdict is.
 *
 * @param appraiser what was expected
 * @param evidence what was judged
 * @param verdict what came of it, with all reasons
 * @param statement what the TPM said, if the quote is authentic and fresh; it may have been
 *     rejected all the same, for the values of its PCRs or for what the logs say
 * @param log the event log, if one was handed over that is one
 * @param ima the measurement list, if one was handed over
 * @param advice what holds but deserves a thought, also where the verdict is a rejection
 */
public record Appraisal(
    Appraiser appraiser,
    Evidence evidence,
    Verdict verdict,
    Optional<Statement.Quoted> statement,
    Optional<LogAppraisal> log,
    Optional<ImaAppraisal> ima,
    List<Advice> advice) {

  public Appraisal {
    advice = List.copyOf(advice);
  }

  /** Whether everything that was asked for holds. */
  public boolean isTrusted() {
    return verdict instanceof Verdict.Trusted;
  }

  /** Why it is rejected, in the order of the checks; empty if it is trusted. */
  public List<Reason> reasons() {
    return verdict instanceof Verdict.Rejected rejected ? rejected.reasons() : List.of();
  }

  /** The values of quoted PCRs that are proven; none if the quote proves nothing. */
  public PcrValues proven() {
    return statement.map(Statement.Quoted::pcrValues).orElse(PcrValues.NONE);
  }
}
