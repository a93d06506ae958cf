package org.tssj.simulator.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.tssj.core.Family;
import org.tssj.simulator.NeedsLibrary;

/** The contract over the packaged program, which has a libtpms with a state directory. */
@NeedsLibrary("libtpms.so.0")
abstract class CmdContract extends TransportContract {

  private final Family family;
  private Path program;
  private Path state;

  CmdContract(Family family) {
    super(family);
    this.family = family;
  }

  @Override
  void startTpm() throws IOException {
    program = BuiltProgram.path();
    state = Files.createTempDirectory("cmd");
  }

  @Override
  void stopTpm() throws IOException {
    if (state == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  String connectionString() {
    return "cmd:" + program + " pipe --tpm libtpms:family=" + family.version() + ",state=" + state;
  }

  @Override
  String refusalOfSecond() {
    return "the program ended with exit code 3 and said \"tpm pipe: libtpms:";
  }

  @Override
  Set<Class<?>> abilities() {
    return Set.of();
  }
}
