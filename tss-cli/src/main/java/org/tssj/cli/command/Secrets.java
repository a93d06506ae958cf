package org.tssj.cli.command;

import java.util.Optional;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.core.AuthValue;

/** Secrets of what mostly has none. */
final class Secrets {

  private Secrets() {}

  /** The secret, or the empty one where no option names it. */
  static AuthValue orEmpty(Optional<SecretSource> source, Environment machine, String what) {
    return source.isPresent() ? source.get().read(machine, what) : AuthValue.EMPTY;
  }
}
