package org.tssj.cli.argument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tssj.cli.environment.Environment;
import org.tssj.core.AuthValue;
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

  /**
   * Writes a secret. A file that is there is replaced by one that its owner alone may read.
   *
   * @throws UsageException if it cannot be written
   */
  public void write(Environment machine, AuthValue secret) {
    byte[] octets = secret.toArray();
    try {
      if (isStandardOutput()) {
        machine.out().write(octets);
        machine.out().flush();
      } else {
        WholeFile.writePrivately(path(), Bytes.wrap(octets));
      }
    } catch (IOException e) {
      throw FileTrouble.explained(isStandardOutput() ? "standard output" : name, e);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  /**
   * Refuses to replace what may be the only copy.
   *
   * @throws UsageException if there is such a file
   */
  public void requireAbsent() {
    if (!isStandardOutput() && Files.isRegularFile(path())) {
      throw new UsageException(name + " exists already; --force replaces it");
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
