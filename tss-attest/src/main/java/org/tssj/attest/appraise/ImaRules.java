package org.tssj.attest.appraise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tssj.attest.ima.ImaProgress;
import org.tssj.attest.ima.policy.ImaFinding;
import org.tssj.attest.ima.policy.ImaPolicy;

/**
 * What is expected of IMA's measurement list.
 *
 * @param required whether there has to be one
 * @param policy what its entries may be
 * @param tolerated kinds of findings that do not reject though they are errors
 * @param progress what is proven of the machine's list already: the evidence then has the entries
 *     that came since. Empty: the evidence has the list from its first entry on
 */
public record ImaRules(
    boolean required,
    ImaPolicy policy,
    Set<ImaFinding.Code> tolerated,
    Optional<ImaProgress> progress) {

  /** Whatever list there is must be proven and consistent; any file may be in it. */
  public static final ImaRules DEFAULT =
      new ImaRules(false, ImaPolicy.NONE, Set.of(), Optional.empty());

  public ImaRules {
    tolerated = Set.copyOf(tolerated);
  }

  /** There has to be a list, and its entries are judged by this policy. */
  public ImaRules judgedBy(ImaPolicy other) {
    return new ImaRules(true, other, tolerated, progress);
  }

  /** Does not reject for errors of these kinds; they become advice. */
  public ImaRules tolerating(ImaFinding.Code... codes) {
    List<ImaFinding.Code> all = new ArrayList<>(tolerated);
    all.addAll(List.of(codes));
    return new ImaRules(required, policy, Set.copyOf(all), progress);
  }

  /**
   * Goes on from what an earlier appraisal has proven ({@link ImaAppraisal#progress()}). A machine
   * that has booted since has to hand over its whole list again.
   */
  public ImaRules goingOnFrom(ImaProgress earlier) {
    return new ImaRules(required, policy, tolerated, Optional.of(earlier));
  }
}
