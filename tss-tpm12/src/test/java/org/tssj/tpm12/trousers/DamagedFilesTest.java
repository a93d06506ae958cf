package org.tssj.tpm12.trousers;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.Golden;

/** Files that somebody or something has damaged are refused in one way, whatever is in them. */
class DamagedFilesTest {

  private static final int TIMES = 20_000;

  private static Bytes damaged(Bytes golden, Random random) {
    byte[] octets = golden.toArray();
    for (int k = random.nextInt(3); k >= 0; k--) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
    }
    int length = random.nextInt(4) == 0 ? random.nextInt(octets.length) : octets.length;
    return Bytes.of(octets, 0, length);
  }

  private static void readsOrRefuses(String name, Consumer<Bytes> read) {
    Bytes golden = Golden.bytes(name);
    Random random = new Random(12);
    int refused = 0;
    for (int k = 0; k < TIMES; k++) {
      Bytes file = damaged(golden, random);
      try {
        read.accept(file);
      } catch (WireException e) {
        refused++;
      } catch (RuntimeException e) {
        fail(name + ", damage " + k, e);
      }
    }
    assertTrue(refused > TIMES / 10, refused + " refused");
  }

  @Test
  void keyStores() {
    readsOrRefuses("system.data", KeyStoreFile::read);
    readsOrRefuses("user/three.data", KeyStoreFile::read);
  }

  @Test
  void sealedFiles() {
    readsOrRefuses("seal/sealed-pcr.blob", SealedFile::read);
  }

  @Test
  void blobsAndHashes() {
    readsOrRefuses("aik/aik.pub", TssBlob::read);
    readsOrRefuses("quote-set-pcrs/pcr.hash", PcrHashFile::read);
  }
}
