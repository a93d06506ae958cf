package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.LogFile;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.eventlog.check.BootChain;
import org.tssj.attest.eventlog.check.DigestCheck;
import org.tssj.attest.eventlog.check.LogFinding;
import org.tssj.attest.eventlog.check.LogReview;
import org.tssj.attest.eventlog.check.PcrComparison;
import org.tssj.attest.eventlog.check.SecureBootState;
import org.tssj.attest.eventlog.data.EventData;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Visible;

/** What there is to say of one log, in both forms. */
final class EventLogReport {

  private final String file;
  private final String part;
  private final EventLog log;
  private final boolean withEvents;
  private final Replay replay;
  private final List<LogFinding> findings;
  private final Optional<PcrComparison> comparison;
  private final SecureBootState secureBoot;
  private final BootChain chain;

  EventLogReport(String file, LogFile.Part part, boolean withEvents, Optional<PcrValues> quoted) {
    this.file = file;
    this.part = part.name();
    this.log = part.log();
    this.withEvents = withEvents;
    this.replay = log.isOfRegisters() ? Replay.ofRegisters(log) : Replay.of(log);
    this.comparison = quoted.map(values -> PcrComparison.of(log, values));
    this.findings = new ArrayList<>(LogReview.of(log));
    comparison.ifPresent(each -> findings.addAll(each.findings()));
    this.secureBoot = SecureBootState.of(log);
    this.chain = BootChain.of(log);
  }

  /** Whether the log leads to every value it was compared with. */
  boolean isExplained() {
    return comparison.map(PcrComparison::isExplained).orElse(true);
  }

  Json.Fields json() {
    OptionalInt locality = replay.startupLocality();
    Json.Fields fields =
        Json.object()
            .put("file", file)
            .put("part", Optional.of(part).filter(name -> !name.isEmpty()))
            .put("format", format())
            .put("eventCount", log.events().size())
            .put("startupLocality", locality.isPresent() ? (Object) locality.getAsInt() : Json.NULL)
            .put("pcrs", pcrs())
            .put("events", Optional.of(events()).filter(any -> withEvents))
            .put("findings", findings.stream().map(EventLogReport::json).toList())
            .put("secureBoot", name(secureBoot.state()))
            .put("applications", chain.applications().stream().map(each -> each.path()).toList())
            .put("loaders", chain.loaders().stream().map(EventLogReport::name).toList())
            .put("kernelCommandLines", chain.kernelCommandLines());
    comparison.ifPresent(each -> fields.put("comparison", json(each)));
    return fields;
  }

  private String format() {
    return switch (log.format()) {
      case SHA1 -> "sha1";
      case CRYPTO_AGILE -> "crypto-agile";
      case TXT_SINGLE_BANK -> "txt-single-bank";
    };
  }

  /** Every bank that the log has, also one that nothing was extended into. */
  private Json.Fields pcrs() {
    Json.Fields banks = Json.object();
    for (Bank bank : log.banks()) {
      Map<Integer, Bytes> values = replay.values().bank(bank);
      banks.put(bank.name(), values);
    }
    return banks;
  }

  private List<Json.Fields> events() {
    if (!withEvents) {
      return List.of();
    }
    List<Json.Fields> events = new ArrayList<>();
    for (Event event : log.events()) {
      events.add(
          Json.object()
              .put("event", event.number())
              .put("pcr", event.pcrIndex())
              .put("type", event.type())
              .put("digests", digests(event))
              .put("data", event.data())
              .put("summary", EventData.of(log, event).summary())
              .put("digestIsOf", checks(event)));
    }
    return events;
  }

  private static Json.Fields digests(Event event) {
    Json.Fields digests = Json.object();
    for (Event.Digest digest : event.digests()) {
      String name =
          Bank.of(digest.algorithm())
              .map(Bank::name)
              .orElseGet(() -> String.format("0x%04x", digest.algorithm()));
      digests.put(name, digest.value());
    }
    return digests;
  }

  private Json.Fields checks(Event event) {
    Json.Fields checks = Json.object();
    for (Bank bank : log.banks()) {
      if (event.digest(bank).isPresent()) {
        DigestCheck check = DigestCheck.of(log, event, bank);
        checks.put(
            bank.name(),
            Json.object().put("outcome", name(check.outcome())).put("rule", check.rule()));
      }
    }
    return checks;
  }

  private static Json.Fields json(LogFinding finding) {
    return Json.object()
        .put("severity", name(finding.severity()))
        .put("code", finding.code())
        .put("event", finding.event().isPresent() ? (Object) finding.event().getAsInt() : Json.NULL)
        .put("message", finding.message());
  }

  private static Json.Fields json(PcrComparison comparison) {
    Json.Fields banks = Json.object();
    for (Bank bank : Bank.all()) {
      Json.Fields pcrs = Json.object();
      boolean any = false;
      for (PcrComparison.Result result : comparison.results()) {
        if (result.bank().equals(bank)) {
          any = true;
          pcrs.put(
              String.valueOf(result.pcr()),
              Json.object().put("state", name(result.state())).put("message", result.message()));
        }
      }
      if (any) {
        banks.put(bank.name(), pcrs);
      }
    }
    return banks;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String text() {
    OptionalInt locality = replay.startupLocality();
    StringBuilder out = new StringBuilder();
    out.append(Visible.of(file)).append(part.isEmpty() ? "" : ", " + Visible.of(part));
    out.append(": ").append(log.events().size()).append(" events, ").append(format());
    if (locality.isPresent()) {
      out.append(", TPM started from locality ").append(locality.getAsInt());
    }
    out.append('\n');
    Columns views = new Columns();
    views.row("  secure boot", name(secureBoot.state()));
    chain.applications().forEach(each -> views.row("  started", started(each)));
    chain
        .kernelCommandLines()
        .forEach(words -> views.row("  kernel command line", Visible.of(words.strip())));
    out.append(views);
    if (withEvents) {
      out.append(eventLines());
    }
    out.append(PcrReport.text(replay.values()));
    findings.forEach(finding -> out.append(Visible.of(finding.toString())).append('\n'));
    return out.toString();
  }

  private static String started(BootChain.Application application) {
    return application.path().isBlank()
        ? "(an image in memory)"
        : Visible.of(application.path().strip());
  }

  private Columns eventLines() {
    Columns lines = new Columns();
    for (Event event : log.events()) {
      lines.row(
          String.format("%5d", event.number()),
          "PCR " + event.pcrIndex(),
          event.type(),
          Visible.of(EventData.of(log, event).summary()));
    }
    return lines;
  }
}
