package org.tssj.attest.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tssj.attest.appraise.Appraisal;
import org.tssj.attest.appraise.ImaAppraisal;
import org.tssj.attest.appraise.LogAppraisal;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.check.BootChain;
import org.tssj.attest.eventlog.check.DigestCheck;
import org.tssj.attest.eventlog.check.PcrComparison;
import org.tssj.attest.eventlog.data.EventData;
import org.tssj.attest.ima.BootAggregate;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * An appraisal as one page of HTML that needs nothing else: no network, no script, no file beside
 * it. It is made for a screen, bright or dark, and for paper.
 *
 * <p>The page's size is bounded: of a log without end it shows the beginning of each PCR, and says
 * how much it leaves out.
 */
public final class HtmlReport {

  private static final int MOST_PCRS = 40;
  private static final int MOST_EVENTS = 250;
  private static final int MOST_FINDINGS = 200;
  private static final int LONGEST_SUMMARY = 400;

  private final Html html = new Html();
  private final Appraisal appraisal;
  private final boolean windows;

  private HtmlReport(Appraisal appraisal) {
    this.appraisal = appraisal;
    this.windows =
        appraisal
            .log()
            .filter(log -> BootChain.of(log.log()).loaders().contains(BootChain.Loader.WINDOWS))
            .isPresent();
  }

  /**
   * The page.
   *
   * @param title what was judged, as in {@code web-3, 29 November 2026}; it may have any characters
   */
  public static String of(Appraisal appraisal, String title) {
    return new HtmlReport(appraisal).page(title);
  }

