package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tssj.attest.Severity;
import org.tssj.attest.ima.BankRule;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.attest.ima.ImaReplay;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.policy.ImaFinding;
import org.tssj.attest.ima.policy.ImaPolicy;
import org.tssj.attest.ima.policy.ImaReview;
import org.tssj.cli.argument.BankDigest;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Visible;

/** What there is to say of one measurement list, in both forms. */
final class ImaReport {

  private static final int PCR = 10;
  private static final List<Bank> BANKS = List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384);

  private final String file;
  private final MeasurementList list;
  private final boolean withEntries;
  private final Optional<BankDigest> quoted;
  private final Optional<ImaReplay> proven;
  private final boolean judged;
  private final List<ImaFinding> findings = new ArrayList<>();

  ImaReport(
      String file,
      MeasurementList list,
      boolean withEntries,
      Optional<BankDigest> quoted,
      Optional<ImaPolicy> policy,
      Optional<PcrValues> firmware) {
    this.file = file;
    this.list = list;
    this.withEntries = withEntries;
    this.quoted = quoted;
    this.proven = quoted.flatMap(value -> ImaReplay.match(list, PCR, value.bank(), value.digest()));
    this.judged = policy.isPresent() || firmware.isPresent();
    policy.ifPresent(each -> findings.addAll(ImaReview.of(list, provenEntries(), each)));
    firmware.ifPresent(values -> findings.addAll(ImaReview.boot(list, values)));
  }

  private int provenEntries() {
    return quoted.isEmpty() ? list.entries().size() : proven.map(ImaReplay::entries).orElse(0);
  }

  /** Whether the list has led to the value it was asked about, and holds nothing that is wrong. */
  boolean isGood() {
    return (quoted.isEmpty() || proven.isPresent())
        && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  Json.Fields json() {
    Json.Fields fields =
        Json.object()
            .put("file", file)
            .put("entryCount", list.entries().size())
            .put("templates", templates())
            .put("violations", numbers(ImaEntry::isViolation))
            .put("badTemplateHash", numbers(entry -> !entry.isHashRight()))
            .put("pcr10", pcr10())
            .put("brokenAt", broken().map(end -> end.offset()))
            .put("problem", broken().map(end -> String.valueOf(end.problem().getMessage())));
    if (quoted.isPresent()) {
      fields.put(
          "matchedEntries", proven.isPresent() ? (Object) proven.get().entries() : Json.NULL);
      fields.put("rule", proven.map(ImaReport::rule));
    }
    if (judged) {
      fields.put("findings", findings.stream().map(ImaReport::json).toList());
    }
    return fields.put(
        "entries",
        Optional.of(list.entries())
            .filter(any -> withEntries)
            .map(entries -> entries.stream().map(ImaReport::json).toList()));
  }

  private static Json.Fields json(ImaEntry entry) {
    return Json.object()
        .put("entry", entry.number())
        .put("pcr", entry.pcr())
        .put("template", entry.template().name())
        .put("templateHash", entry.templateHash())
        .put("digest", entry.fileDigest())
        .put("path", entry.path())
        .put("signature", entry.signature());
  }

  private static Json.Fields json(ImaFinding finding) {
    return Json.object()
        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .put("code", finding.code())
        .put("entry", finding.entry().isPresent() ? (Object) finding.entry().getAsInt() : Json.NULL)
        .put("message", finding.message());
  }

  private static String rule(ImaReplay replay) {
    return replay.rule() == BankRule.NATIVE ? "native" : "padded";
  }

  private Optional<MeasurementList.End.Broken> broken() {
    return list.end() instanceof MeasurementList.End.Broken broken
        ? Optional.of(broken)
        : Optional.empty();
  }

  private Map<String, Integer> templates() {
    Map<String, Integer> templates = new TreeMap<>();
    list.entries().forEach(entry -> templates.merge(entry.template().name(), 1, Integer::sum));
    return templates;
  }

  private List<Integer> numbers(Predicate<ImaEntry> which) {
    return list.entries().stream().filter(which).map(ImaEntry::number).toList();
  }

  private Set<Bank> banks() {
    Set<Bank> banks = new LinkedHashSet<>(BANKS);
    quoted.ifPresent(value -> banks.add(value.bank()));
    return banks;
  }

  private Json.Fields pcr10() {
    Json.Fields fields = Json.object();
    for (Bank bank : banks()) {
      Map<String, Bytes> rules = new LinkedHashMap<>();
      rules.put("native", ImaReplay.value(list, PCR, bank, BankRule.NATIVE));
      rules.put("padded", ImaReplay.value(list, PCR, bank, BankRule.PADDED));
      fields.put(bank.name(), rules);
    }
    return fields;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    out.append(Visible.of(file)).append(": ").append(list.entries().size()).append(" entries");
    templates()
        .forEach(
            (name, count) -> out.append(", ").append(count).append(' ').append(Visible.of(name)));
    out.append('\n');
    if (withEntries) {
      Columns lines = new Columns();
      list.entries()
          .forEach(
              entry ->
                  lines.row(
                      String.format("%6d", entry.number()),
                      entry.fileDigest().map(Object::toString).orElse("-"),
                      Visible.of(entry.path())));
      out.append(lines);
    }
    Columns lines = new Columns();
    for (Bank bank : banks()) {
      Bytes ofBank = ImaReplay.value(list, PCR, bank, BankRule.NATIVE);
      Bytes padded = ImaReplay.value(list, PCR, bank, BankRule.PADDED);
      lines.row("PCR 10", bank, ofBank);
      if (!padded.equals(ofBank)) {
        lines.row("", "before Linux 5.8", padded);
      }
    }
    out.append(lines);
    list.entries().stream()
        .filter(ImaEntry::isViolation)
        .forEach(entry -> out.append("violation: ").append(Visible.of(entry.title())).append('\n'));
    list.entries().stream()
        .filter(entry -> !entry.isHashRight())
        .forEach(
            entry ->
                out.append("wrong template hash: ").append(Visible.of(entry.title())).append('\n'));
    broken().ifPresent(end -> out.append("broken: " + end.problem().getMessage() + "\n"));
    quoted.ifPresent(value -> out.append(proof()));
    findings.forEach(finding -> out.append(Visible.of(finding.toString())).append('\n'));
    return out.toString();
  }

  private String proof() {
    return proven
        .map(
            replay ->
                "the value proves "
                    + replay.entries()
                    + " of "
                    + list.entries().size()
                    + " entries\n")
        .orElse("the list never led to the value\n");
  }
}
