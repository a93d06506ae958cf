package org.tssj.tpm20.structure.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;

class IdObjectTest {

  @Test
  void isAnHmacAndTheRest() {
    // swtpm 0.7.1, tpm2-tools 5.4: tpm2_makecredential with a credential of 16 octets, for a key
    // whose Name is of SHA-256. 18 octets are left for the credential and its encrypted size.
    Bytes blob =
        Bytes.hex(
            "003400206b3a9aee57c5f9e3e2da1f722ddcde4753cd64fdaa7dd23b326aa300c6f2868d"
                + "ae53e844981ef465a528c925c18d4228aa5d");
    IdObject read = IdObject.SIZED_CODEC.decode(blob);
    assertEquals(32, read.integrityHmac().length());
    assertEquals(Bytes.hex("ae53e844981ef465a528c925c18d4228aa5d"), read.encIdentity());
    assertEquals(blob, IdObject.SIZED_CODEC.encode(read));
    assertWire(
        new IdObject(Bytes.hex("ff"), Bytes.hex("a1a2a3")), "0001 ff a1a2a3", IdObject.CODEC);
  }

  @Test
  void refusesAnHmacThatIsCutOff() {
    assertRefused(
        "0003 0002 ff",
        "TPM2B of TPMS_ID_OBJECT.integrityHMAC: needs 2 bytes at offset 0x0004, only 1 of 5 left",
        IdObject.SIZED_CODEC);
  }
}
