package org.tssj.attest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class Tpm12HashFileTest {

  private static final Bytes FILE = Vectors.read("tpm12/quote-set-pcrs/pcr.hash");
  private static final Bytes NONCE = Vectors.read("tpm12/quote-set-pcrs/nonce.bin");

  @Test
  void takesTheNonceIntoItsBlank() {
    Bytes message = Tpm12HashFile.message(FILE, NONCE);
    assertEquals(FILE.slice(0, 6), message.slice(0, 6));
    assertEquals(NONCE, message.slice(6, 26));
    assertEquals(FILE.slice(26, 52), message.slice(26, 52));
  }

  @Test
  void leavesAMessageAloneThatHasItsNonce() {
    Bytes message = Tpm12HashFile.message(FILE, NONCE);
    assertEquals(message, Tpm12HashFile.message(message, Bytes.hex("ff".repeat(20))));
  }

  @Test
  void leavesEverythingElseAlone() {
    for (String other : new String[] {"", "00", "00365155543200", "ff544347" + "00".repeat(60)}) {
      assertEquals(Bytes.hex(other), Tpm12HashFile.message(Bytes.hex(other), NONCE));
    }
  }

  @Test
  void refusesANonceThatDoesNotFit() {
    assertEquals(
        "nonce: must have 20 bytes, was 19 bytes at offset 0x0006",
        assertThrows(WireException.class, () -> Tpm12HashFile.message(FILE, NONCE.slice(0, 19)))
            .getMessage());
  }
}
