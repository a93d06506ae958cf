package org.tssj.transport.libtpms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lock that swtpm takes on a state directory: a POSIX record lock on all of the file {@code
 * .lock}, which the system gives back when the process ends. We write into the file who holds it.
 */
final class StateLock implements AutoCloseable {

  private static final int LONGEST_NOTE = 500;

  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a directory.
   *
   * @param holder what to write for whoever comes second
   * @throws IOException if somebody else has it; the message says who, as far as can be known
   */
  static StateLock take(Path directory, String holder) throws IOException {
    Path file = directory.resolve(".lock");
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    boolean taken = false;
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        throw new IOException(
            "the state directory " + directory + " is in use by " + holderOf(file, channel));
      }
      String note = "process " + ProcessHandle.current().pid() + ", " + holder + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)));
      taken = true;
      return new StateLock(channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this JVM, through another class loader.
      return null;
    }
  }

  private static String holderOf(Path file, FileChannel channel) throws IOException {
    // swtpm empties the file even when it then fails to lock it, so the note may be gone.
    ByteBuffer start = ByteBuffer.allocate(LONGEST_NOTE);
    channel.read(start, 0);
    String note = new String(start.array(), 0, start.position(), StandardCharsets.UTF_8).strip();
    if (!note.isEmpty()) {
      return note;
    }
    return lockingProcess(file)
        .map(
            pid ->
                "process "
                    + pid
                    + ProcessHandle.of(pid)
                        .flatMap(process -> process.info().commandLine())
                        .map(line -> ": " + line)
                        .orElse(""))
        .orElse("another process, perhaps swtpm");
  }

  /** What Linux knows: a line of /proc/locks has the holder's number and the file's inode. */
  private static Optional<Long> lockingProcess(Path file) {
    List<String> locks;
    String inode;
    try {
      inode = ":" + Files.getAttribute(file, "unix:ino");
      locks = Files.readAllLines(Path.of("/proc/locks"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
    for (String lock : locks) {
      // 1: POSIX  ADVISORY  WRITE 1234 08:01:5678 0 EOF
      List<String> words = List.of(lock.trim().split("\\s+"));
      if (words.size() >= 6
          && !words.contains("->")
          && words.get(5).endsWith(inode)
          && words.get(4).matches("[1-9][0-9]{0,17}")) {
        return Optional.of(Long.valueOf(words.get(4)));
      }
    }
    return Optional.empty();
  }

  /** Gives the lock back. The file stays: removing it could take it from under another's lock. */
  @Override
  public void close() throws IOException {
    try {
      channel.truncate(0);
    } finally {
      channel.close();
    }
  }
}
