package org.tssj.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    return of(List.of(file), banks, machine);
  }

  /** Hashes several files, one behind the other, as if they were one. */
  static Map<Bank, Bytes> of(List<InputFile> files, Collection<Bank> banks, Environment machine) {
    String name = String.join(", ", files.stream().map(InputFile::name).toList());
    List<InputStream> opened = new ArrayList<>();
    try (Progress progress = Progress.of(machine, "Hashing", size(files))) {
      for (InputFile file : files) {
        opened.add(file.open(machine));
      }
      InputStream all = new SequenceInputStream(Collections.enumeration(opened));
      return FileDigests.of(progress.over(all), banks);
    } catch (IOException e) {
      throw FileTrouble.explained(name, e);
    } finally {
      opened.forEach(FileHash::close);
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // All that was wanted of it has been read, or has failed.
    }
  }

  /** The digest in one bank. */
  static Bytes of(InputFile file, Bank bank, Environment machine) {
    return of(file, List.of(bank), machine).values().iterator().next();
  }

  /** 0 where that is not known before its end: of a pipe, a device. */
  private static long size(List<InputFile> files) throws IOException {
    long size = 0;
    for (InputFile file : files) {
      if (file.name().equals("-") || !Files.isRegularFile(file.readablePath())) {
        return 0;
      }
      size += Files.size(file.readablePath());
    }
    return size;
  }
}
