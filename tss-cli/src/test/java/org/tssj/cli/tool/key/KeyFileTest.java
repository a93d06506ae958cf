package org.tssj.cli.tool.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.cli.FakeMachine;
import org.tssj.cli.argument.UsageException;
import org.tssj.core.Bytes;
import org.tssj.core.TpmServiceException;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.RegisteredKey;

class KeyFileTest {

  private static final UUID ONE = UUID.fromString("0badcafe-0000-4000-8000-00000000abcd");
  private static final UUID OTHER = UUID.fromString("d85dbcc2-7d2d-4773-97df-b7389e243d1b");
  private static final TpmKey KEY = KeyTemplates.identity();

  @TempDir Path folder;

  private KeyFile named(String name) {
    return KeyFile.of(
        new FakeMachine()
            .variable("TSSJ_SYSTEM_PS", folder.resolve(name).toString())
            .environment());
  }

  private List<UUID> written(String name) throws IOException {
    Bytes file = Bytes.wrap(Files.readAllBytes(folder.resolve(name)));
    return KeyStoreFile.read(file).keys().stream().map(RegisteredKey::uuid).toList();
  }

  @Test
  void beginsWithTheStorageRootKeyAndIsItsOwnersAlone() throws IOException {
    named("new/keys").register(ONE, KEY);
    named("new/keys").register(OTHER, KEY);
    assertEquals(List.of(KeyUuid.STORAGE_ROOT_KEY, ONE, OTHER), written("new/keys"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/keys"))));
    try (Stream<Path> left = Files.list(folder.resolve("new"))) {
      assertEquals(
          List.of("keys", "keys.lock"),
          left.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void findsWhatWasRegisteredAndForgetsWhatWasUnregistered() throws IOException {
    named("keys").register(ONE, KEY);
    assertEquals(KEY, named("keys").with(ONE).find(ONE).orElseThrow().key());
    named("keys").unregister(ONE);
    assertEquals(List.of(KeyUuid.STORAGE_ROOT_KEY), written("keys"));
    var e = assertThrows(TpmServiceException.class, () -> named("keys").with(ONE));
    assertEquals(0x2020, e.code());
    assertEquals("tcs", e.layer());
  }

  @Test
  void hasNumbersForWhatItRefuses() throws IOException {
    assertEquals(
        0x2020,
        assertThrows(TpmServiceException.class, () -> named("keys").unregister(ONE)).code());
    assertFalse(Files.exists(folder.resolve("keys")));
    named("keys").register(ONE, KEY);
    assertEquals(
        0x2008,
        assertThrows(TpmServiceException.class, () -> named("keys").register(ONE, KEY)).code());
    assertEquals(List.of(KeyUuid.STORAGE_ROOT_KEY, ONE), written("keys"));
  }

  @Test
  void leavesAFileAloneThatIsNone() throws IOException {
    Files.writeString(folder.resolve("keys"), "no keys at all");
    var e = assertThrows(WireException.class, () -> named("keys").register(ONE, KEY));
    assertTrue(String.valueOf(e.getMessage()).contains("keys"), e.getMessage());
    assertEquals("no keys at all", Files.readString(folder.resolve("keys")));
  }

  @Test
  void isTheUsersOwnWhereNothingIsSaid() {
    assertEquals(
        Path.of("/home/u/.local/share/tssj/system.data"),
        KeyFile.of(new FakeMachine().variable("HOME", "/home/u").environment()).path());
    assertEquals(
        Path.of("/data/tssj/system.data"),
        KeyFile.of(
                new FakeMachine()
                    .variable("HOME", "/home/u")
                    .variable("XDG_DATA_HOME", "/data")
                    .environment())
            .path());
    assertThrows(UsageException.class, () -> KeyFile.of(new FakeMachine().environment()));
  }
}
