package org.tssj.transport.tcsd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tssj.core.Bytes;

/**
 * An exchange between trousers' own tools and a real tcsd 0.3.15, recorded on the wire, with what
 * tcsd and its TPM (swtpm 0.7.1) said to each other meanwhile. In some the client is a script that
 * wrote packets by hand; it is said in the file.
 *
 * @param name of the file in {@code captures/}
 * @param request a whole packet
 * @param answer a whole packet
 * @param tpm commands and answers of the TPM
 */
record Capture(String name, Bytes request, Bytes answer, List<OfTpm> tpm) {

  /** A command and the answer of the TPM itself. */
  record OfTpm(Bytes command, Bytes answer) {
    int ordinal() {
      return TpmFrame.ordinal(command.toArray());
    }
  }

  /** All of them, in the order they were recorded. */
  static List<Capture> all() {
    try {
      List<Capture> captures = new ArrayList<>();
      for (String name : names()) {
        captures.add(read(name));
      }
      return captures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one whose name begins so. */
  static Capture of(String number) {
    return all().stream()
        .filter(capture -> capture.name.startsWith(number + "-"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names() throws IOException {
    var folder = Capture.class.getResource("captures");
    if (folder == null) {
      throw new IOException("no captures");
    }
    if (folder.getProtocol().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(java.net.URI.create(folder.toString()), Map.of())) {
        return names(jar.provider().getPath(java.net.URI.create(folder.toString())));
      }
    }
    return names(Path.of(java.net.URI.create(folder.toString())));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Capture read(String name) throws IOException {
    try (InputStream in = Capture.class.getResourceAsStream("captures/" + name)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<OfTpm> tpm = new ArrayList<>();
      for (int k = 0; k < lines.size(); k++) {
        if (lines.get(k).startsWith("> ")) {
          tpm.add(
              new OfTpm(
                  Bytes.hex(lines.get(k).substring(2)), Bytes.hex(lines.get(k + 1).substring(2))));
        }
      }
      return new Capture(name, section(lines, "[REQUEST "), section(lines, "[RESPONSE "), tpm);
    }
  }

  private static Bytes section(List<String> lines, String title) {
    StringBuilder hex = new StringBuilder();
    boolean inside = false;
    for (String line : lines) {
      if (line.startsWith(title) && line.endsWith(" bytes]")) {
        inside = true;
      } else if (inside && line.isBlank()) {
        return Bytes.hex(hex.toString());
      } else if (inside) {
        hex.append(line);
      }
    }
    throw new IllegalArgumentException(title);
  }

  Optional<Rpc> rpc() {
    return Rpc.of(PacketHeader.of(request.toArray()).code());
  }

  long result() {
    return PacketHeader.of(answer.toArray()).code();
  }

  /** The context of the request, which is its first parameter. */
  long context() {
    return ((Parameter.U32) Packet.decodeRequest(request).parameters().get(0)).value();
  }

  @Override
  public String toString() {
    return name;
  }
}
