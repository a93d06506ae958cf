package org.tssj.attest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.BankSelection;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;

class PcrValuesFileTest {

  /** Two octets over and over: a value nobody confuses with another. */
  private static Bytes of(Bank bank, String pair) {
    return Bytes.hex(pair.repeat(bank.size() / 2));
  }

  private static PcrValues text(String text) {
    return PcrValuesFile.read(Bytes.utf8(text));
  }

  @Nested
  class ReadsTpm2Tools {
    private final PcrValues printed = PcrValuesFile.read(Vectors.read("tpm20/pcrread.yaml"));

    @Test
    void printedValuesOfFourBanks() {
      assertEquals(
          List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512), List.copyOf(printed.banks()));
      assertEquals(24, printed.bank(Bank.SHA384).size());
      assertEquals(
          Bytes.hex("6B38A76C9FDABB4F34ECDA979D85C83302FD26AA19DBA25D7C2D23B15441A0BA"),
          printed.get(Bank.SHA256, 0).orElseThrow());
      assertEquals(
          Bytes.hex("BA63132BB0A1C1BDC0F46AEA1A3040B6CE8C5FFE"),
          printed.get(Bank.SHA1, 10).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "pcrread-sha256.serialized            | sha256:0,1,2,10,16,23",
          "rsassa-sha256/pcrs.serialized        | sha256:0,1,2,10,16",
          "ecdsa-p256/pcrs.serialized           | sha256:0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16",
          "ecdsa-p384/pcrs.serialized           |"
              + " sha384:0,1+sha1:10,16+sha256:0,1,2,3,4,5,6,7,8,9,10"
        })
    void serializedValuesAsTheyWerePrinted(String file, String selection) {
      assertEquals(picked(selection), PcrValuesFile.read(Vectors.read("tpm20/" + file)));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "pcrread-sha256.values     | sha256:0,1,2,10,16,23",
          "rsassa-sha256/plain.pcrs  | sha256:0,1,2,10,16",
          "ecdsa-p384/plain.pcrs     | sha384:0,1+sha1:10,16+sha256:0,1,2,3,4,5,6,7,8,9,10"
        })
    void valuesAloneInTheOrderOfTheSelection(String file, String selection) {
      assertEquals(
          picked(selection), PcrValuesFile.read(Vectors.read("tpm20/" + file), parsed(selection)));
    }

    private PcrValues picked(String selection) {
      PcrValues values = PcrValues.NONE;
      for (BankSelection each : parsed(selection)) {
        for (int index : each.pcrs().indices()) {
          values = values.with(each.bank(), index, printed.get(each.bank(), index).orElseThrow());
        }
      }
      return values;
    }

    private static List<BankSelection> parsed(String selection) {
      return List.of(selection.split("\\+")).stream()
          .map(bank -> bank.split(":"))
          .map(
              bank ->
                  BankSelection.of(
                      Bank.named(bank[0]),
                      List.of(bank[1].split(",")).stream().mapToInt(Integer::parseInt).toArray()))
          .toList();
    }
  }

  @Nested
  class ReadsLines {
    private static final String A1 = "a1b2".repeat(10);
    private static final String C3 = "c3d4".repeat(16);

    @Test
    void ofTpmQuoteTools() {
      PcrValues values = PcrValuesFile.read(Vectors.read("tpm12/quote-set-pcrs/pcr.vals"));
      assertEquals(List.of(0, 1, 2, 10, 16), List.copyOf(values.bank(Bank.SHA1).navigableKeySet()));
      assertEquals(
          Bytes.hex("9f247922e68d6b30b25424f49897605d12e2771f"),
          values.get(Bank.SHA1, 10).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "16=%s",
          "sha1:16=%s",
          "SHA-1:16=%s",
          "16: %s",
          " 16 : 0x%s \r",
          "PCR-16: %s",
          "pcr16=%s",
          "sha1:\n16: %s",
          "sha1 :\n16: %s",
          "pcrs:\n  sha1:\n    16: 0x%s",
          "# a comment\n\n16=%s\n"
        })
    void inEveryoneElsesWay(String line) {
      assertEquals(PcrValues.of(Bank.SHA1, 16, of(Bank.SHA1, "a1b2")), text(line.formatted(A1)));
    }

    @Test
    void ofTheKernel() {
      assertEquals(
          PcrValues.of(Bank.SHA1, 5, of(Bank.SHA1, "a1b2")),
          text("PCR-05: " + "A1 B2 ".repeat(10)));
    }

    @Test
    void ofIbm() {
      assertEquals(
          PcrValues.of(Bank.SM3_256, 5, of(Bank.SM3_256, "c3d4")),
          text("pcrread: tsspcrread -halg sm3_256\n5: " + C3));
    }

    @Test
    void whoseBankTheLengthTells() {
      PcrValues values = text("0=" + A1 + "\n0=" + C3 + "\n1=" + "e5f6".repeat(24));
      assertEquals(List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384), List.copyOf(values.banks()));
    }

    @Test
    void whoseBankIsNamedWhereTheLengthWouldSayAnother() {
      assertEquals(
          PcrValues.of(Bank.SHA3_256, 7, of(Bank.SHA3_256, "c3d4")), text("sha3_256:7=" + C3));
    }

    @Test
    void withoutIndicesInTheOrderOfTheSelection() {
      assertEquals(
          PcrValues.of(Bank.SHA256, 9, of(Bank.SHA256, "c3d4"))
              .with(Bank.SHA1, 2, of(Bank.SHA1, "a1b2")),
          PcrValuesFile.read(
              Bytes.utf8(C3 + "\n" + A1),
              List.of(BankSelection.of(Bank.SHA256, 9), BankSelection.of(Bank.SHA1, 2))));
    }
  }

  @Nested
  class Refuses {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "''            | PCR values: must hold values, was an empty file at offset 0x0000",
          "0=00          |"
              + " PCR values.line 1: a value must have 20, 32, 48 or 64 bytes, was 1 bytes at offset"
              + " 0x0000",
          "sha256:0=00   |"
              + " PCR values.line 1: a value of the sha256 bank must have 32 bytes, was 1 bytes at"
              + " offset 0x0000",
          "hello         |"
              + " PCR values.line 1: must be index=hex, bank:index=hex, a bank and a colon, or hex"
              + " alone, was \"hello\" at offset 0x0000",
          "md5:          |"
              + " PCR values.line 1: must be a PCR bank, one of [sha1, sha256, sha384, sha512,"
              + " sm3_256, sha3_256, sha3_384, sha3_512], was \"md5\" at offset 0x0000",
          "a1b2          |"
              + " PCR values: must say which PCRs the values are of, was values without indices at"
              + " offset 0x0000"
        })
    void textAndSaysWhere(String text, String message) {
      assertEquals(message, assertThrows(WireException.class, () -> text(text)).getMessage());
    }

    @Test
    void aPcrGivenTwice() {
      String value = "00".repeat(20);
      assertEquals(
          "PCR values.line 2: must give each PCR once, was PCR 3 of the sha1 bank again at offset"
              + " 0x002b",
          assertThrows(WireException.class, () -> text("3=" + value + "\nsha1:3=" + value))
              .getMessage());
    }

    @Test
    void anIndexNoBitmapCanName() {
      assertThrows(WireException.class, () -> text("2040=" + "00".repeat(20)));
      text("2039=" + "00".repeat(20));
    }

    @Test
    void aMixtureOfValuesWithAndWithoutIndices() {
      String value = "00".repeat(20);
      assertThrows(WireException.class, () -> text("3=" + value + "\n" + value));
    }

    @Test
    void valuesThatDoNotFitTheSelection() {
      Bytes values = Vectors.read("tpm20/pcrread-sha256.values");
      assertEquals(
          "PCR values: must have 128 bytes, the values of sha256:0,1,2,10, was 192 bytes at offset"
              + " 0x0000",
          assertThrows(
                  WireException.class,
                  () ->
                      PcrValuesFile.read(
                          values, List.of(BankSelection.of(Bank.SHA256, 0, 1, 2, 10))))
              .getMessage());
      assertThrows(WireException.class, () -> PcrValuesFile.read(values));
    }

    @Test
    void aSerializedFileWithACountThatLies() {
      // rsassa-sha256: one list of five values. 0x84: how many lists; 0x88: how many in the first.
      byte[] file = Vectors.read("tpm20/rsassa-sha256/pcrs.serialized").toArray();
      for (int count : new int[] {0, 1, 4, 6, 8, 9, 255}) {
        byte[] changed = file.clone();
        changed[0x88] = (byte) count;
        assertThrows(WireException.class, () -> PcrValuesFile.read(Bytes.of(changed)));
      }
    }

    @Test
    void aSerializedFileThatIsCutAnywhere() {
      Bytes file = Vectors.read("tpm20/ecdsa-p384/pcrs.serialized");
      for (int length = 0; length < file.length(); length++) {
        Bytes cut = file.slice(0, length);
        assertThrows(WireException.class, () -> PcrValuesFile.read(cut));
      }
    }

    @Test
    void everythingElseWithTheSameExceptionOnly() {
      Random random = new Random(20);
      byte[] model = Vectors.read("tpm20/ecdsa-p384/pcrs.serialized").toArray();
      int read = 0;
      for (int i = 0; i < 20_000; i++) {
        byte[] octets = model.clone();
        for (int flips = random.nextInt(4); flips >= 0; flips--) {
          octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        }
        try {
          PcrValuesFile.read(Bytes.wrap(octets));
          read++;
        } catch (WireException expected) {
          // the only way out
        }
      }
      assertTrue(read > 0 && read < 20_000, read + " of 20000 were read");
    }
  }
}
