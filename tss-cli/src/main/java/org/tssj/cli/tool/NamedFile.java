package org.tssj.cli.tool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;
import java.util.Set;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.PrivateFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;

/**
 * A file as the tools of before name it: {@code -} is a file of that name. What they say where one
 * cannot be read or written differs from tool to tool, and names no reason.
 *
 * @param name as it was given
 */
public record NamedFile(String name) {

  /** All of it, at most 64 MiB; nothing if it cannot be read. */
  public Optional<Bytes> read(Environment machine) {
    try {
      return Optional.of(new InputFile(name.equals("-") ? "./-" : name).read(machine));
    } catch (UsageException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes it. A file that is there is replaced and keeps its permissions.
   *
   * @return whether it could be written
   */
  public boolean write(Bytes content) {
    return write(content, new FileAttribute<?>[0]);
  }

  /** As {@link #write}; a new one can be read and written by its owner alone. */
  public boolean writePrivately(Bytes content) {
    return write(content, PrivateFile.attributes());
  }

  private boolean write(Bytes content, FileAttribute<?>... attributes) {
    Set<StandardOpenOption> replacing =
        Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
    try (SeekableByteChannel out = Files.newByteChannel(Path.of(name), replacing, attributes)) {
      ByteBuffer octets = ByteBuffer.wrap(content.toArray());
      while (octets.hasRemaining()) {
        out.write(octets);
      }
      return true;
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }
}
