package org.tssj.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.command.Verb;
import org.tssj.cli.command.Verbs;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.cli.tool.Tools;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program {@code tpm}. */
public final class Main {

  private final Environment machine;
  private final List<String> args;
  private String program = "tpm";

  private Main(Environment machine, String... args) {
    this.machine = machine;
    this.args = List.of(args);
  }

  /**
   * Runs and ends the process with the exit code. The launcher says by {@code tssj.name} what it
   * was called by: one of the old tools, or anything else for {@code tpm}.
   */
  public static void main(String[] args) {
    String name = System.getProperty("tssj.name", "tpm");
    if (Tools.isOldName(name)) {
      System.exit(Tools.run(Tools.machine(), name, args));
    }
    if (Arrays.asList(args).contains("--debug")) {
      // Read by the logger when it starts, which is after this.
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    }
    System.exit(run(Environment.ofProcess(), args));
  }

  /**
   * Runs once and leaves the process alone.
   *
   * @return one of {@link ExitCode}
   */
  public static int run(Environment machine, String... args) {
    return new Main(machine, args).run();
  }

  private int run() {
    try {
      CommandWords words = CommandWords.of(args.toArray(String[]::new));
      return words.name().isEmpty() || words.name().equals("help")
          ? help(words)
          : run(words.name(), words.rest());
    } catch (IOException | RuntimeException e) {
      return fail(e);
    }
  }

  private int run(String name, List<String> rest) throws IOException {
    program = "tpm " + name;
    Verb verb = verb(name);
    Optional<CommandShape> shape = CommandShapes.of(name);
    if (shape.isEmpty() || !PlainWords.fill(verb, shape.get(), rest)) {
      verb = verb(name);
      CommandLine line = Grammar.of(verb);
      line.parseArgs(rest.toArray(String[]::new));
      if (line.isUsageHelpRequested()) {
        print(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
        return ExitCode.DONE;
      }
    }
    Report report = verb.run(machine);
    print(verb.json() ? Json.write(report.json()) + "\n" : report.text());
    return report.exitCode();
  }

  private static Verb verb(String name) {
    return Verbs.named(name).orElseThrow(() -> new UsageException("there is no verb " + name));
  }

  private int help(CommandWords words) {
    List<String> rest = words.rest();
    if (rest.contains("-V") || rest.contains("--version")) {
      print("tpm " + version() + "\n");
      return ExitCode.DONE;
    }
    if (words.name().equals("help") && !rest.isEmpty() && !rest.get(0).startsWith("-")) {
      CommandWords about = CommandWords.of(rest.toArray(String[]::new));
      print(Grammar.of(verb(about.name())).getUsageMessage(CommandLine.Help.Ansi.OFF));
      return ExitCode.DONE;
    }
    if (words.name().isEmpty() && !rest.contains("-h") && !rest.contains("--help")) {
      throw new UsageException("say what to do; tpm --help lists the verbs");
    }
    print(overview());
    return ExitCode.DONE;
  }

  private static String overview() {
    Columns verbs = new Columns();
    Verbs.all().forEach(verb -> verbs.row("  tpm " + verb.name(), verb.summary()));
    return """
    Usage: tpm [--tpm STRING] [--json] [--debug] VERB [OPTION...]

    %s
    tpm VERB --help has the rest. Exit codes: 0 done, 1 refused by the TPM or
    rejected, 2 wrong usage, 3 the TPM could not be reached.
    """
        .formatted(verbs);
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(a version that was not packaged)");
  }

  private void print(String text) {
    try {
      machine.out().write(text.getBytes(StandardCharsets.UTF_8));
      machine.out().flush();
    } catch (IOException e) {
      throw FileTrouble.explained("standard output", e);
    }
  }

  private int fail(Exception e) {
    Failure failure = Failure.of(e);
    machine.err().println(program + ": " + failure.message());
    if (e instanceof ParameterException) {
      machine.err().println("Try " + program + " --help.");
    }
    if (args.contains("--debug")) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      machine.err().print(trace);
    }
    if (args.contains("--json")) {
      try {
        print(Json.write(failure.json()) + "\n");
      } catch (UsageException unwritable) {
        machine.err().println(program + ": " + unwritable.getMessage());
      }
    }
    return failure.exitCode();
  }
}
