package org.tssj.attest.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class UnifiedKernelImageTest {

  private static final List<Bank> BANKS = List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384);

  private static final UnifiedKernelImage IMAGE =
      new UnifiedKernelImage(
          Map.of(
              ".linux",
              Bytes.utf8("LINUX-KERNEL-IMAGE"),
              ".osrel",
              Bytes.utf8("ID=tssj\n"),
              ".cmdline",
              Bytes.utf8("root=/dev/vda quiet"),
              ".initrd",
              Bytes.utf8("i".repeat(5000))));

  /** The same sections in PE, as a linker puts them there: another order, padded to 512 octets. */
  private static Bytes pe() {
    String[] names = {".text", ".cmdline", ".osrel", ".initrd", ".linux"};
    Bytes head =
        Bytes.join(
            Bytes.utf8("MZ"),
            Bytes.zeros(58),
            number(64, 4),
            Bytes.utf8("PE\0\0"),
            number(0x8664, 2),
            number(names.length, 2),
            Bytes.zeros(12),
            number(8, 2),
            Bytes.zeros(2),
            Bytes.zeros(8));
    Bytes table = Bytes.EMPTY;
    Bytes contents = Bytes.EMPTY;
    int start = head.length() + 40 * names.length;
    for (String name : names) {
      Bytes section = IMAGE.sections().getOrDefault(name, Bytes.utf8("code"));
      int padded = (section.length() + 511) / 512 * 512;
      table =
          Bytes.join(
              table,
              Bytes.utf8(name),
              Bytes.zeros(8 - name.length()),
              number(section.length(), 4),
              number(0x1000, 4),
              number(padded, 4),
              number(start + contents.length(), 4),
              Bytes.zeros(16));
      contents = Bytes.join(contents, section, Bytes.zeros(padded - section.length()));
    }
    return Bytes.join(head, table, contents);
  }

  private static Bytes number(int value, int size) {
    byte[] octets = new byte[size];
    for (int i = 0; i < size; i++) {
      octets[i] = (byte) (value >> 8 * i);
    }
    return Bytes.of(octets);
  }

  /** What systemd-measure 252 calculates for these sections. */
  @ParameterizedTest
  @CsvSource({
    "0, sha1, a78859871aa697cac6f47c37a98126247a24726d",
    "0, sha256, 2eb09a11554fb8e685bc96d13b65f4017fb70ede3aa8ee52ced0115b21ec9346",
    "0, sha384, c2a0609fa8141ceddda94aea6572535cc0e4f86a7c3e46ccfa6b9c70b9c8342bcca838106f57b4ab5febf"
        + "21f493fd121",
    "1, sha256, 5439e6af8f89a88db56919081281cf2c25dbcfe5ca5411e85cc659935a7f210b",
    "4, sha1, afdc9a19bc6524f2385fae615489775ec8e4ece4",
    "4, sha256, f6dbb8f0a5afd0169ff50d0acf1430953dca0bfa54332dedf9bd24210650f527"
  })
  void isMeasuredAsSystemdMeasureSays(int phases, String bank, String value) {
    List<String> passed = UnifiedKernelImage.PHASES.subList(0, phases);
    for (UnifiedKernelImage image : List.of(IMAGE, UnifiedKernelImage.read(pe()))) {
      assertEquals(value, image.prediction(BANKS, passed).value(Bank.named(bank)).toHex());
    }
  }

  @Test
  void mayGetAnotherSection() {
    assertEquals(
        IMAGE.prediction(BANKS, List.of()).value(Bank.SHA256),
        IMAGE
            .with(".cmdline", Bytes.utf8("other"))
            .with(".cmdline", Bytes.utf8("root=/dev/vda quiet"))
            .prediction(BANKS, List.of())
            .value(Bank.SHA256));
    assertThrows(IllegalArgumentException.class, () -> IMAGE.with(".pcrsig", Bytes.EMPTY));
  }

  @Test
  void isReadOrRefusedWhateverItIs() {
    assertThrows(WireException.class, () -> UnifiedKernelImage.read(Bytes.EMPTY));
    Mutations.of(
        pe(),
        11,
        3000,
        octets -> {
          try {
            UnifiedKernelImage.read(octets).measurements(List.of(Bank.SHA1));
          } catch (WireException e) {
            assertFalse(e.getMessage().isEmpty());
          }
        });
  }
}
