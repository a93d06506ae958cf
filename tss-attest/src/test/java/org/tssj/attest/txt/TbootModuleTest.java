package org.tssj.attest.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class TbootModuleTest {

  /** What pcr-calc computes by the old rule, and a script by the new one. */
  @ParameterizedTest
  @CsvSource({
    "KERNEL, 1000, /boot/vmlinuz-3.10 root=/dev/sda1 ro quiet, STRIP_FIRST_WORD, sha1,"
        + " f2fc5158f7f15bd2f154e246e843c51d36cb7ad3",
    "KERNEL, 1000, /boot/vmlinuz-3.10 root=/dev/sda1 ro quiet, WHOLE, sha1,"
        + " e6f1fb3a4d3eb2c634c6abfe17801beb62513155",
    "KERNEL, 1000, /boot/vmlinuz-3.10 root=/dev/sda1 ro quiet, WHOLE, sha256,"
        + " 1c5789ceb20ad2ae3f7b74182c26d94e6215c90f7b3b73c85f24ee3c8f3f8e00",
    "INITRD, 777, /boot/initrd.img, STRIP_FIRST_WORD, sha1,"
        + " 0f966710ea480280eb1f846fc28899857d32cc7e",
    "INITRD, 777, /boot/initrd.img, WHOLE, sha1, fdf45bb47de7b2280acec4df34b786b9212d4a1a",
    "INITRD, 777, /boot/initrd.img, WHOLE, sha256,"
        + " ab4eb8966fd5064104a065078f0d04f439439d694f23c1e4e00dc3771866013c"
  })
  void isMeasuredWithItsCommandLine(
      String word, int times, String words, CommandLineRule rule, String bank, String digest) {
    Bank of = Bank.named(bank);
    assertEquals(
        digest,
        TbootModule.ofImage("m", Bytes.utf8(word.repeat(times)), words, rule, List.of(of))
            .measurement()
            .digests()
            .get(of)
            .toHex());
  }

  @ParameterizedTest
  @CsvSource({
    "'  /foo/bar   baz', baz, '  /foo/bar   baz'",
    "/foo/bar, '', /foo/bar",
    "'/foo/bar ', '', /foo/bar",
    "'/foo a b \n', a b, /foo a b",
    "'', '', ''"
  })
  void losesItsFirstWordByTheOldRuleOnly(String words, String stripped, String whole) {
    assertEquals(stripped, CommandLineRule.STRIP_FIRST_WORD.apply(words));
    assertEquals(whole, CommandLineRule.WHOLE.apply(words));
  }

  @ParameterizedTest
  @CsvSource({
    "1.7.4, STRIP_FIRST_WORD",
    "1.8.1, STRIP_FIRST_WORD",
    "1.8, STRIP_FIRST_WORD",
    "1.9.0, WHOLE",
    "1.10.5, WHOLE",
    "1.11.12+git, WHOLE",
    "2.0, WHOLE"
  })
  void goesByTheRuleOfItsVersion(String version, CommandLineRule rule) {
    assertEquals(rule, CommandLineRule.ofTboot(version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.2", "1.8.3", "tboot", "", "1"})
  void hasNoRuleForAVersionNobodyKnows(String version) {
    assertThrows(IllegalArgumentException.class, () -> CommandLineRule.ofTboot(version));
  }
}
