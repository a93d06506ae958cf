package org.tssj.simulator.vm;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of the host that a machine is built with. */
final class Tool {

  private static final long MINUTES = 3;

  private Tool() {}

  /**
   * Runs one to its end.
   *
   * @return what it said, on both streams
   * @throws IOException if it is not there, fails or takes too long; with its words
   */
  static String run(Path directory, String... command) throws IOException {
    Path words = Files.createTempFile("tool", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(words.toFile())
              .start();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      String said = Files.readString(words, StandardCharsets.ISO_8859_1);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " fails: " + said);
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(words);
    }
  }

  /** Where a program is; {@code /usr/sbin} is looked at too, which not everybody has in the path. */
  static Path find(String name) throws IOException {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
    for (String directory : path.split(":", -1)) {
      Path program = Path.of(directory, name);
      if (!directory.isEmpty() && Files.isExecutable(program)) {
        return program;
      }
    }
    throw new IOException("the program " + name + " is not on this machine");
  }

  /** The shared libraries that programs and libraries need, the loader included. */
  static List<Path> libraries(List<Path> of) throws IOException {
    var found = new java.util.TreeSet<Path>();
    for (Path each : of) {
      String words;
      try {
        words = run(Path.of("/"), "ldd", each.toString());
      } catch (IOException e) {
        // "not a dynamic executable".
        continue;
      }
      for (String line : words.split("\n", -1)) {
        int slash = line.indexOf('/');
        if (slash >= 0) {
          found.add(Path.of(line.substring(slash).replaceFirst("[ :].*", "")));
        }
      }
    }
    return List.copyOf(found);
  }
}
