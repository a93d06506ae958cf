package org.tssj.attest.appraise;

import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.ima.policy.ImaPolicy;
import org.tssj.attest.quote.QuoteVerifier;

/**
 * Judges everything that a machine hands over about itself, by what the caller expects of it.
 *
 * <pre>{@code
 * Appraisal appraisal =
 *     Appraiser.of(QuoteVerifier.of(key, nonce).covering(Bank.SHA256, 0, 4, 7))
 *         .requiringSecureBoot()
 *         .appraise(evidence);
 * }</pre>
 *
 * <p>The quote is the ground: its signature proves the values of PCRs, and they prove logs, event
 * by event. Whatever no quoted PCR proves is never a reason to trust. Appraising opens nothing and
 * keeps nothing; one appraiser may serve any number of threads.
 *
 * @param quotes the key, the nonce, and what PCRs must hold
 * @param log what the firmware's event log must say
 * @param ima what IMA's measurement list may say
 */
public record Appraiser(QuoteVerifier quotes, LogRules log, ImaRules ima) {

  /** Expects such a quote; logs, where there are any, must be proven by it and have no errors. */
  public static Appraiser of(QuoteVerifier quotes) {
    return new Appraiser(quotes, LogRules.DEFAULT, ImaRules.DEFAULT);
  }

  /** With these rules for the event log. */
  public Appraiser with(LogRules rules) {
    return new Appraiser(quotes, rules, ima);
  }

  /** With these rules for the measurement list. */
  public Appraiser with(ImaRules rules) {
    return new Appraiser(quotes, log, rules);
  }

  /** UEFI Secure Boot must be on: there has to be an event log, and PCR 7 must be quoted. */
  public Appraiser requiringSecureBoot() {
    return with(log.withSecureBoot());
  }

  /** There has to be a measurement list, and its entries are judged by this policy. */
  public Appraiser judgingFilesBy(ImaPolicy policy) {
    return with(ima.judgedBy(policy));
  }

  /**
   * Judges one machine's evidence. Whatever octets are in it, the answer is an appraisal and never
   * an exception.
   */
  public Appraisal appraise(Evidence evidence) {
    return new Appraising(this, evidence).appraisal();
  }
}
