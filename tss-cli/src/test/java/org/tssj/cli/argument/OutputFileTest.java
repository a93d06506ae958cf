package org.tssj.cli.argument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.cli.FakeMachine;
import org.tssj.core.Bytes;

class OutputFileTest {

  @TempDir Path folder;

  private static void write(Path path, String text) {
    new OutputFile(path.toString()).write(new FakeMachine().environment(), Bytes.utf8(text));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void isAloneInItsFolderWhenItIsWritten() throws IOException {
    write(folder.resolve("new"), "one");
    write(folder.resolve("new"), "two");
    assertEquals("two", Files.readString(folder.resolve("new")));
    assertEquals(List.of("new"), names());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsThePermissionsOfTheFileItReplaces() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "one");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    write(secret, "two");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isReplacedWhereALinkLeadsAndTheLinkStays() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "one");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    write(link, "two");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("two", Files.readString(file));
    Path loose = Files.createSymbolicLink(folder.resolve("loose"), folder.resolve("far"));
    write(loose, "three");
    assertTrue(Files.isSymbolicLink(loose));
    assertEquals("three", Files.readString(folder.resolve("far")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void mayBeADevice() {
    write(Path.of("/dev/null"), "nothing of it stays");
    assertTrue(Files.exists(Path.of("/dev/null")));
    assertTrue(!Files.isRegularFile(Path.of("/dev/null")));
  }

  @Test
  void saysWhatIsWrongWithItsFolder() throws IOException {
    UsageException wrong =
        assertThrows(
            UsageException.class, () -> write(folder.resolve("nowhere").resolve("file"), "x"));
    assertTrue(wrong.getMessage().endsWith(": no such file or directory"), wrong.getMessage());
    assertThrows(UsageException.class, () -> write(folder, "x"));
    assertEquals(List.of(), names());
  }
}
