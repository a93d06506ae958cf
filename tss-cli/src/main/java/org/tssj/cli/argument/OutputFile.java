package org.tssj.cli.argument;

import java.io.IOException;
import java.nio.file.Path;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;

/**
 * A file that is written; {@code -} is standard output.
 *
 * @param name as it was given
 */
public record OutputFile(String name) {

  /** Whether it is standard output. */
  public boolean isStandardOutput() {
    return name.equals("-");
  }

  /**
   * Writes the octets, all or none. A file that is there is replaced.
   *
   * @throws UsageException if it cannot be written
   */
  public void write(Environment machine, Bytes octets) {
    try {
      if (isStandardOutput()) {
        octets.writeTo(machine.out());
        machine.out().flush();
      } else {
        WholeFile.write(path(), octets);
      }
    } catch (IOException e) {
      throw FileTrouble.explained(isStandardOutput() ? "standard output" : name, e);
    }
  }

  /** Its path. */
  public Path path() {
    try {
      return Path.of(name);
    } catch (java.nio.file.InvalidPathException e) {
      throw new UsageException(name + ": no name a file can have", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
