package org.tssj.tpm12.trousers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.Golden;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.TpmKey;

/** trousers' key stores: the golden one was written by a real tcsd on a PC. */
class KeyStoreFileTest {

  /** As golden/README.md gives it. */
  private static final UUID AIK = UUID.fromString("d85dbcc2-7d2d-4773-97df-b7389e243d1b");

  private static final UUID ROOT = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID NONE = new UUID(0, 0);
  private static final UUID OTHER = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  /** What trousers' client library puts beside a key. */
  private static final Bytes VENDOR = Bytes.utf8("trousers 0.3.15\0");

  private final Bytes golden = Golden.bytes("system.data");
  private final KeyStoreFile store = KeyStoreFile.read(golden);

  @Test
  void ofTcsdHasTheStorageRootKeyWithoutItsModulusAndTheRegisteredIdentity() {
    assertEquals(ByteOrder.LITTLE_ENDIAN, store.order());
    assertEquals(List.of(ROOT, AIK), store.keys().stream().map(RegisteredKey::uuid).toList());

    RegisteredKey root = store.find(KeyUuid.STORAGE_ROOT_KEY).orElseThrow();
    assertEquals(NONE, root.parent());
    assertEquals(KeyUsage.STORAGE, root.key().keyUsage());
    assertEquals(Bytes.zeros(256), root.publicData());
    assertEquals(Bytes.zeros(256), root.key().pubKey());

    RegisteredKey aik = store.find(AIK).orElseThrow();
    assertEquals(ROOT, aik.parent());
    assertTrue(aik.isValid());
    assertTrue(aik.isParentInSystemStore());
    assertEquals(Golden.bytes("aik/aik.blob"), aik.blob());
    assertEquals(aik.key().pubKey(), aik.publicData());
    assertEquals(VENDOR, aik.vendorData());
    assertEquals(aik, store.findByModulus(aik.publicData()).orElseThrow());
  }

  @Test
  void isWrittenOctetByOctetAsItWasRead() {
    assertEquals(golden, store.write());
  }

  @Test
  void withAKeyRemovedAndRegisteredAgainIsTheFileOfTrousers() {
    TpmKey key = TpmKey.CODEC.decode(Golden.bytes("aik/aik.blob"));
    KeyStoreFile without = store.without(AIK);
    assertEquals(golden.length() - 42 - 256 - 559 - 16, without.write().length());
    assertEquals(
        golden, without.with(RegisteredKey.of(AIK, ROOT, key).withVendorData(VENDOR)).write());
  }

  @Test
  void beginsWithTheStorageRootKeyAsTcsdWritesItWhenOwnershipIsTaken() {
    assertEquals(
        store.without(AIK).write(),
        KeyStoreFile.EMPTY.with(RegisteredKey.storageRootKey()).write());
  }

  @Test
  void isEmptyWhenTheFileIs() {
    assertEquals(KeyStoreFile.EMPTY, KeyStoreFile.read(Bytes.EMPTY));
    assertEquals(KeyStoreFile.EMPTY, KeyStoreFile.read(Bytes.hex("01 00000000")));
    assertEquals(Bytes.hex("01 00000000"), KeyStoreFile.EMPTY.write());
  }

  @Test
  void ofALittleEndianMachineHasEveryFieldInItsPlace() {
    KeyStoreFile one =
        KeyStoreFile.EMPTY.with(
            new RegisteredKey(
                OTHER, ROOT, 0x0003, Bytes.hex("aa"), Bytes.hex("bbbb"), Bytes.hex("cccccc")));
    Bytes file =
        Bytes.hex(
            "01 01000000 33221100 5544 7766 8899 aabbccddeeff"
                + "00000000 0000 0000 0000 000000000001 0100 0200 03000000 0300 aa bbbb cccccc");
    assertEquals(file, one.write());
    assertEquals(one, KeyStoreFile.read(file));
  }

