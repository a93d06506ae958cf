package org.tssj.cli.argument;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * A file that is read; {@code -} is standard input.
 *
 * @param name as it was given
 */
public record InputFile(String name) {

  /** What is read into memory whole may have this many octets. */
  private static final int LARGEST = 64 << 20;

  private static final int CHUNK = 1 << 16;

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
   * Digests of all of it, of any size; it is read once.
   *
   * @throws UsageException if it cannot be read
   */
  public Map<Bank, Bytes> digests(Environment machine, Collection<Bank> banks) {
    return digests(machine, List.of(this), banks);
  }

  /**
   * Digests of files, one behind the other.
   *
   * @throws UsageException if one cannot be read
   */
  public static Map<Bank, Bytes> digests(
      Environment machine, List<InputFile> files, Collection<Bank> banks) {
    Map<Bank, MessageDigest> running = new LinkedHashMap<>();
    banks.forEach(bank -> running.put(bank, bank.digest()));
    byte[] chunk = new byte[CHUNK];
    for (InputFile file : files) {
      try (InputStream in = file.open(machine)) {
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
          for (MessageDigest each : running.values()) {
            each.update(chunk, 0, n);
          }
        }
      } catch (IOException e) {
        throw FileTrouble.explained(file.name(), e);
      }
    }
    Map<Bank, Bytes> digests = new LinkedHashMap<>();
    running.forEach((bank, each) -> digests.put(bank, Bytes.wrap(each.digest())));
    return digests;
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
