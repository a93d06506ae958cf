package org.tssj.cli.manual;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pages for man(1): one for the program and one for each verb. */
public final class ManPage {

  private static final String[][] EXIT_CODES = {
    {"0", "Done; for a verb that checks: trusted."},
    {"1", "The TPM refused, evidence was rejected, or octets are not what they claim to be."},
    {"2", "Wrong usage, or a file that is missing."},
    {"3", "The TPM could not be reached."}
  };

  private final StringBuilder out = new StringBuilder();

  private ManPage(String name, String date, String version) {
    out.append(".TH \"" + escaped(name.toUpperCase(Locale.ROOT)) + "\" 1 \"")
        .append(date + "\" \"tssj " + escaped(version) + "\" \"User Commands\"\n");
  }

  /**
   * tpm(1).
   *
   * @param date as YYYY-MM-DD
   */
  public static String ofProgram(List<VerbPage> verbs, String date, String version) {
    ManPage page = new ManPage("tpm", date, version);
    page.section("NAME");
    page.text("tpm - talk to a TPM, of either family, and judge what it says");
    page.section("SYNOPSIS");
    page.line(".B tpm");
    page.text("[--tpm STRING] [--json] [--debug] VERB [OPTION...]");
    page.section("DESCRIPTION");
    page.text(
        "One program for TPM 1.2 and TPM 2.0. Which TPM is meant says --tpm; without it the first of"
            + " TSSJ_TPM, TPM2TOOLS_TCTI, TSS_TCSD_HOSTNAME, /dev/tpmrm0, /dev/tpm0.");
    page.section("VERBS");
    for (VerbPage verb : verbs) {
      page.tagged("tpm " + verb.name(), verb.summary());
    }
    page.section("OPTIONS");
    page.arguments(verbs.get(0).common());
    page.exitStatus();
    page.section("ENVIRONMENT");
    page.tagged("TSSJ_TPM", "The TPM that is meant where --tpm is not given.");
    page.section("SEE ALSO");
    page.line(String.join(",\n", verbs.stream().map(ManPage::reference).toList()));
    return page.out.toString();
  }

  private static String reference(VerbPage verb) {
    return ".BR " + escaped(verb.pageName()) + " (1)";
  }

  /** The page of one verb. */
  public static String ofVerb(
      VerbPage verb, Map<String, Example> examples, String date, String version) {
    ManPage page = new ManPage(verb.pageName(), date, version);
    page.section("NAME");
    page.text(verb.pageName() + " - " + lowerFirst(verb.summary()));
    page.section("SYNOPSIS");
    page.line(".B tpm " + escaped(verb.name()));
    String rest = verb.synopsis().substring(("tpm " + verb.name()).length()).strip();
    page.text((rest + " [--tpm STRING] [--json]").strip());
    page.section("DESCRIPTION");
    page.text(verb.summary() + ".");
    page.paragraphs(verb.description());
    page.section("OPTIONS");
    page.arguments(verb.arguments());
    Example example = examples.get(verb.name());
    if (example != null) {
      page.section("EXAMPLE");
      page.line(".EX");
      example.lines().forEach(page::text);
      page.line(".EE");
    }
    page.exitStatus();
    page.section("SEE ALSO");
    page.line(".BR tpm (1)");
    return page.out.toString();
  }

  private void paragraphs(List<String> paragraphs) {
    boolean isTable = false;
    for (String paragraph : paragraphs) {
      boolean isLine = VerbPage.isOfTable(paragraph);
      if (isTable && !isLine) {
        line(".EE");
      }
      if (!isTable || !isLine) {
        line(".PP");
      }
      if (isLine && !isTable) {
        line(".EX");
      }
      text(paragraph);
      isTable = isLine;
    }
    if (isTable) {
      line(".EE");
    }
  }

  private void exitStatus() {
    section("EXIT STATUS");
    for (String[] code : EXIT_CODES) {
      tagged(code[0], code[1]);
    }
  }

  private void arguments(List<Argument> arguments) {
    for (Argument argument : arguments) {
      tagged(argument.term(), argument.description());
    }
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void tagged(String term, String description) {
    line(".TP");
    line(".B " + escaped(term));
    text(description);
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  /** A line that is text: none of it is taken for a request. */
  private void text(String text) {
    String escaped = escaped(text);
    line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
  }

  private static String lowerFirst(String text) {
    return Character.isUpperCase(text.charAt(0))
            && text.length() > 1
            && Character.isLowerCase(text.charAt(1))
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }
}
