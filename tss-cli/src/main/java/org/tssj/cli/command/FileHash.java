package org.tssj.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.environment.Progress;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.FileDigests;

/** Digests of a file of any size, hashed while its reader sees how far it is. */
final class FileHash {

  private FileHash() {}

  /**
   * Hashes the file, once for all banks.
   *
   * @return the digest by bank
   * @throws org.tssj.cli.argument.UsageException if it cannot be read
   */
  static Map<Bank, Bytes> of(InputFile file, Collection<Bank> banks, Environment machine) {
    try (InputStream in = file.open(machine);
        Progress progress = Progress.of(machine, "Hashing", size(file))) {
      return FileDigests.of(progress.over(in), banks);
    } catch (IOException e) {
      throw FileTrouble.explained(file.name(), e);
    }
  }

  /** The digest in one bank. */
  static Bytes of(InputFile file, Bank bank, Environment machine) {
    return of(file, List.of(bank), machine).values().iterator().next();
  }

  /** 0 where that is not known before its end: of a pipe, a device. */
  private static long size(InputFile file) throws IOException {
    if (file.name().equals("-")) {
      return 0;
    }
    Path path = file.readablePath();
    return Files.isRegularFile(path) ? Files.size(path) : 0;
  }
}
