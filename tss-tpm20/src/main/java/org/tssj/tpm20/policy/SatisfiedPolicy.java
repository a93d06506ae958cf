package org.tssj.tpm20.policy;

import java.util.List;
import org.tssj.tpm20.command.policy.PolicyTicket;

/**
 * How a policy was satisfied.
 *
 * @param branches which branch was taken at each choice, counted from 0, in the order of meeting
 *     them
 * @param tickets what the TPM gave out for later, where that was asked for
 */
public record SatisfiedPolicy(List<Integer> branches, List<PolicyTicket> tickets) {

  /** Copies its lists. */
  public SatisfiedPolicy {
    branches = List.copyOf(branches);
    tickets = List.copyOf(tickets);
  }
}
