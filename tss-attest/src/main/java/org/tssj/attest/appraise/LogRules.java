package org.tssj.attest.appraise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tssj.attest.eventlog.check.LogFinding;

/**
 * What is expected of a firmware's event log.
 *
 * @param required whether there has to be one
 * @param secureBootOn whether UEFI Secure Boot must be on, and proven by a quoted PCR 7
 * @param tolerated kinds of findings that do not reject though they are errors
 * @param unexplained PCRs that the log need not explain, since somebody else goes on extending
 *     them. Of PCRs from 10 on that the log does not mention at all this is known; what the log
 *     says of an unexplained PCR is not believed
 */
public record LogRules(
    boolean required,
    boolean secureBootOn,
    Set<LogFinding.Code> tolerated,
    Set<Integer> unexplained) {

  /** Whatever log there is must explain the quoted PCRs and have no error in it. */
  public static final LogRules DEFAULT = new LogRules(false, false, Set.of(), Set.of());

  public LogRules {
    tolerated = Set.copyOf(tolerated);
    unexplained = Set.copyOf(unexplained);
  }

  /** There has to be a log. */
  public LogRules withLog() {
    return new LogRules(true, secureBootOn, tolerated, unexplained);
  }

  /** UEFI Secure Boot must be on, which takes a log and a quoted PCR 7. */
  public LogRules withSecureBoot() {
    return new LogRules(true, true, tolerated, unexplained);
  }

  /** Does not reject for errors of these kinds; they become advice. */
  public LogRules tolerating(LogFinding.Code... codes) {
    List<LogFinding.Code> all = new ArrayList<>(tolerated);
    all.addAll(List.of(codes));
    return new LogRules(required, secureBootOn, Set.copyOf(all), unexplained);
  }

  /** Does not reject for PCRs that hold something else than the log says. */
  public LogRules leavingUnexplained(int... pcrs) {
    Set<Integer> all = new TreeSet<>(unexplained);
    for (int pcr : pcrs) {
      all.add(pcr);
    }
    return new LogRules(required, secureBootOn, tolerated, all);
  }
}
