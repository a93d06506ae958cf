package org.tssj.attest.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.tssj.attest.Statement;
import org.tssj.attest.appraise.Appraisal;
import org.tssj.attest.appraise.ImaAppraisal;
import org.tssj.attest.appraise.LogAppraisal;
import org.tssj.attest.eventlog.check.LogFinding;
import org.tssj.attest.eventlog.check.PcrComparison;
import org.tssj.attest.ima.policy.ImaFinding;
import org.tssj.core.Bank;
import org.tssj.tpm20.structure.attest.ClockInfo;

/**
 * An appraisal as plain facts: maps, lists, text, numbers and booleans under stable names, for
 * whatever writes JSON. Octets are lower-case hexadecimal, unsigned 64-bit numbers are text.
 */
public final class AppraisalFacts {

  private AppraisalFacts() {}

  /**
   * The facts.
   *
   * @return {@code verdict} ({@code trusted} or {@code rejected}), {@code reasons} and {@code
   *     advice} (each {@code code} and {@code message}), {@code quote}, {@code pcrs} (bank, index,
   *     value), {@code eventlog} and {@code ima}; a part that there is nothing to say of is missing
   */
  public static Map<String, Object> of(Appraisal appraisal) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("verdict", appraisal.isTrusted() ? "trusted" : "rejected");
    facts.put(
        "reasons",
        appraisal.reasons().stream().map(each -> coded(each.code(), each.message())).toList());
    facts.put(
        "advice",
        appraisal.advice().stream().map(each -> coded(each.code(), each.message())).toList());
    appraisal.statement().ifPresent(quote -> facts.put("quote", quote(quote)));
    if (!appraisal.proven().isEmpty()) {
      facts.put("pcrs", proven(appraisal));
    }
    appraisal.log().ifPresent(log -> facts.put("eventlog", log(log)));
    appraisal.ima().ifPresent(ima -> facts.put("ima", ima(ima)));
    return facts;
  }

  private static Map<String, Object> coded(Enum<?> code, String message) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("code", code.name());
    facts.put("message", message);
    return facts;
  }

  private static Map<String, Object> quote(Statement.Quoted quote) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("family", quote instanceof Statement.Tpm20Quote ? "2.0" : "1.2");
    facts.put("nonce", quote.nonce().toHex());
    facts.put("selection", quote.selection().stream().map(Object::toString).toList());
    facts.put("pcrDigest", quote.pcrDigest().toHex());
    if (quote instanceof Statement.Tpm20Quote tpm20) {
      ClockInfo clock = tpm20.clockInfo();
      facts.put("qualifiedSigner", tpm20.qualifiedSigner().toHex());
      facts.put("clock", Long.toUnsignedString(clock.clock()));
      facts.put("resetCount", clock.resetCount());
      facts.put("restartCount", clock.restartCount());
      facts.put("safe", clock.safe());
      facts.put("firmwareVersion", String.format("%016x", tpm20.firmwareVersion()));
    }
    return facts;
  }

  private static Map<String, Object> proven(Appraisal appraisal) {
    Map<String, Object> banks = new LinkedHashMap<>();
    for (Bank bank : appraisal.proven().banks()) {
      Map<String, Object> values = new LinkedHashMap<>();
      appraisal
          .proven()
          .bank(bank)
          .forEach((index, value) -> values.put(String.valueOf(index), value.toHex()));
      banks.put(bank.name(), values);
    }
    return banks;
  }

  private static Map<String, Object> log(LogAppraisal log) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("eventCount", log.log().events().size());
    List<Object> pcrs = new ArrayList<>();
    for (PcrComparison.Result result : log.comparison().results()) {
      Map<String, Object> pcr = new LinkedHashMap<>();
      pcr.put("bank", result.bank().name());
      pcr.put("pcr", result.pcr());
      pcr.put("value", result.value().toHex());
      pcr.put("state", name(result.state()));
      pcr.put("message", result.message());
      pcrs.add(pcr);
    }
    facts.put("pcrs", pcrs);
    facts.put("notProven", List.copyOf(log.notProven()));
    facts.put("secureBoot", name(log.secureBoot().state()));
    facts.put("doubts", log.secureBoot().doubts());
    facts.put(
        "applications", log.bootChain().applications().stream().map(each -> each.path()).toList());
    facts.put("loaders", log.bootChain().loaders().stream().map(AppraisalFacts::name).toList());
    facts.put("kernelCommandLines", log.bootChain().kernelCommandLines());
    facts.put("findings", log.findings().stream().map(AppraisalFacts::finding).toList());
    return facts;
  }

  private static Map<String, Object> ima(ImaAppraisal ima) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("entryCount", ima.list().entries().size());
    facts.put("provenEntries", ima.proven());
    facts.put("templates", ima.templates());
    facts.put("violations", ima.violations());
    ima.bootAggregate().ifPresent(each -> facts.put("bootAggregate", name(each.state())));
    facts.put("findings", ima.findings().stream().map(AppraisalFacts::finding).toList());
    return facts;
  }

  private static Map<String, Object> finding(LogFinding finding) {
    return finding(
        name(finding.severity()), finding.code(), "event", finding.event(), finding.message());
  }

  private static Map<String, Object> finding(ImaFinding finding) {
    return finding(
        name(finding.severity()), finding.code(), "entry", finding.entry(), finding.message());
  }

  private static Map<String, Object> finding(
      String severity, Enum<?> code, String numbered, OptionalInt number, String message) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("severity", severity);
    facts.putAll(coded(code, message));
    number.ifPresent(value -> facts.put(numbered, value));
    return facts;
  }

  /** A constant as the facts name it: {@code at-start}. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
