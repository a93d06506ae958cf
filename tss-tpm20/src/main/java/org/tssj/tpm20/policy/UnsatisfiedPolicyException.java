package org.tssj.tpm20.policy;

import java.util.List;

/**
 * No way through a policy can be taken now. Each reason is of one way; refusals of the TPM are its
 * suppressed exceptions.
 */
public final class UnsatisfiedPolicyException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final List<String> reasons;

  UnsatisfiedPolicyException(List<String> reasons) {
    super("the policy cannot be satisfied now: " + String.join("; ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** Why not, one sentence for each way through it. */
  public List<String> reasons() {
    return reasons;
  }
}