  @Test
  void ofABigEndianMachineStaysOne() {
    Bytes file =
        Bytes.hex(
            "01 00000001 00112233 4455 6677 8899 aabbccddeeff"
                + "00000000 0000 0000 0000 000000000001 0001 0002 00000003 0003 aa bbbb cccccc");
    KeyStoreFile read = KeyStoreFile.read(file);
    assertEquals(ByteOrder.BIG_ENDIAN, read.order());
    assertEquals(OTHER, read.keys().get(0).uuid());
    assertEquals(file, read.write());
    assertEquals(ByteOrder.BIG_ENDIAN, read.without(OTHER).order());
  }

  @Nested
  class Chains {

    private RegisteredKey below(UUID uuid, UUID parent) {
      return new RegisteredKey(uuid, parent, 1, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY);
    }

    private UUID uuid(int number) {
      return new UUID(7, number);
    }

    @Test
    void goFromBelowTheRootDownToTheKeyThroughBothStores() {
      KeyStoreFile user =
          KeyStoreFile.EMPTY.with(below(uuid(3), uuid(2))).with(below(uuid(2), AIK));
      assertEquals(
          List.of(AIK, uuid(2), uuid(3)),
          user.chain(uuid(3), store).stream().map(RegisteredKey::uuid).toList());
      assertEquals(List.of(), user.chain(ROOT, store));
    }

    @Test
    void sayWhichParentIsMissing() {
      KeyStoreFile user = KeyStoreFile.EMPTY.with(below(uuid(3), uuid(2)));
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> user.chain(uuid(3), KeyStoreFile.EMPTY));
      assertEquals(
          "the key "
              + uuid(3)
              + " stands below the key "
              + uuid(2)
              + ", which is not registered",
          e.getMessage());
      assertThrows(
          IllegalArgumentException.class, () -> user.chain(uuid(9), KeyStoreFile.EMPTY));
    }

    @Test
    void doNotGoRoundInACircle() {
      KeyStoreFile user =
          KeyStoreFile.EMPTY.with(below(uuid(3), uuid(2))).with(below(uuid(2), uuid(3)));
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> user.chain(uuid(3), KeyStoreFile.EMPTY));
      assertTrue(e.getMessage().contains("circle"), e.getMessage());
    }
  }

  @Nested
  class Refuses {

    private String refusal(Bytes file) {
      return assertThrows(WireException.class, () -> KeyStoreFile.read(file)).getMessage();
    }

    @Test
    void anotherVersion() {
      assertEquals(
          "key store.version: must be 1, was 2 at offset 0x0000",
          refusal(Bytes.hex("02 00000000")));
    }

    @Test
    void moreKeysThanTheFileHasRoomForInEitherOrder() {
      assertEquals(
          "key store.count: must be the number of keys, at most 0 here, was 4294967295 at offset"
              + " 0x0001",
          refusal(Bytes.hex("01 ffffffff")));
    }

    @Test
    void aTruncatedKeyAndNamesTheField() {
      assertEquals(
          "key store[1].vendorData: needs 16 bytes, was 15 of 1478 left at offset 0x05b7",
          refusal(golden.slice(0, golden.length() - 1)));
    }

    @Test
    void whatFollowsTheLastKey() {
      assertTrue(refusal(golden.concat(Bytes.zeros(1))).contains("nothing may follow"));
    }

    @Test
    void twoKeysWithOneName() {
      assertThrows(
          IllegalArgumentException.class,
          () -> store.with(store.find(AIK).orElseThrow()));
      Bytes entries = golden.slice(5, golden.length());
      Bytes twice = Bytes.join(Bytes.hex("01 04000000"), entries, entries);
      assertTrue(refusal(twice).contains("no two keys"), refusal(twice));
    }

    @Test
    void toRemoveAKeyThatIsNotThere() {
      assertThrows(IllegalArgumentException.class, () -> store.without(OTHER));
      assertFalse(store.find(OTHER).isPresent());
    }
  }
}