  private String page(String title) {
    html.trusted("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.trusted(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:\">\n"
            // A page without an icon of its own makes a browser ask for one.
            + "<link rel=\"icon\" href=\"data:,\">\n");
    html.element("title", title).trusted("<style>\n" + style() + "</style>\n</head>\n<body>\n");
    html.open("main");
    heading(title);
    reasons();
    quote();
    appraisal.log().ifPresent(this::log);
    appraisal.ima().ifPresent(this::ima);
    html.close("main").trusted("</body>\n</html>\n");
    return html.toString();
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void heading(String title) {
    boolean trusted = appraisal.isTrusted();
    html.open("header", "class", trusted ? "good" : "bad");
    html.element("p", trusted ? "Trusted" : "Rejected", "class", "verdict");
    html.element("h1", title);
    html.element("p", inAWord());
    html.close("header");
  }

  private String inAWord() {
    if (!appraisal.isTrusted()) {
      int reasons = appraisal.reasons().size();
      return "Nothing of this evidence may be used, for "
          + (reasons == 1 ? "one reason." : reasons + " reasons.");
    }
    return "The quote is authentic and fresh, and everything that was asked for holds.";
  }

  private void reasons() {
    if (!appraisal.reasons().isEmpty()) {
      section("Why it is rejected");
      html.open("ul", "class", "notes");
      appraisal.reasons().forEach(each -> note("error", each.code(), each.message()));
      html.close("ul").close("section");
    }
    if (!appraisal.advice().isEmpty()) {
      section("Worth a thought");
      html.open("ul", "class", "notes");
      appraisal.advice().forEach(each -> note("info", each.code(), each.message()));
      html.close("ul").close("section");
    }
  }

  private void section(String heading) {
    html.open("section").element("h2", heading);
  }

  private void note(String tone, Enum<?> code, String message) {
    html.open("li", "class", tone);
    badge(tone, AppraisalFacts.name(code));
    html.text(" " + message).close("li");
  }

  private void badge(String tone, String words) {
    html.element("span", words, "class", "badge " + tone);
  }

  private void quote() {
    appraisal
        .statement()
        .ifPresent(
            quote -> {
              section("What the TPM signed");
              pairs(QuoteRows.of(quote));
              if (appraisal.log().isEmpty()) {
                appraisal.proven().banks().forEach(this::values);
              }
              html.close("section");
            });
  }

  private void pairs(Map<String, String> rows) {
    html.open("dl");
    rows.forEach(
        (name, value) -> html.element("dt", name).open("dd").element("code", value).close("dd"));
    html.close("dl");
  }

  /** PCRs that no log was compared with. */
  private void values(Bank bank) {
    table(bank + " bank", "PCR", "what it is for", "value");
    appraisal.proven().bank(bank).forEach((pcr, value) -> row(pcr, value, "quoted", "info"));
    html.trusted("</tbody></table>\n");
  }

  private void table(String caption, String... columns) {
    html.open("table").element("caption", caption).trusted("<thead><tr>");
    for (String column : columns) {
      html.element("th", column, "scope", "col");
    }
    html.trusted("</tr></thead>\n<tbody>\n");
  }

  private void row(int pcr, Bytes value, String state, String tone) {
    html.trusted("<tr>").element("th", String.valueOf(pcr), "scope", "row");
    html.open("td").text(PcrPurpose.of(pcr, windows)).trusted(" ");
    badge(tone, state);
    html.close("td").open("td").element("code", value.toHex()).close("td").trusted("</tr>\n");
  }

  private void log(LogAppraisal log) {
    section("PCRs");
    pcrs(log);
    html.close("section");
    section("The boot");
    boot(log);
    html.close("section");
    section("Findings in the event log");
    findings(
        log.findings().stream()
            .map(
                each ->
                    new Finding(
                        tone(each.severity().name()),
                        each.code(),
                        (each.event().isPresent() ? "Event " + each.event().getAsInt() + ": " : "")
                            + each.message()))
            .toList());
    html.close("section");
  }

  private void pcrs(LogAppraisal log) {
    Map<Bank, Map<Integer, PcrComparison.Result>> banks = new LinkedHashMap<>();
    for (PcrComparison.Result result : log.comparison().results()) {
      banks.computeIfAbsent(result.bank(), bank -> new TreeMap<>()).put(result.pcr(), result);
    }
    banks.forEach(
        (bank, results) -> {
          table(
              bank + " bank: what the TPM quoted, beside the event log",
              "PCR",
              "what it is for",
              "value");
          results.values().forEach(this::compared);
          html.trusted("</tbody></table>\n");
        });
    if (banks.isEmpty()) {
      html.element("p", "No value of a PCR is proven.");
    }
    if (!log.notProven().isEmpty()) {
      html.element(
          "p",
          "The log has events of PCR "
              + String.join(", ", log.notProven().stream().map(String::valueOf).toList())
              + " too, which no quoted value proves.");
    }
  }

  private void compared(PcrComparison.Result result) {
    boolean explained = result.isExplained();
    row(
        result.pcr(),
        result.value(),
        AppraisalFacts.name(result.state()),
        result.state() == PcrComparison.State.MATCH ? "good" : explained ? "info" : "error");
    if (!explained) {
      html.trusted("<tr class=\"why\"><td></td>").open("td", "colspan", "2");
      html.text(result.message()).close("td").trusted("</tr>\n");
    }
  }

  private void boot(LogAppraisal log) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("Secure Boot", AppraisalFacts.name(log.secureBoot().state()));
    if (!log.secureBoot().doubts().isEmpty()) {
      rows.put("because", String.join("; ", log.secureBoot().doubts()));
    }
    BootChain chain = log.bootChain();
    for (int i = 0; i < Math.min(chain.applications().size(), MOST_FINDINGS); i++) {
      String path = chain.applications().get(i).path();
      rows.put("started " + (i + 1), path.isBlank() ? "an image in memory" : path);
    }
    for (int i = 0; i < Math.min(chain.kernelCommandLines().size(), MOST_FINDINGS); i++) {
      rows.put("kernel " + (i + 1), chain.kernelCommandLines().get(i).strip());
    }
    pairs(rows);
    Set<Integer> proven = new LinkedHashSet<>();
    log.comparison().results().stream()
        .filter(PcrComparison.Result::isExplained)
        .forEach(result -> proven.add(result.pcr()));
    html.open("figure");
    new BootTimeline(log.log().events(), proven).draw(html);
    html.open("figcaption");
    badge("good", "proven by the quote");
    badge("unproven", "not proven");
    html.text(" A bar is a separator. Point at a mark for the event.").close("figcaption");
    html.close("figure");
    events(log, proven);
  }

