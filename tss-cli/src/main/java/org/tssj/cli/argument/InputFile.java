package org.tssj.cli.argument;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tssj.cli.environment.Environment;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;

/**
 * A file that is read; {@code -} is standard input.
 *
 * @param name as it was given
 */
public record InputFile(String name) {

  /** What is read into memory whole may have this many octets. */
  private static final int LARGEST = 64 << 20;

  /**
   * All of it.
   *
   * @throws UsageException if it cannot be read, or is larger than 64 MiB
   */
  public Bytes read(Environment machine) {
    try (InputStream in = open(machine)) {
      byte[] octets = in.readNBytes(LARGEST + 1);
      if (octets.length > LARGEST) {
        throw new UsageException(name + ": has more than 64 MiB, no file that belongs here does");
      }
      return Bytes.wrap(octets);
    } catch (IOException e) {
      throw FileTrouble.explained(name, e);
    }
  }

  /**
   * All of it, as a secret.
   *
   * @param most how many octets it may have
   * @param why what to do with more, for the message
   * @return for the caller to close
   * @throws UsageException if it cannot be read, or is larger
   */
  public AuthValue readSecret(Environment machine, int most, String why) {
    byte[] octets = new byte[0];
    try (InputStream in = open(machine)) {
      octets = in.readNBytes(most + 1);
      if (octets.length > most) {
        throw new UsageException(name + ": has more than " + most + " octets; " + why);
      }
      return AuthValue.of(octets);
    } catch (IOException e) {
      throw FileTrouble.explained(name, e);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  /**
   * A stream over it, for what may be of any size.
   *
   * @throws UsageException if it cannot be opened
   */
  public InputStream open(Environment machine) {
    if (name.equals("-")) {
      return new FilterInputStream(machine.in()) {
        @Override
        public void close() {
          // Standard input is the process's, not ours.
        }
      };
    }
    try {
      return Files.newInputStream(path());
    } catch (IOException e) {
      throw FileTrouble.explained(name, e);
    }
  }

  /**
   * Its path, once it is known that it can be read.
   *
   * @throws UsageException if it cannot
   */
  public Path readablePath() {
    Path path = path();
    if (!Files.exists(path)) {
      throw new UsageException(name + ": no such file or directory");
    }
    if (Files.isDirectory(path)) {
      throw new UsageException(name + ": is a directory");
    }
    if (!Files.isReadable(path)) {
      throw new UsageException(name + ": permission denied");
    }
    return path;
  }

  private Path path() {
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
