package org.tssj.cli.tool.management;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.auth.Secret;

/** The file with the 20 octets by which a revocable endorsement key is revoked. */
final class RevocationFile {

  private RevocationFile() {}

  /**
   * Reads the secret.
   *
   * @throws ToolFailure if there is no such file, or it is too short; that has been said
   */
  static AuthValue read(Call call, String name) throws IOException {
    byte[] octets;
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      octets = in.readNBytes(Secret.SIZE + 1);
    } catch (IOException e) {
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
   * Opens the file to be written, before there is anything to write: a secret without a place would
   * be lost. What is in it stays until then, since it may be the secret of the key that is there.
   * If it is new, nobody else may read it.
   *
   * @throws ToolFailure if it cannot be opened; that has been said
   */
  static FileChannel create(Call call, String name) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      return FileChannel.open(
          Path.of(name), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly);
    } catch (IOException e) {
      call.output().complain("Unable to open output file: " + name + "\n");
      throw new ToolFailure(Tool.FAILED);
    }
  }

  /** Replaces what is in the file by the secret. */
  static void write(Call call, String name, FileChannel file, AuthValue secret) throws IOException {
    byte[] octets = secret.toArray();
    try {
      ByteBuffer rest = ByteBuffer.wrap(octets);
      file.truncate(0);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
    call.output().debug("20 bytes written on file " + name + ".\n");
  }
}