  /** In one pass: a log may name as many PCRs as it has events. */
  private void events(LogAppraisal log, Set<Integer> proven) {
    Map<Long, Integer> counts = new TreeMap<>();
    Map<Long, List<Event>> shown = new TreeMap<>();
    for (Event event : log.log().events()) {
      long pcr = event.pcrIndex();
      counts.merge(pcr, 1, Integer::sum);
      if (shown.size() < MOST_PCRS || shown.containsKey(pcr)) {
        List<Event> events = shown.computeIfAbsent(pcr, index -> new ArrayList<>());
        if (events.size() < MOST_EVENTS) {
          events.add(event);
        }
      }
    }
    shown.forEach(
        (pcr, events) ->
            events(log, pcr, events, counts.getOrDefault(pcr, 0), proven.contains(pcr.intValue())));
    if (counts.size() > shown.size()) {
      html.element(
          "p",
          "and events of "
              + (counts.size() - shown.size())
              + " more numbers, of PCRs that no TPM has");
    }
  }

  private void events(LogAppraisal log, long pcr, List<Event> shown, int count, boolean proven) {
    html.trusted("<details open>\n<summary>").element("b", "PCR " + pcr);
    html.text(
        " " + PcrPurpose.of(pcr, windows) + ", " + count + (count == 1 ? " event " : " events "));
    badge(proven ? "good" : "unproven", proven ? "proven" : "not proven");
    html.trusted("</summary>\n<ol>\n");
    shown.forEach(event -> event(log, event));
    html.trusted("</ol>\n");
    if (count > shown.size()) {
      html.element("p", "and " + (count - shown.size()) + " more events");
    }
    html.trusted("</details>\n");
  }

  private void event(LogAppraisal log, Event event) {
    html.open("li", "value", String.valueOf(event.number()));
    html.element("b", event.type().toString()).text(" ");
    String summary = EventData.of(log.log(), event).summary();
    html.text(
        summary.length() > LONGEST_SUMMARY
            ? summary.substring(0, LONGEST_SUMMARY) + "..."
            : summary);
    if (!event.isExtended()) {
      html.text(" ");
      badge("unproven", "never measured");
    }
    for (Bank bank : log.log().banks()) {
      if (event.digest(bank).isPresent()
          && DigestCheck.of(log.log(), event, bank).outcome() == DigestCheck.Outcome.MISMATCH) {
        html.text(" ");
        badge("error", bank + " digest is of something else");
      }
    }
    html.close("li");
  }

  private record Finding(String tone, Enum<?> code, String message) {}

  private static String tone(String severity) {
    return severity.toLowerCase(java.util.Locale.ROOT);
  }

  private void findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      html.element("p", "None.");
      return;
    }
    html.open("ul", "class", "notes");
    findings.stream()
        .limit(MOST_FINDINGS)
        .forEach(each -> note(each.tone(), each.code(), each.message()));
    html.close("ul");
    if (findings.size() > MOST_FINDINGS) {
      html.element("p", "and " + (findings.size() - MOST_FINDINGS) + " more");
    }
  }

  private void ima(ImaAppraisal ima) {
    section("IMA: what the system opened");
    int entries = ima.list().entries().size();
    html.open("p");
    html.open(
            "progress",
            "max",
            String.valueOf(Math.max(entries, 1)),
            "value",
            String.valueOf(ima.proven()),
            "aria-label",
            "proven entries")
        .close("progress");
    html.text(" " + ima.proven() + " of " + entries + " entries are proven by the quote.");
    html.close("p");
    Map<String, String> rows = new LinkedHashMap<>();
    ima.templates().forEach((name, count) -> rows.put("template " + name, count + " entries"));
    rows.put("violations", String.valueOf(ima.violations().size()));
    ima.bootAggregate().ifPresent(each -> rows.put("boot_aggregate", words(each)));
    pairs(rows);
    html.element("h3", "Findings");
    findings(
        ima.findings().stream()
            .map(
                each ->
                    new Finding(
                        tone(each.severity().name()),
                        each.code(),
                        (each.entry().isPresent() ? "Entry " + each.entry().getAsInt() + ": " : "")
                            + each.message()))
            .toList());
    html.close("section");
  }

  private static String words(BootAggregate aggregate) {
    return switch (aggregate.state()) {
      case MATCH -> "is that of PCRs " + aggregate.pcrs();
      case DIFFERS -> "is not that of the firmware's PCRs: another boot";
      case NO_TPM -> "zeros: the kernel found no TPM";
      case NOT_CHECKABLE -> "cannot be checked: a PCR it covers is not known";
    };
  }
}
