package org.tssj.simulator.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tssj.core.Bytes;
import org.tssj.simulator.tools.Outcome.Written;

/**
 * Where the files of one side are.
 *
 * @param path without folders in it
 */
record Folder(Path path) implements AutoCloseable {

  static Folder temporary(String name) throws IOException {
    return new Folder(Files.createTempDirectory(name));
  }

  /** The arguments with {@code @name} as the file of that name here. */
  List<String> resolved(List<String> arguments) {
    return arguments.stream().map(a -> a.startsWith("@") ? prefix() + a.substring(1) : a).toList();
  }

  /** What stands before the names of files here. */
  String prefix() {
    return path + "/";
  }

  void write(String name, Bytes content) throws IOException {
    Files.write(path.resolve(name), content.toArray());
  }

  Bytes read(String name) throws IOException {
    return Bytes.wrap(Files.readAllBytes(path.resolve(name)));
  }

  SortedMap<String, Written> content() throws IOException {
    SortedMap<String, Written> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(
            file.getFileName().toString(),
            new Written(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                Bytes.wrap(Files.readAllBytes(file))));
      }
    }
    return content;
  }

  /** What is other than it was. */
  SortedMap<String, Written> changedSince(Map<String, Written> before) throws IOException {
    SortedMap<String, Written> changed = content();
    before.forEach(
        (name, was) -> {
          if (!changed.remove(name, was)) {
            changed.putIfAbsent(name, new Written("", Bytes.EMPTY));
          }
        });
    return changed;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
