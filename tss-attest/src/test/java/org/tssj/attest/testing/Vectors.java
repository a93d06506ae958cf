package org.tssj.attest.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.tssj.core.Bytes;

/** The files of {@code src/test/resources/vectors}; their README says who made them and how. */
public final class Vectors {

  private Vectors() {}

  /** The octets of one file, named from {@code vectors} on. */
  public static Bytes read(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no vectors/" + name);
      }
      return Bytes.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
