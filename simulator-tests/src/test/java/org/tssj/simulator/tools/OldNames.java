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

  /** The command with the link in place of the name. */
  List<String> path(List<String> command) {
    return Stream.concat(
            Stream.of(folder.path().resolve(command.get(0)).toString()), command.stream().skip(1))
        .toList();
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
