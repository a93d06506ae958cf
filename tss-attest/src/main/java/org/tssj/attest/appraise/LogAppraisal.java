package org.tssj.attest.appraise;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.check.BootChain;
import org.tssj.attest.eventlog.check.LogFinding;
import org.tssj.attest.eventlog.check.PcrComparison;
import org.tssj.attest.eventlog.check.SecureBootState;

/**
 * What there is to say of an event log.
 *
 * @param log the log
 * @param comparison with the values that are proven; without any if the quote proves none
 * @param notProven PCRs that the log has events of and no quoted value proves
 * @param findings what is odd about the log itself
 * @param secureBoot UEFI Secure Boot as far as it is proven; unknown where it is not
 * @param bootChain what was started, as far as it is proven
 */
public record LogAppraisal(
    EventLog log,
    PcrComparison comparison,
    Set<Integer> notProven,
    List<LogFinding> findings,
    SecureBootState secureBoot,
    BootChain bootChain) {

  public LogAppraisal {
    notProven = Collections.unmodifiableSet(new TreeSet<>(notProven));
    findings = List.copyOf(findings);
  }
}
