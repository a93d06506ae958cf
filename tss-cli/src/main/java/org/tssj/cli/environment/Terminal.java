package org.tssj.cli.environment;

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

  /** Whether somebody sees standard error as it is written, and is glad of a line that changes. */
  default boolean showsProgress() {
    return false;
  }

  /** The terminal of this process, if it has one. */
  static Terminal ofProcess() {
    return new ProcessTerminal();
  }
}
