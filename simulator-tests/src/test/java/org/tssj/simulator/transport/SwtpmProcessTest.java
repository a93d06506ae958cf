package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.transport.Commands.success;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.transport.swtpm.SwtpmProcess;

@NeedsProgram("swtpm")
@Timeout(120)
class SwtpmProcessTest {

  @TempDir Path directory;

  private static Set<Path> temporaryDirectories() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return new HashSet<>(
          all.filter(path -> path.getFileName().toString().startsWith("swtpm")).toList());
    }
  }

  @Test
  void servesAsSoonAsItIsStartedAndIsGoneWhenClosed() throws IOException {
    Set<Path> before = temporaryDirectories();
    SwtpmProcess swtpm = SwtpmProcess.start(Family.TPM20);
    try (TpmTransport tpm = Transports.open(swtpm.connectionString())) {
      success(tpm, Commands.TPM20.getRandom);
    }
    assertTrue(swtpm.process().isAlive());
    swtpm.close();
    assertFalse(swtpm.process().isAlive());
    swtpm.close();
    Set<Path> after = temporaryDirectories();
    after.removeAll(before);
    assertEquals(Set.of(), after);
  }

  @Test
  void runsManyBesideEachOther() throws IOException {
    List<SwtpmProcess> all = new ArrayList<>();
    List<TpmTransport> open = new ArrayList<>();
    try {
      for (int i = 0; i < 6; i++) {
        SwtpmProcess swtpm = SwtpmProcess.start(Family.TPM20);
        all.add(swtpm);
        open.add(Transports.open(swtpm.connectionString()));
      }
      for (TpmTransport tpm : open) {
        success(tpm, Commands.TPM20.getRandom);
      }
    } finally {
      for (TpmTransport tpm : open) {
        tpm.close();
      }
      all.forEach(SwtpmProcess::close);
    }
  }

  @Test
  void keepsAStateDirectoryThatIsNotItsOwn() throws IOException {
    Path state = directory.resolve("made/here");
    SwtpmProcess.start(Family.TPM20, SwtpmProcess.Channel.UNIX, Optional.of(state)).close();
    assertTrue(Files.exists(state.resolve("tpm2-00.permall")));
  }

  @Test
  void repeatsTheWordsOfASwtpmThatDoesNotStart() throws IOException {
    Set<Path> before = temporaryDirectories();
    Files.write(directory.resolve("tpm2-00.permall"), new byte[100]);
    var failure =
        assertThrows(
            TpmTransportException.class,
            () ->
                SwtpmProcess.start(Family.TPM20, SwtpmProcess.Channel.TCP, Optional.of(directory)));
    assertTrue(
        failure.getMessage().startsWith("swtpm: swtpm does not start: "), failure.getMessage());
    assertTrue(failure.getMessage().contains("libtpms/tpm2"), failure.getMessage());
    Set<Path> after = temporaryDirectories();
    after.removeAll(before);
    assertEquals(Set.of(), after);
  }
}
