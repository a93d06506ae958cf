package org.tssj.cli.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;
import org.tssj.core.TpmException;
import org.tssj.core.wire.WireException;

/**
 * A tool of tpm-quote-tools. What they share is here: {@code -h} and {@code -v}, short options
 * alone, everything they say on standard error, exit codes 0 and 1.
 */
public abstract class QuoteTool implements Tool {

  /** {@code -r host}: the daemon of another machine. */
  protected static final Option REMOTE = Option.value('r', "", "host", "");

  private static final Option HELP = Option.flag('h', "", "");
  private static final Option VERSION = Option.flag('v', "", "");

  /** The version whose behaviour this is. */
  private static final String BEHAVES_AS = "TPM Quote Tools 1.0.4\n";

  private static final int FAILURE = 1;

  private final String usage;
  private final List<Option> options;

  /**
   * @param usage the help behind {@code Usage: NAME}, with its line end
   * @param own its options besides those every tool has
   */
  protected QuoteTool(String usage, Option... own) {
    this.usage = usage;
    this.options = new ArrayList<>(List.of(HELP, VERSION));
    options.addAll(List.of(own));
  }

  /** Whether this many operands make sense. */
  protected abstract boolean takes(int operands);

  /**
   * Does it.
   *
   * @throws ToolFailure if it could not, after having said why
   */
  protected abstract void run(Call call) throws IOException;

  @Override
  public final int run(Environment machine, String name, List<String> args) {
    Output output = new Output(machine);
    try {
      return run(machine, output, name, args);
    } catch (ToolFailure said) {
      return FAILURE;
    } catch (UsageException | TpmException | WireException | IOException e) {
      output.insist(name + ": " + e.getMessage() + "\n");
      return FAILURE;
    }
  }

  private int run(Environment machine, Output output, String name, List<String> args)
      throws IOException {
    GetOpt words = new GetOpt(name, options, args);
    List<GetOpt.Found> found = new ArrayList<>();
    try {
      for (var next = words.next(); next.isPresent(); next = words.next()) {
        char letter = next.get().option().letter();
        if (letter == HELP.letter()) {
          output.insist(usage(name));
          return 0;
        }
        if (letter == VERSION.letter()) {
          output.insist(BEHAVES_AS);
          return 0;
        }
        found.add(next.get());
      }
    } catch (GetOpt.Trouble e) {
      output.insist(e.getMessage() + "\n" + usage(name));
      return FAILURE;
    }
    if (!takes(words.operands().size())) {
      output.insist(usage(name));
      return FAILURE;
    }
    run(
        new Call(
            name,
            new Arguments(found, words.operands()),
            machine,
            output,
            new Passwords(machine, output),
            "tpm ak create, tpm quote and tpm verify are for both families",
            ErrorStyle.QUOTE_TOOLS));
    return 0;
  }

  private String usage(String name) {
    return "Usage: " + name + " " + usage;
  }

  /** Says something and fails. */
  protected static ToolFailure refused(Call call, String message) {
    call.output().insist(message + "\n");
    return new ToolFailure(FAILURE);
  }

  /** Connects: to the daemon that {@link #REMOTE} names, else as every tool does. */
  protected static Tspi connect(Call call) {
    Optional<String> host = call.arguments().value(REMOTE);
    return host.isPresent() ? call.connect(host.get()) : call.connect();
  }

  /** An operand. */
  protected static String operand(Call call, int index) {
    return call.arguments().operands().get(index);
  }

  /** The content of a file that an operand names. */
  protected static Bytes content(Call call, String name) {
    return new NamedFile(name)
        .read(call.machine())
        .orElseThrow(() -> refused(call, "Cannot open " + name));
  }

  /** Writes a file that an operand names. */
  protected static void write(Call call, String name, Bytes content) {
    if (!new NamedFile(name).write(content)) {
      throw refused(call, "Cannot open " + name);
    }
  }
}
