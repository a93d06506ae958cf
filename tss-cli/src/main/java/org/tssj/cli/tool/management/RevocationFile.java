package org.tssj.cli.tool.management;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.tssj.cli.argument.PrivateFile;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.auth.Secret;

/** The file with the 20 octets by which a revocable endorsement key is revoked. */
final class RevocationFile implements AutoCloseable {

  /** Of a pipe, say, into which a secret may go as well. */
  private static final long NO_SIZE = -1;

  private final Call call;
  private final String name;
  private final FileChannel file;
  private final long sizeBefore;
  private boolean written;

  private RevocationFile(Call call, String name, FileChannel file, long sizeBefore) {
    this.call = call;
    this.name = name;
    this.file = file;
    this.sizeBefore = sizeBefore;
  }

  /**
   * Reads the secret.
   *
   * @throws ToolFailure if there is no such file, or it is too short; that has been said
   */
  static AuthValue read(Call call, String name) throws IOException {
    byte[] octets;
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      octets = in.readNBytes(Secret.SIZE + 1);
    } catch (IOException | InvalidPathException e) {
      call.output().complain("Unable to open input file: " + name + "\n");
      throw new ToolFailure(Tool.FAILED);
    }
    try {
      if (octets.length < Secret.SIZE) {
        call.output()
            .complain(
                "Error: the secret data file "
                    + name
                    + " contains less than 20 bytes. Aborting ...\n");
        throw new ToolFailure(Tool.FAILED);
      }
      if (octets.length > Secret.SIZE) {
        call.output()
            .say("WARNING: Using only the first 20 bytes of file " + name + " for secret data\n");
      } else {
        call.output().debug("Read 20 bytes of secret data from file " + name + ".\n");
      }
      return AuthValue.of(octets, 0, Secret.SIZE);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  /**
   * Opens the file to be written, with room in it, before there is anything to write: a secret
   * without a place would be lost. What is in it stays until then, since it may be the secret of
   * the key that is there. If it is new, nobody else may read it.
   *
   * @throws ToolFailure if it cannot be opened, or has no room; that has been said
   */
  static RevocationFile create(Call call, String name) throws IOException {
    try {
      Path path = Path.of(name);
      FileChannel file = FileChannel.open(path, Set.of(CREATE, WRITE), PrivateFile.attributes());
      RevocationFile opened =
          new RevocationFile(call, name, file, Files.isRegularFile(path) ? file.size() : NO_SIZE);
      opened.reserve();
      return opened;
    } catch (IOException | InvalidPathException e) {
      call.output().complain("Unable to open output file: " + name + "\n");
      throw new ToolFailure(Tool.FAILED);
    }
  }

  private void reserve() throws IOException {
    try {
      if (sizeBefore != NO_SIZE && sizeBefore < Secret.SIZE) {
        write(new byte[(int) (Secret.SIZE - sizeBefore)], sizeBefore);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void write(byte[] octets, long position) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(octets);
    if (sizeBefore != NO_SIZE) {
      file.position(position);
    }
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    if (sizeBefore != NO_SIZE) {
      file.force(true);
    }
  }

  /**
   * Replaces what is in the file by the secret.
   *
   * @throws ToolFailure if that fails all the same; that has been said
   */
  void write(AuthValue secret) {
    byte[] octets = secret.toArray();
    try {
      write(octets, 0);
      if (sizeBefore != NO_SIZE) {
        file.truncate(octets.length);
      }
      written = true;
    } catch (IOException e) {
      call.output().complain("Error: Unable to write 20 bytes on the file " + name + ".\n");
      throw new ToolFailure(Tool.FAILED);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
    call.output().debug("20 bytes written on file " + name + ".\n");
  }

  /** Leaves the file as it was, if nothing has been written. */
  @Override
  public void close() throws IOException {
    try (file) {
      if (!written && sizeBefore != NO_SIZE) {
        file.truncate(sizeBefore);
      }
    }
  }
}
