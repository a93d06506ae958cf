package org.tssj.tpm20.engine;

import java.util.function.Supplier;
import org.tssj.tpm20.MissingBouncyCastleException;

/**
 * The door to Bouncy Castle, which may be missing. Classes that name its types are reached through
 * here only, so that nothing else fails to link.
 */
public final class BouncyCastle {

  private BouncyCastle() {}

  /**
   * Does what needs Bouncy Castle.
   *
   * @param what what needs it, the beginning of a sentence
   * @throws MissingBouncyCastleException if it is not there
   */
  public static <R> R with(String what, Supplier<R> use) {
    try {
      return use.get();
    } catch (NoClassDefFoundError e) {
      throw new MissingBouncyCastleException(what, e);
    }
  }
}
