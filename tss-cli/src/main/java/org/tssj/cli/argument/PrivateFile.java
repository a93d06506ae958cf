package org.tssj.cli.argument;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.tssj.core.Bytes;

/** Files and folders that nobody but their owner reads, from the moment they are there. */
public final class PrivateFile {

  private PrivateFile() {}

  /**
   * Writes a file, whole or not at all; one that is there is replaced.
   *
   * @throws UsageException if it cannot be written
   */
  public static void write(String name, Bytes octets) {
    try {
      WholeFile.writePrivately(Path.of(name), octets);
    } catch (InvalidPathException e) {
      throw new UsageException(name + ": no name a file can have", e);
    } catch (IOException e) {
      throw FileTrouble.explained(name, e);
    }
  }

  /**
   * Makes a folder, and those above it, if it is not there.
   *
   * @throws UsageException if it cannot be made
   */
  public static void makeFolder(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, only("rwx------"));
      }
    } catch (IOException e) {
      throw FileTrouble.explained(folder.toString(), e);
    }
  }

  /** What a new file is made with. */
  public static FileAttribute<?>[] attributes() {
    return only("rw-------");
  }

  // Windows has no such permissions; its folders are their owner's by habit.
  private static FileAttribute<?>[] only(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
