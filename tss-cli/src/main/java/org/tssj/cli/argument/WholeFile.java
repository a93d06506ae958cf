package org.tssj.cli.argument;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import org.tssj.core.Bytes;

/**
 * A file that is written whole or not at all: whoever interrupts the program, or fills the disk,
 * finds the file that was there before.
 */
final class WholeFile {

  private static final int ATTEMPTS = 100;

  private WholeFile() {}

  /**
   * Writes the octets beside the file and then puts them in its place. Permissions of a file that
   * is there stay, and a link goes on to lead to it. Where there can be no second file (a device, a
   * pipe, a folder that is not ours) they are written as they come.
   */
  static void write(Path path, Bytes octets) throws IOException {
    write(path, octets, true);
  }

  /**
   * As {@link #write}, but nobody except its owner may read the file, whatever the permissions were
   * of one that was there.
   */
  static void writePrivately(Path path, Bytes octets) throws IOException {
    write(path, octets, false, PrivateFile.attributes());
  }

  private static void write(
      Path path, Bytes octets, boolean keepsPermissions, FileAttribute<?>... attributes)
      throws IOException {
    boolean exists = Files.exists(path);
    Path target = exists ? path.toRealPath() : path.toAbsolutePath();
    Path folder = target.getParent();
    boolean isReplaceable =
        folder != null
            && Files.isWritable(folder)
            && (exists
                ? Files.isRegularFile(target) && Files.isWritable(target)
                // A link that leads nowhere: its end is made, not the link replaced.
                : !Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    if (!isReplaceable) {
      Files.write(path, octets.toArray());
      return;
    }
    Path beside = beside(target, attributes);
    File doomed = beside.toFile();
    doomed.deleteOnExit();
    try {
      try (OutputStream out = Files.newOutputStream(beside, StandardOpenOption.WRITE)) {
        octets.writeTo(out);
      }
      if (exists && keepsPermissions) {
        keepPermissions(target, beside);
      }
      Files.move(
          beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** A new empty file in the same folder. */
  private static Path beside(Path target, FileAttribute<?>... attributes) throws IOException {
    for (int k = 0; ; k++) {
      Path path =
          target.resolveSibling(
              "." + target.getFileName() + "." + ProcessHandle.current().pid() + "." + k);
      try {
        return Files.createFile(path, attributes);
      } catch (FileAlreadyExistsException e) {
        if (k == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView young = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && young != null) {
      young.setPermissions(old.readAttributes().permissions());
    }
  }
}
