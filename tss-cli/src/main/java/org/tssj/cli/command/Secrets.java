package org.tssj.cli.command;

import java.util.Optional;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.OpenKey20;
import org.tssj.core.AuthValue;

/** Secrets of what mostly has none. */
final class Secrets {

  private Secrets() {}

  /** The secret, or the empty one where no option names it. */
  static AuthValue orEmpty(Optional<SecretSource> source, Environment machine, String what) {
    return source.isPresent() ? source.get().read(machine, what) : AuthValue.EMPTY;
  }

  /**
   * The secret of an object; where no option names it, and its file says that there is one which
   * counts, it is asked for.
   *
   * @param byPolicy whether an option names a policy, which may not ask for it
   */
  static AuthValue of(
      Optional<SecretSource> source,
      OpenKey20 object,
      Environment machine,
      String what,
      boolean byPolicy) {
    boolean ask = !object.emptyAuth().orElse(true) && !byPolicy;
    return source.isPresent() || !ask
        ? orEmpty(source, machine, what)
        : SecretSource.PROMPT.read(machine, what);
  }
}
