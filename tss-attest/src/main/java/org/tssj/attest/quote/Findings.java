package org.tssj.attest.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;

/** What the checks of one quote have found so far. */
final class Findings {

  private final List<Reason> reasons = new ArrayList<>();
  private final List<Advice> advice = new ArrayList<>();

  void reject(Reason.Code code, String message) {
    reasons.add(new Reason(code, message));
  }

  void advise(Advice.Code code, String message) {
    advice.add(new Advice(code, message));
  }

  List<Reason> reasons() {
    return List.copyOf(reasons);
  }

  /** Trusted exactly if no check has found a reason against it. */
  Verdict verdict(Supplier<Statement> statement) {
    return reasons.isEmpty()
        ? new Verdict.Trusted(statement.get(), advice)
        : new Verdict.Rejected(reasons);
  }

  /** For a quote that cannot be read any further, for a reason already given. */
  Verdict rejected() {
    return new Verdict.Rejected(reasons);
  }
}
