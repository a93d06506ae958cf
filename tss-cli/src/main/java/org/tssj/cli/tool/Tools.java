package org.tssj.cli.tool;

import java.util.List;
import java.util.Optional;
import org.tssj.cli.environment.ControllingTerminal;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.tool.management.VersionTool;

/** The old names, and the tool behind each. */
public final class Tools {

  private static final String PREFIX = "tpm_";

  private Tools() {}

  /** Every old name, in the order of the documentation. */
  public static List<String> names() {
    return List.of("tpm_version");
  }

  /** The tool of a name; no other is loaded. */
  public static Optional<Tool> named(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "tpm_version" -> new VersionTool();
          default -> null;
        });
  }

  /** Whether a program of this name is one of the old tools, and not {@code tpm}. */
  public static boolean isOldName(String program) {
    return program.startsWith(PREFIX);
  }

  /**
   * Runs the tool of a name.
   *
   * @return its exit code
   */
  public static int run(Environment machine, String name, String... args) {
    Optional<Tool> tool = named(name);
    if (tool.isEmpty()) {
      machine.err().println(name + ": there is no such tool; there are " + names());
      return Tool.FAILED;
    }
    return tool.get().run(machine, name, List.of(args));
  }

  /** This process' machine, where passwords are asked for on the terminal itself. */
  public static Environment machine() {
    Environment machine = Environment.ofProcess();
    return new Environment(
        machine.variables(),
        machine.exists(),
        machine.operatingSystem(),
        machine.in(),
        machine.out(),
        machine.err(),
        new ControllingTerminal());
  }
}
