package org.tssj.attest;

import java.util.List;

/**
 * What a verifier concluded. There is no boolean to forget to check: match on it.
 *
 * <pre>{@code
 * if (verdict instanceof Verdict.Trusted trusted) {
 *   admit(trusted.statement());
 * }
 * }</pre>
 */
public sealed interface Verdict {

  /**
   * Everything that was asked for holds.
   *
   * @param statement what the TPM said, proven: use this, not the evidence it was read from
   * @param advice what holds but deserves a thought; may be empty
   */
  record Trusted(Statement statement, List<Advice> advice) implements Verdict {
    public Trusted {
      advice = List.copyOf(advice);
    }
  }

  /**
   * Something does not hold. Nothing of the evidence may be used.
   *
   * @param reasons all that apply, in the order of the checks; never empty
   */
  record Rejected(List<Reason> reasons) implements Verdict {
    public Rejected {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a rejection needs a reason");
      }
    }

    /** The codes of the reasons, in order. */
    public List<Reason.Code> codes() {
      return reasons.stream().map(Reason::code).toList();
    }
  }
}
