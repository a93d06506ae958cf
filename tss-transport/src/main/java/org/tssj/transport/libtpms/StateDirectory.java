package org.tssj.transport.libtpms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Family;

/**
 * A directory in swtpm's format, so that swtpm can take over what we wrote and the other way round.
 * Held by a {@link StateLock} while it is open.
 */
final class StateDirectory implements Storage {

  // A full TPM 2.0 has some 130 KiB; swtpm itself refuses more than 512.
  private static final long LARGEST_FILE = 1 << 20;

  private final Path directory;
  private final String suffix;
  private final StateLock lock;

  private StateDirectory(Path directory, Family family, StateLock lock) {
    this.directory = directory;
    this.suffix = family == Family.TPM20 ? "2-00." : "-00.";
    this.lock = lock;
  }

  /**
   * Takes a directory, which is made if it is missing.
   *
   * @param holder what to write into the lock for whoever comes second
   * @throws IOException if it cannot be written to, or somebody holds it; the message says who
   */
  static StateDirectory open(Path directory, Family family, String holder) throws IOException {
    Files.createDirectories(directory, onlyOurs(directory, "rwx------"));
    return new StateDirectory(directory, family, StateLock.take(directory, holder));
  }

  // Seeds and keys are in there in the clear: nobody else's business.
  private static FileAttribute<?>[] onlyOurs(Path where, String permissions) {
    return where.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private Path file(String name) {
    return directory.resolve("tpm" + suffix + name);
  }

  @Override
  public byte @Nullable [] load(String name) throws IOException {
    Path file = file(name);
    return uninterrupted(
        () -> {
          try {
            if (Files.size(file) > LARGEST_FILE) {
              throw new IOException(file + ": too large for a state file of swtpm");
            }
            return StateFile.read(Files.readAllBytes(file));
          } catch (NoSuchFileException e) {
            return null;
          } catch (ClosedByInterruptException e) {
            throw e;
          } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
          }
        });
  }

  @Override
  public void store(String name, byte[] blob) throws IOException {
    // swtpm's own name for the unfinished file: whoever comes next, of either kind, overwrites it.
    Path unfinished = directory.resolve("TMP" + suffix + name);
    uninterrupted(
        () -> {
          Files.deleteIfExists(unfinished);
          Files.createFile(unfinished, onlyOurs(unfinished, "rw-------"));
          try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.wrap(StateFile.write(blob));
            while (content.hasRemaining()) {
              out.write(content);
            }
            out.force(true);
          }
          Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
          syncDirectory();
          return null;
        });
  }

  @Override
  public void delete(String name) throws IOException {
    uninterrupted(
        () -> {
          if (Files.deleteIfExists(file(name))) {
            syncDirectory();
          }
          return null;
        });
  }

  private void syncDirectory() throws IOException {
    try (FileChannel self = FileChannel.open(directory, StandardOpenOption.READ)) {
      self.force(true);
    }
  }

  @Override
  public boolean lasts() {
    return true;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private interface Io {
    byte @Nullable [] run() throws IOException;
  }

  /**
   * An interrupted thread closes the file it writes to. The TPM writes in the middle of a command
   * of whatever thread is here, and takes a failed write for a broken memory chip; so the
   * interruption has to wait.
   */
  private static byte @Nullable [] uninterrupted(Io work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return work.run();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
