package org.tssj.simulator.tpm12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.tssj.core.Bytes;

/** A TPM that the native tools used, and what they made with it; its README says what is what. */
public final class GoldenFiles {

  private GoldenFiles() {}

  /**
   * One of the files.
   *
   * @param name below the folder {@code golden}, for example {@code aik/aik.blob}
   */
  public static Bytes read(String name) throws IOException {
    try (InputStream in = GoldenFiles.class.getResourceAsStream("golden/" + name)) {
      if (in == null) {
        throw new NoSuchFileException("golden/" + name);
      }
      return Bytes.wrap(in.readAllBytes());
    }
  }
}
