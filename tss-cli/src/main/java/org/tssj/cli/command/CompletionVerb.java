package org.tssj.cli.command;

import java.util.List;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.manual.Completion;
import org.tssj.cli.manual.VerbPage;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tpm completion}: scripts by which a shell completes command lines of this program. */
@Command(
    name = "completion",
    header = "Print the completion of a shell",
    description = {
      "Packages install it. By hand, for this session: source <(tpm completion bash), or the same with"
          + " zsh; tpm completion fish | source.",
      "For good: ~/.local/share/bash-completion/completions/tpm, a file _tpm in a folder of zsh's fpath,"
          + " ~/.config/fish/completions/tpm.fish."
    })
final class CompletionVerb extends Verb {

  @Parameters(paramLabel = "bash|zsh|fish", description = "The shell.")
  String shell;

  @Override
  public Report run(Environment machine) {
    List<VerbPage> pages =
        Verbs.all().stream()
            .map(entry -> VerbPage.of(entry.name(), Verbs.named(entry.name()).orElseThrow()))
            .toList();
    String script =
        Completion.of(shell, pages)
            .orElseThrow(
                () ->
                    new UsageException("there is completion for bash, zsh and fish, not " + shell));
    return Report.done(Json.object().put("shell", shell).put("script", script), script);
  }
}
