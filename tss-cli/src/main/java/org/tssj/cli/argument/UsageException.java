package org.tssj.cli.argument;

import org.jspecify.annotations.Nullable;

/** The caller is wrong: an option, a value, or a file that is not there. Exit code 2. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, and what would be right. */
  public UsageException(String message) {
    this(message, null);
  }

  /** What is wrong, what would be right, and what failed underneath. */
  public UsageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
