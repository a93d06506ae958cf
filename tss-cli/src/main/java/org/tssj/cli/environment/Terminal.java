package org.tssj.cli.environment;

import java.io.Console;
import java.util.Optional;

/** Somebody who can be asked for a password. */
@FunctionalInterface
public interface Terminal {

  /** Nobody there: a script, a service, a pipe. */
  Terminal NONE = prompt -> Optional.empty();

  /**
   * Asks for a secret, which is not shown while it is typed.
   *
   * @param prompt what is asked for, as it stands before the cursor
   * @return what was typed, for the caller to overwrite; empty if nobody answers
   */
  Optional<char[]> askSecret(String prompt);

  /** The terminal of this process, if it has one. */
  // Newer JDKs give a console that reads a pipe where there is no terminal; a secret may come so
  // too.
  @SuppressWarnings("SystemConsoleNull")
  static Terminal ofProcess() {
    return prompt -> {
      Console console = System.console();
      return console == null
          ? Optional.empty()
          : Optional.ofNullable(console.readPassword("%s", prompt));
    };
  }
}
