package org.tssj.attest.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.manifest.Manifest.Part;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class ManifestTest {

  // Output of GNU coreutils 9.1: sha256sum, then sha256sum --tag, over files of one letter each.
  private static final String PLAIN =
      "cd0aa9856147b6c5b4ff2b7dfee5da20aa38253099ef1b4a64aced233c9afe29   lead\n"
          + "252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111  *star\n"
          + "\\2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6  back\\\\slash\n"
          + "\\3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea  cr\\rx\n"
          + "\\18ac3e7343f016890c510e93f935261169d9e3f565436429830faf0934f4f8e4  new\\nline\n"
          + "aaa9402664f1a41f40ebbc52c9993eb66aeb366602958fdfaa283b71e64db123  par) = x\n"
          + "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  with blank\n";

  private static final String TAGGED =
      "SHA256 ( lead) = cd0aa9856147b6c5b4ff2b7dfee5da20aa38253099ef1b4a64aced233c9afe29\n"
          + "SHA256 (*star) = 252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111\n"
          + "\\SHA256 (back\\\\slash) = 2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6\n"
          + "\\SHA256 (cr\\rx) = 3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea\n"
          + "\\SHA256 (new\\nline) = 18ac3e7343f016890c510e93f935261169d9e3f565436429830faf0934f4f8e4\n"
          + "SHA256 (par) = x) = aaa9402664f1a41f40ebbc52c9993eb66aeb366602958fdfaa283b71e64db123\n"
          + "SHA256 (with blank) = 3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d\n";

  private static final List<String> NAMES =
      List.of(" lead", "*star", "back\\slash", "cr\rx", "new\nline", "par) = x", "with blank");

  private static Manifest read(String text) {
    return Manifest.read(Bytes.utf8(text));
  }

  private static String text(Manifest manifest) {
    return new String(manifest.write().toArray(), StandardCharsets.UTF_8);
  }

  private static String refusal(String text) {
    return String.valueOf(assertThrows(WireException.class, () -> read(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, TAGGED})
  void isReadWithItsOddNames(String text) {
    assertEquals(NAMES, read(text).parts().stream().map(Part::name).toList());
    assertEquals(read(PLAIN), read(text));
  }

  @Test
  void isWrittenAsSha256sumDoes() {
    assertEquals(PLAIN, text(read(TAGGED)));
  }

  @Test
  void saysWhichHashALineIsOfWhereAFileHasSeveral() {
    // printf a | sha1sum, and sha256sum.
    String both =
        "SHA1 (a) = 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8\n"
            + "SHA256 (a) = ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\n";
    assertEquals(both, text(read(both)));
    assertEquals(Set.of(Bank.SHA1, Bank.SHA256), read(both).banks());
    assertEquals(Set.of(), read(both + "SHA512 (b) = " + "00".repeat(64) + "\n").banks());
  }

  @Test
  void isReadInEveryFormThatSha256sumChecks() {
    String digest = "00".repeat(20);
    List<String> forms =
        List.of(
            digest + "  a",
            digest + " *a\n",
            "# a comment\n\n" + digest + "  a\n",
            "SHA1 (a) = " + digest,
            // As openssl prints it.
            "SHA1(a)= " + digest);
    for (String form : forms) {
      assertEquals(
          new Manifest(List.of(new Part("a", Map.of(Bank.SHA1, Bytes.zeros(20))))), read(form));
    }
    assertEquals(
        Bytes.hex("ab".repeat(64)),
        read("AB".repeat(64) + "  a").parts().get(0).digests().get(Bank.SHA512));
  }

  @Test
  void isWhatMeasuringItsPartsInOrderGives() {
    String text = "11".repeat(32) + "  kernel\n" + "22".repeat(32) + "  initrd\n";
    // By hand: (printf '00'*32 '11'*32 | xxd -r -p | sha256sum; then the same with 22).
    assertEquals(Bytes.hex(PCR_AFTER_BOTH), read(text).prediction(16).value(Bank.SHA256));
  }

  private static final String PCR_AFTER_BOTH =
      "78830000e1197790a7e1884139a65721210d642ad112e6c9899a05cb214027a5";

  @Nested
  class Refuses {
    private static final String DIGEST = "0000000000000000000000000000000000000000";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "/etc/passwd | must be relative to the folder, was \"/etc/passwd\"",
          "../up | must not have a part \"..\", was \"../up\"",
          "a/../../up | must not have a part \"..\", was \"a/../../up\"",
          "a/.. | must not have a part \"..\", was \"a/..\"",
          "a/ | must be the name of a file, was \"a/\"",
          ". | must be the name of a file, was \".\"",
          "a/. | must be the name of a file, was \"a/.\""
        })
    void namesThatLeadElsewhere(String name, String refusal) {
      assertEquals(
          "manifest.line 2.name: " + refusal + " at offset 0x0002",
          refusal("#\n" + DIGEST + "  " + name));
      assertEquals(
          "manifest.line 1.name: " + refusal + " at offset 0x0000",
          refusal("SHA1 (" + name + ") = " + DIGEST));
    }

    @Test
    void escapesThatStandForSomethingElse() {
      // \056 would be a dot for some.
      assertEquals(
          "manifest.line 1: may escape \\\\, \\n and \\r and nothing else, was \"\\056./up\" at offset"
              + " 0x0000",
          refusal("\\" + DIGEST + "  \\056./up"));
      assertTrue(refusal("\\" + DIGEST + "  end\\").contains("may escape"));
      assertTrue(refusal("\\" + DIGEST + "  ..\\n/../up").contains("\"..\""));
    }

    @Test
    void aNameWithANul() {
      assertTrue(
          refusal(DIGEST + "  a\0b")
              .startsWith("manifest.line 1.name: must be a name that a file"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "no manifest",
          "00  a",
          DIGEST + " a",
          DIGEST + "  ",
          "SHA256 (a) = " + DIGEST,
          "MD5 (a) = 00000000000000000000000000000000",
          "SHA1 () = " + DIGEST
        })
    void linesThatAreNone(String line) {
      assertTrue(refusal(line).startsWith("manifest.line 1: must "), refusal(line));
    }

    @Test
    void aFileThatIsThereTwice() {
      assertEquals(
          "manifest.line 2: must name each file once for each hash, was \"a\" again at offset 0x002c",
          refusal(DIGEST + "  a\n" + DIGEST + "  a\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing"})
    void aTextThatNamesNoFile(String text) {
      assertEquals("manifest: must name a file, was none at offset 0x0000", refusal(text));
    }

    @Test
    void whatIsNotUtf8() {
      assertEquals(
          "manifest.line 1: must be UTF-8, was other octets at offset 0x0000",
          assertThrows(
                  WireException.class,
                  () -> Manifest.read(Bytes.utf8(DIGEST + "  ").concat(Bytes.hex("ff"))))
              .getMessage());
    }

    @Test
    void aLineLongerThanAnyNameMakesIt() {
      assertTrue(refusal(DIGEST + "  " + "a".repeat(10_000)).contains("may have 8392 characters"));
      assertTrue(refusal(DIGEST + "  " + "a".repeat(4097)).contains("may have 4096 characters"));
    }
  }

  @Test
  void isReadOrRefusedWhateverTheTextIs() {
    for (String model : List.of(PLAIN, TAGGED)) {
      Mutations.of(
          Bytes.utf8(model),
          3,
          2000,
          text -> {
            try {
              Manifest read = Manifest.read(text);
              assertEquals(read, Manifest.read(read.write()));
            } catch (WireException e) {
              assertTrue(e.path().startsWith("manifest"), e::getMessage);
            }
          });
    }
  }
}
