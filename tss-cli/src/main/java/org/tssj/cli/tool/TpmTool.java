package org.tssj.cli.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.TpmException;
import org.tssj.core.wire.WireException;

/**
 * A tool of tpm-tools. What they share is here: {@code -h}, {@code -v}, {@code -l} and {@code -u},
 * help on standard output, errors in trousers' words on standard error, exit codes 0 and 255.
 */
public abstract class TpmTool implements Tool {

  /** The version of tpm-tools whose behaviour this is. */
  private static final String BEHAVES_AS = "1.3.9.2";

  private final List<Option> own;

  /**
   * @param own its options besides those every tool has, in the order of the help; {@link
   *     Option#UNICODE} where the help shows it
   */
  protected TpmTool(Option... own) {
    this.own = List.of(own);
  }

  /** Options that are taken and not shown in the help: other names of those that are. */
  protected List<Option> unshown() {
    return List.of();
  }

  /**
   * Looks at an option as it is found, before the next one is looked for.
   *
   * @throws ToolFailure if its value makes no sense, after having said why
   */
  protected void take(Output output, GetOpt.Found option) {}

  /**
   * Refuses what makes no sense, before anything is asked or opened.
   *
   * @throws ToolFailure for that, after having said why; see {@link #misused}
   */
  protected void check(Call call) {}

  /**
   * Does it, {@link Call#succeeded} included where the tool of before says so.
   *
   * @throws ToolFailure if it could not, after having said why
   */
  protected abstract void run(Call call) throws IOException;

  /** What to do on a TPM 2.0 instead, as it stands in a sentence. */
  protected abstract String onTpm20();

  /** What {@code -h} and {@code -v} end with; most of the tools of before ended with 255. */
  protected int helpExitCode() {
    return FAILED;
  }

  /** What a failure ends with. */
  protected int exitCode(ToolFailure failure) {
    return failure.exitCode();
  }

  @Override
  public final int run(Environment machine, String name, List<String> args) {
    Output output = new Output(machine);
    try {
      int exitCode = run(machine, output, name, args);
      output.flush();
      return exitCode;
    } catch (ToolFailure e) {
      output.flush();
      return exitCode(e);
    } catch (UsageException | TpmException | WireException | IOException e) {
      output.complain(name + ": " + e.getMessage() + "\n");
      return FAILED;
    } catch (RuntimeException e) {
      output.complain(name + ": a defect of this program: " + e + "; please report it\n");
      return FAILED;
    }
  }

  private int run(Environment machine, Output output, String name, List<String> args)
      throws IOException {
    Optional<Arguments> arguments;
    try {
      arguments = parse(output, name, args);
    } catch (GetOpt.Trouble e) {
      output.insist(e.getMessage() + "\n");
      output.say(usage(name));
      return FAILED;
    }
    if (arguments.isEmpty()) {
      return helpExitCode();
    }
    Call call =
        new Call(
            name,
            arguments.get(),
            machine,
            output,
            new Passwords(machine, output),
            onTpm20(),
            ErrorStyle.TPM_TOOLS);
    check(call);
    run(call);
    return 0;
  }

  /** What was given; nothing if help or the version was wanted and has been printed. */
  private Optional<Arguments> parse(Output output, String name, List<String> args)
      throws GetOpt.Trouble {
    List<Option> all =
        new ArrayList<>(List.of(Option.HELP, Option.VERSION, Option.LOG, Option.UNICODE));
    own.stream().filter(each -> !each.isWrittenAs(Option.UNICODE)).forEach(all::add);
    all.addAll(unshown());
    GetOpt options = new GetOpt(name, all, args);
    List<GetOpt.Found> found = new ArrayList<>();
    for (var next = options.next(); next.isPresent(); next = options.next()) {
      GetOpt.Found option = next.get();
      if (option.option().equals(Option.HELP)) {
        output.say(usage(name));
        return Optional.empty();
      }
      if (option.option().equals(Option.VERSION)) {
        output.say(name + " version: " + BEHAVES_AS + "\n");
        return Optional.empty();
      }
      if (option.option().equals(Option.LOG) && !level(output, option.value())) {
        output.say("Valid log levels are: none, error, info, debug\n" + usage(name));
        throw new ToolFailure(FAILED);
      }
      take(output, option);
      found.add(option);
    }
    return Optional.of(new Arguments(found, options.operands()));
  }

  private static boolean level(Output output, String name) {
    for (Output.Level level : Output.Level.values()) {
      if (level.name().toLowerCase(java.util.Locale.ROOT).equals(name)) {
        output.level(level);
        return true;
      }
    }
    return false;
  }

  /** The help. */
  protected final String usage(String name) {
    StringBuilder help = new StringBuilder("Usage: " + name + " [options]\n");
    help.append(Option.HELP.usage()).append(Option.VERSION.usage()).append(Option.LOG.usage());
    own.forEach(each -> help.append(each.usage()));
    return help.toString();
  }

  /** Prints the help and fails: what was given makes no sense. */
  protected final ToolFailure misused(Call call) {
    call.output().say(usage(call.name()));
    return new ToolFailure(FAILED);
  }
}
