package org.tssj.simulator.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tssj.simulator.transport.BuiltProgram;

/**
 * The built program under its old names, as it is installed: a folder of symbolic links, to be
 * first in PATH.
 *
 * @param folder with the links
 */
record OldNames(Folder folder) implements AutoCloseable {

  /**
   * Links.
   *
   * @throws org.opentest4j.TestAbortedException if the program was not built, which skips the test
   */
  static OldNames of(List<String> names) throws IOException {
    Path program = BuiltProgram.path();
    Folder folder = Folder.temporary("old-names");
    for (String name : names) {
      Files.createSymbolicLink(folder.path().resolve(name), program);
    }
    return new OldNames(folder);
  }

  /** A value of PATH in which the links stand first. */
  String searchPath() {
    return folder.path() + ":" + System.getenv("PATH");
  }

  /** The command with the link in place of the name, if it is one of the names. */
  List<String> resolved(List<String> command) {
    Path link = folder.path().resolve(command.get(0));
    return Files.isExecutable(link)
        ? Stream.concat(Stream.of(link.toString()), command.stream().skip(1)).toList()
        : command;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
