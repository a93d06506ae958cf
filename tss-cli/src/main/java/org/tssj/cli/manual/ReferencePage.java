package org.tssj.cli.manual;

import java.util.List;
import java.util.Map;

/** The reference page of the program, in Markdown. */
public final class ReferencePage {

  private static final String HEAD =
      """
      # tpm: every verb

      `tpm VERB [OPTION...]`, for TPM 1.2 and TPM 2.0 alike. `tpm VERB --help` and `man tpm-VERB` say the same as this page, which
      is made from the verbs' own declarations (`ReferencePageTest` fails when it is out of date, and writes it with
      `-Dtssj.regenerate=true`). The examples are run by the build, in the order of `examples.txt`, on one TPM 2.0 that `TSSJ_TPM` names.

      **Exit codes**: 0 done; 1 the TPM refused, evidence was rejected, or octets are not what they claim to be; 2 wrong usage or
      a file that is missing; 3 the TPM could not be reached; 70 a defect of the program.

      **`--json`** prints the same facts as the text, as one object on one line (a line for each where there are several).
      Names of fields stay as they are. What fails prints `error` (the message), `kind` (`usage`, `refused`, `not-authentic`,
      `malformed`, `unreachable`, `defect`) and, where the TPM said no, `command`, `rc` and `rcName`.

      **Secrets** are given as `prompt`, `file:PATH`, `env:NAME`, `fd:NUMBER`, `empty`, `hex:DIGITS` or `str:TEXT`; the last two can be
      read by everybody who lists processes, and warn of it.

      """;

  private ReferencePage() {}

  /** The page. */
  public static String of(List<VerbPage> verbs, Map<String, Example> examples) {
    StringBuilder out = new StringBuilder(HEAD);
    out.append("## Options of every verb\n\n");
    arguments(verbs.get(0).common(), out);
    for (VerbPage verb : verbs) {
      out.append("## tpm ").append(verb.name()).append("\n\n");
      out.append(verb.summary()).append(".\n\n```\n").append(verb.synopsis()).append("\n```\n\n");
      paragraphs(verb.description(), out);
      arguments(verb.own(), out);
      Example example = examples.get(verb.name());
      if (example != null) {
        out.append("```sh\n").append(String.join("\n", example.lines())).append("\n```\n\n");
        if (!example.fields().isEmpty()) {
          out.append("`--json`: `").append(String.join("`, `", example.fields())).append("`.\n\n");
        }
      }
    }
    return out.toString().stripTrailing() + "\n";
  }

  private static void paragraphs(List<String> paragraphs, StringBuilder out) {
    boolean isTable = false;
    for (String paragraph : paragraphs) {
      boolean isLine = VerbPage.isOfTable(paragraph);
      if (isTable != isLine) {
        out.append(isLine ? "```text\n" : "```\n\n");
      }
      out.append(isLine ? paragraph + "\n" : escaped(paragraph) + "\n\n");
      isTable = isLine;
    }
    out.append(isTable ? "```\n\n" : "");
  }

  private static void arguments(List<Argument> arguments, StringBuilder out) {
    if (arguments.isEmpty()) {
      return;
    }
    out.append("| | |\n|---|---|\n");
    for (Argument argument : arguments) {
      out.append("| `").append(argument.term().replace("|", "\\|")).append("` | ");
      out.append(escaped(argument.description())).append(" |\n");
    }
    out.append('\n');
  }

  private static String escaped(String text) {
    return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_").replace("|", "\\|");
  }
}
