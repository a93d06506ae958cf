package org.tssj.tpm12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tssj.core.Bytes;

/** What the native tools made: golden/README.md says how. */
public final class Golden {

  private Golden() {}

  /** A file. */
  public static Bytes bytes(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("golden/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no golden file " + name);
      }
      return Bytes.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file as text. */
  public static String text(String name) {
    return new String(bytes(name).toArray(), java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** PCR values in the files of tpm-quote-tools: index=hex, a line each. */
  public static Map<Integer, Bytes> pcrValues(String name) {
    Map<Integer, Bytes> values = new LinkedHashMap<>();
    text(name)
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              values.put(
                  Integer.valueOf(line.substring(0, equals)),
                  Bytes.hex(line.substring(equals + 1)));
            });
    return values;
  }

  /** One part of a file of tpm_sealdata, for example {@code TSS KEY}. */
  public static Bytes sealed(String name, String part) {
    StringBuilder base64 = new StringBuilder();
    boolean inside = false;
    for (String line : text(name).lines().toList()) {
      if (line.startsWith("-----")) {
        inside = line.equals("-----" + part + "-----");
      } else if (inside && !line.contains(":")) {
        base64.append(line.strip());
      }
    }
    return Bytes.wrap(Base64.getDecoder().decode(base64.toString()));
  }
}
