package org.tssj.tpm20.structure.pcr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.PcrBitmap;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

class PcrSelectionTest {

  @Test
  void isTheHashAndABitmapBehindItsLength() {
    // From tpm2_quote -l sha1:0,1+sha256:2,16 on swtpm 0.7.1.
    assertWire(PcrSelection.of(Bank.SHA1, 0, 1), "0004 03 030000", PcrSelection.CODEC);
    assertWire(PcrSelection.of(Bank.SHA256, 16, 2), "000b 03 040001", PcrSelection.CODEC);
    assertWire(PcrSelection.of(Bank.SHA256, Set.of(31)), "000b 04 00000080", PcrSelection.CODEC);
    assertWire(PcrSelection.of(AlgorithmId.SHA256_192, 8), "000e 03 000100", PcrSelection.CODEC);
  }

  @Test
  void keepsTheLengthOfTheBitmapThatWasSigned() {
    assertWire(
        new PcrSelection(AlgorithmId.SHA256, PcrBitmap.ofOctets(1, 3)),
        "000b 01 08",
        PcrSelection.CODEC);
    assertWire(
        new PcrSelection(AlgorithmId.SHA256, PcrBitmap.ofOctets(4, 3)),
        "000b 04 08000000",
        PcrSelection.CODEC);
  }

  @Test
  void refusesABitmapThatIsShorterThanItSays() {
    assertRefused(
        "000b 04 030000",
        "TPMS_PCR_SELECTION.pcrSelect: needs 4 bytes at offset 0x0003, only 3 of 6 left",
        PcrSelection.CODEC);
  }

  @Test
  void readsWhatToolsWrite() {
    assertEquals(
        List.of(PcrSelection.of(Bank.SHA1, 0, 1), PcrSelection.of(Bank.SHA256, 2)),
        PcrSelection.parse("sha1:0,1+sha256:2"));
    assertEquals(List.of(PcrSelection.of(Bank.SHA384, 23)), PcrSelection.parse("SHA-384: 23"));
    assertEquals(
        PcrBitmap.of(
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23),
        PcrSelection.parse("sha256:all").get(0).pcrSelect());
    assertEquals(List.of(PcrSelection.of(Bank.SHA256)), PcrSelection.parse("sha256:none"));
    assertEquals(
        List.of(PcrSelection.of(AlgorithmId.SHA256_192, 4)), PcrSelection.parse("0x000e:4"));
    assertEquals(
        List.of(PcrSelection.of(Bank.SHA256, 1), PcrSelection.of(Bank.SHA256, 0)),
        PcrSelection.parse("sha256:1+sha256:0"),
        "the order is what a TPM signs");
  }

  @Test
  void writesWhatItReads() {
    for (String text :
        List.of("sha1:0,1+sha256:2", "sha256:none", "sm3_256:0,23", "0x000e:4", "sha512:31")) {
      assertEquals(text, PcrSelection.format(PcrSelection.parse(text)));
    }
  }

  @Test
  void knowsTheBankOfItsHash() {
    assertEquals(Optional.of(Bank.SHA1), PcrSelection.of(Bank.SHA1, 1).bank());
    assertEquals(Optional.empty(), PcrSelection.of(AlgorithmId.SHA256_192, 1).bank());
  }

  @Nested
  class Refuses {

    private static void refused(String text, String message) {
      var e = assertThrows(IllegalArgumentException.class, () -> PcrSelection.parse(text));
      assertEquals(message, e.getMessage());
    }

    @Test
    void aTextWithoutABank() {
      refused("0,1", "PCRs are written BANK:INDEX,INDEX as in sha256:0,1,2, not \"0,1\"");
      refused("sha1:0+", "PCRs are written BANK:INDEX,INDEX as in sha256:0,1,2, not \"\"");
    }

    @Test
    void anUnknownBank() {
      refused(
          "sha255:0",
          "no PCR bank is called \"sha255\"; there are [sha1, sha256, sha384, sha512, sm3_256,"
              + " sha3_256, sha3_384, sha3_512]");
      refused("0xbank:1", "no PCR bank has the number \"0xbank\"");
      refused("0x10000:1", "no PCR bank has the number \"0x10000\"");
    }

    @Test
    void whatIsNoIndex() {
      refused("sha256:", "a PCR index is a number, not \"\"");
      refused("sha256:1,", "a PCR index is a number, not \"\"");
      refused("sha256:a", "a PCR index is a number, not \"a\"");
      refused("sha256:-1", "a PCR index here is 0 to 23, was -1");
      refused("sha256:99999999999", "a PCR index is a number, not \"99999999999\"");
      assertThrows(IllegalArgumentException.class, () -> PcrSelection.parse("sha256:2040"));
    }
  }
}
