package org.tssj.attest.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;

/** What the checks of one piece of evidence have found so far. */
public final class Findings {

  private final List<Reason> reasons = new ArrayList<>();
  private final List<Advice> advice = new ArrayList<>();

  /** Something does not hold. */
  public void reject(Reason.Code code, String message) {
    reasons.add(new Reason(code, message));
  }

  /** Something holds and deserves a thought. */
  public void advise(Advice.Code code, String message) {
    advice.add(new Advice(code, message));
  }

  /** Takes over what another verdict says. */
  public void add(Verdict verdict) {
    if (verdict instanceof Verdict.Trusted trusted) {
      advice.addAll(trusted.advice());
    } else if (verdict instanceof Verdict.Rejected rejected) {
      reasons.addAll(rejected.reasons());
    }
  }

  /** The reasons so far. */
  public List<Reason> reasons() {
    return List.copyOf(reasons);
  }

  /** The advice so far. */
  public List<Advice> advice() {
    return List.copyOf(advice);
  }

  /** Trusted exactly if no check has found a reason against it. */
  public Verdict verdict(Supplier<Statement> statement) {
    return reasons.isEmpty()
        ? new Verdict.Trusted(statement.get(), advice)
        : new Verdict.Rejected(reasons);
  }

  /** For a quote that cannot be read any further, for a reason already given. */
  public Verdict rejected() {
    return new Verdict.Rejected(reasons);
  }
}
