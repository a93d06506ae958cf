package org.tssj.cli.environment;

import java.io.Console;
import java.util.Optional;

/** The terminal of this process. */
final class ProcessTerminal implements Terminal {

  /** Java cannot tell whether standard error is a terminal, but the shell that started it can. */
  private static final String PROGRESS = "tssj.progress";

  // Newer JDKs give a console that reads a pipe where there is no terminal; a secret may come so
  // too.
  @SuppressWarnings("SystemConsoleNull")
  @Override
  public Optional<char[]> askSecret(String prompt) {
    Console console = System.console();
    if (console == null) {
      return Optional.empty();
    }
    // Java lets the terminal show again what is typed, even if the answer is Ctrl-C; the line is
    // left to us.
    Thread nextLine = new Thread(() -> console.printf("%n"));
    Runtime.getRuntime().addShutdownHook(nextLine);
    try {
      return Optional.ofNullable(console.readPassword("%s", prompt));
    } finally {
      forget(nextLine);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already.
    }
  }

  @Override
  public boolean showsProgress() {
    return System.getProperty(PROGRESS, "no").equals("yes");
  }
}
