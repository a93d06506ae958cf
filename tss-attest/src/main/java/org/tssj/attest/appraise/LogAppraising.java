package org.tssj.attest.appraise;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.Severity;
import org.tssj.attest.Statement;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.eventlog.check.BootChain;
import org.tssj.attest.eventlog.check.LogFinding;
import org.tssj.attest.eventlog.check.LogReview;
import org.tssj.attest.eventlog.check.PcrComparison;
import org.tssj.attest.eventlog.check.SecureBootState;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/** What an event log says, and what of it quoted PCRs prove. */
final class LogAppraising {

  /** From here on others than the firmware and its loaders extend PCRs, and keep their own logs. */
  private static final int FIRST_OF_OTHERS = 10;

  private static final int PCR_OF_IMA = 10;
  private static final int MOST_REASONS = 20;

  private final Findings findings;
  private final LogRules rules;
  private final Optional<Statement.Quoted> statement;
  private final boolean withIma;

  LogAppraising(
      Findings findings, LogRules rules, Optional<Statement.Quoted> statement, boolean withIma) {
    this.findings = findings;
    this.rules = rules;
    this.statement = statement;
    this.withIma = withIma;
  }

  Optional<LogAppraisal> appraisal(
      Optional<Bytes> content, Optional<EventLog> log, Optional<Replay> replay) {
    if (content.isEmpty()) {
      if (rules.required()) {
        findings.reject(
            Reason.Code.LOG_MISSING,
            rules.secureBootOn()
                ? "without an event log nobody can say whether Secure Boot is on"
                : "there is no event log");
      }
      return Optional.empty();
    }
    if (log.isEmpty() || replay.isEmpty()) {
      findings.reject(Reason.Code.MALFORMED, "the event log is none: it begins with no event");
      return Optional.empty();
    }
    PcrValues proven = statement.map(Statement.Quoted::pcrValues).orElse(PcrValues.NONE);
    PcrComparison comparison = PcrComparison.of(log.get(), proven);
    LogAppraisal appraisal =
        new LogAppraisal(
            log.get(),
            comparison,
            notProven(replay.get(), comparison),
            LogReview.of(log.get()),
            SecureBootState.proven(log.get(), comparison),
            BootChain.proven(log.get(), comparison));
    comparison.results().forEach(this::compared);
    // A quote that proves nothing has its own reasons.
    if (statement.isPresent()) {
      coverage(replay.get(), proven);
    }
    findings(appraisal.findings());
    if (rules.secureBootOn()) {
      secureBoot(appraisal.secureBoot());
    }
    return Optional.of(appraisal);
  }

  private static Set<Integer> notProven(Replay replay, PcrComparison comparison) {
    Set<Integer> pcrs = new TreeSet<>(replay.pcrs());
    comparison.results().stream()
        .filter(PcrComparison.Result::isExplained)
        .forEach(result -> pcrs.remove(result.pcr()));
    return pcrs;
  }

  private void compared(PcrComparison.Result result) {
    boolean absent = result.state() == PcrComparison.State.ABSENT_FROM_LOG;
    if (result.isExplained() || absent && withIma && result.pcr() == PCR_OF_IMA) {
      return;
    }
    if (rules.unexplained().contains(result.pcr()) || absent && result.pcr() >= FIRST_OF_OTHERS) {
      findings.advise(Advice.Code.PCR_NOT_EXPLAINED, result.message());
    } else {
      findings.reject(code(result.state()), result.message());
    }
  }

  private static Reason.Code code(PcrComparison.State state) {
    return switch (state) {
      case CAPPED -> Reason.Code.PCR_BANK_CAPPED;
      case OTHER_START -> Reason.Code.PCR_START_DIFFERS;
      case EXTENDED_AFTER -> Reason.Code.PCR_EXTENDED_AFTER_LOG;
      case ABSENT_FROM_LOG, EVENT_MISSING -> Reason.Code.PCR_EVENT_MISSING;
      case EVENT_TOO_MANY -> Reason.Code.PCR_EVENT_NOT_EXTENDED;
      case PREFIX -> Reason.Code.PCR_BEFORE_END_OF_LOG;
      case NOT_LAUNCHED -> Reason.Code.PCR_NOT_LAUNCHED;
      case MATCH, AT_START, UNEXPLAINED -> Reason.Code.PCR_UNEXPLAINED;
    };
  }

  private void coverage(Replay replay, PcrValues proven) {
    if (proven.isEmpty()) {
      findings.reject(
          Reason.Code.LOG_NOT_PROVEN,
          "the values behind the quoted digest are not known, and those that the log replays to do"
              + " not make it: nothing in the log is proven");
    } else if (replay.pcrs().stream().noneMatch(pcr -> isQuoted(proven, pcr))) {
      findings.reject(
          Reason.Code.LOG_NOT_PROVEN,
          "none of the PCRs that the event log is about ("
              + list(replay.pcrs())
              + ") is quoted: nothing in it is proven");
    } else {
      Set<Integer> notQuoted = new TreeSet<>(replay.pcrs());
      notQuoted.removeIf(pcr -> isQuoted(proven, pcr));
      if (!notQuoted.isEmpty()) {
        findings.advise(
            Advice.Code.LOG_PARTLY_PROVEN,
            "PCRs "
                + list(notQuoted)
                + " are not quoted: what the event log says of them is not proven");
      }
    }
  }

  private static boolean isQuoted(PcrValues proven, int pcr) {
    return proven.banks().stream().anyMatch(bank -> proven.get(bank, pcr).isPresent());
  }

  private static String list(Set<Integer> pcrs) {
    return String.join(",", pcrs.stream().map(String::valueOf).toList());
  }

  private void findings(List<LogFinding> all) {
    int errors = 0;
    for (LogFinding finding : all) {
      if (finding.severity() == Severity.ERROR) {
        if (rules.tolerated().contains(finding.code())) {
          findings.advise(Advice.Code.FINDING_TOLERATED, finding.toString());
        } else if (++errors <= MOST_REASONS) {
          findings.reject(Reason.Code.LOG_FINDING, words(finding));
        }
      }
    }
    if (errors > MOST_REASONS) {
      findings.reject(
          Reason.Code.LOG_FINDING, (errors - MOST_REASONS) + " more errors in the event log");
    }
  }

  private static String words(LogFinding finding) {
    return finding.code() + ": " + finding.message();
  }

  private void secureBoot(SecureBootState found) {
    switch (found.state()) {
      case ON -> {
        if (found.debugMode()) {
          findings.reject(
              Reason.Code.SECURE_BOOT_OFF,
              "Secure Boot is on, but the firmware says that a debugger is allowed");
        }
      }
      case OFF ->
          findings.reject(
              Reason.Code.SECURE_BOOT_OFF,
              "Secure Boot must be on, and PCR 7 proves that it is off");
      case UNKNOWN ->
          findings.reject(
              Reason.Code.SECURE_BOOT_UNKNOWN,
              "Secure Boot must be on, and that it is cannot be told: "
                  + String.join(
                      "; ", found.doubts().subList(0, Math.min(3, found.doubts().size()))));
    }
  }
}
