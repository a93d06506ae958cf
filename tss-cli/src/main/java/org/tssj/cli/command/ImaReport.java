package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tssj.attest.Severity;
import org.tssj.attest.ima.BankRule;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.attest.ima.ImaReplay;
import org.tssj.attest.ima.ImaSummary;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.Template;
import org.tssj.attest.ima.policy.ImaFinding;
import org.tssj.attest.ima.policy.ImaPolicy;
import org.tssj.attest.ima.policy.ImaReview;
import org.tssj.attest.ima.xattr.MeasuredKey;
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
  private final ImaSummary summary;
  private final List<MeasuredKey> keys;
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
    // What looks at every entry is done once, for both forms of the report.
    this.summary = ImaSummary.of(list, PCR, banks());
    this.keys =
        summary.templates().keySet().stream().anyMatch(ImaReport::hasBuffers)
            ? list.entries().stream().map(MeasuredKey::of).flatMap(Optional::stream).toList()
            : List.of();
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
            .put("templates", summary.templates())
            .put("violations", summary.violations())
            .put("badTemplateHash", summary.wrongHashes())
            .put("pcr10", pcr10())
            .put("keys", keys.stream().map(ImaReport::json).toList())
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

  private static Json.Fields json(MeasuredKey key) {
    return Json.object()
        .put("keyring", key.keyring())
        .put("subject", key.subject())
        .put("issuer", key.issuer())
        .put("keyId", String.format("%08x", key.keyId()));
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

  private static boolean hasBuffers(String template) {
    return Template.named(template).map(each -> each.fields().contains("buf")).orElse(false);
  }

  private Set<Bank> banks() {
    Set<Bank> banks = new LinkedHashSet<>(BANKS);
    quoted.ifPresent(value -> banks.add(value.bank()));
    return banks;
  }

  private static Bytes value(Map<BankRule, Bytes> rules, BankRule rule) {
    return rules.getOrDefault(rule, Bytes.EMPTY);
  }

  private Json.Fields pcr10() {
    Json.Fields fields = Json.object();
    summary
        .values()
        .forEach(
            (bank, rules) ->
                fields.put(
                    bank.name(),
                    Json.object()
                        .put("native", value(rules, BankRule.NATIVE))
                        .put("padded", value(rules, BankRule.PADDED))));
    return fields;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    out.append(Visible.of(file)).append(": ").append(list.entries().size()).append(" entries");
    summary
        .templates()
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
    summary
        .values()
        .forEach(
            (bank, rules) -> {
              Bytes ofBank = value(rules, BankRule.NATIVE);
              Bytes padded = value(rules, BankRule.PADDED);
              lines.row("PCR 10", bank, ofBank);
              if (!padded.equals(ofBank)) {
                lines.row("", "before Linux 5.8", padded);
              }
            });
    out.append(lines);
    summary
        .violations()
        .forEach(number -> out.append("violation: ").append(title(number)).append('\n'));
    summary
        .wrongHashes()
        .forEach(number -> out.append("wrong template hash: ").append(title(number)).append('\n'));
    keys.forEach(
        key ->
            out.append("key in ")
                .append(Visible.of(key.keyring()))
                .append(": ")
                .append(Visible.of(key.subject()))
                .append(String.format(" (%08x)%n", key.keyId())));
    broken().ifPresent(end -> out.append("broken: " + end.problem().getMessage() + "\n"));
    quoted.ifPresent(value -> out.append(proof()));
    findings.forEach(finding -> out.append(Visible.of(finding.toString())).append('\n'));
    return out.toString();
  }

  private String title(int number) {
    return Visible.of(list.entries().get(number).title());
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
