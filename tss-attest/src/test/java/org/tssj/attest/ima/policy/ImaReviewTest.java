package org.tssj.attest.ima.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.attest.Severity;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.xattr.ImaKeyring;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

class ImaReviewTest {

  private static final Bytes HELLO = Bank.SHA256.hash(Bytes.utf8("hello\n"));
  private static final Bytes OTHER = Bank.SHA256.hash(Bytes.utf8("other\n"));
  private static final ImaKeyring KEYS =
      ImaKeyring.EMPTY
          .withCertificate(Vectors.read("ima/rsa.der"))
          .withCertificate(Vectors.read("ima/ec.der"));

  private static Bytes little(long value, int size) {
    byte[] octets = new byte[size];
    for (int i = 0; i < size; i++) {
      octets[i] = (byte) (value >> 8 * i);
    }
    return Bytes.of(octets);
  }

  private static Bytes sized(Bytes field) {
    return little(field.length(), 4).concat(field);
  }

  private static Bytes text(String words) {
    return Bytes.utf8(words + "\0");
  }

  private static Bytes digest(String names, Bytes value) {
    return Bytes.join(Bytes.utf8(names + ":\0"), value);
  }

  private static Bytes entry(String template, Bytes... fields) {
    Bytes data = Bytes.join(Stream.of(fields).map(ImaReviewTest::sized).toArray(Bytes[]::new));
    return raw(template, Bank.SHA1.hash(data), data);
  }

  private static Bytes raw(String template, Bytes hash, Bytes data) {
    return Bytes.join(little(10, 4), hash, sized(Bytes.utf8(template)), sized(data));
  }

  private static Bytes file(String path, Bytes value) {
    return entry("ima-ng", digest("sha256", value), text(path));
  }

  private static Bytes signed(String path, Bytes value, String vector) {
    return entry(
        "ima-sig", digest("sha256", value), text(path), Vectors.read("ima/" + vector + ".bin"));
  }

  private static List<ImaFinding.Code> codes(ImaPolicy policy, Bytes... entries) {
    return ImaReview.of(MeasurementList.read(Bytes.join(entries)), entries.length, policy).stream()
        .map(ImaFinding::code)
        .toList();
  }

  private static ImaPolicy allowing(String path, Bytes value) {
    return ImaPolicy.NONE.allowing(new AllowList(Map.of(path, Set.of(value))));
  }

  @Nested
  class OfFiles {
    private final ImaPolicy policy = allowing("/bin/hello", HELLO);

    @Test
    void letsThroughWhatIsInTheAllowList() {
      assertEquals(List.of(), codes(policy, file("/bin/hello", HELLO)));
      assertEquals(List.of(), codes(ImaPolicy.NONE, file("/bin/other", OTHER)));
    }

    @Test
    void tellsAChangedFileFromOneThatNobodyKnows() {
      assertEquals(
          List.of(ImaFinding.Code.DIGEST_NOT_ALLOWED, ImaFinding.Code.FILE_NOT_ALLOWED),
          codes(policy, file("/bin/hello", OTHER), file("/bin/other", HELLO)));
    }

    @Test
    void passesOverExcludedPathsAndTheBootAggregate() {
      ImaPolicy excluding = policy.excluding(List.of(Pattern.compile("/tmp/")));
      assertEquals(
          List.of(ImaFinding.Code.FILE_NOT_ALLOWED),
          codes(
              excluding,
              file("boot_aggregate", OTHER),
              file("/tmp/x", OTHER),
              file("/var/tmp/x", OTHER)));
    }

    @Test
    void judgesTheBootAggregateIfItIsListed() {
      assertEquals(
          List.of(ImaFinding.Code.DIGEST_NOT_ALLOWED),
          codes(allowing("boot_aggregate", HELLO), file("boot_aggregate", OTHER)));
    }

    @Test
    void saysWhichDigestInWords() {
      assertEquals(
          "ERROR DIGEST_NOT_ALLOWED entry 0: /bin/hello has the digest sha256:"
              + OTHER
              + ", which is none that it may have",
          ImaReview.of(MeasurementList.read(file("/bin/hello", OTHER)), 1, policy)
              .get(0)
              .toString());
    }
  }

  @Nested
  class OfSignedFiles {
    private final ImaPolicy policy = allowing("/bin/none", OTHER).signedBy(KEYS);

    @Test
    void letsThroughWhatAKnownKeyHasSigned() {
      assertEquals(
          List.of(),
          codes(
              policy,
              signed("/bin/a", HELLO, "ima-rsa-sha256"),
              signed("/bin/b", HELLO, "ima-ec-sha256")));
    }

    @Test
    void findsASignatureOfAnotherFileEvenIfTheDigestIsAllowed() {
      assertEquals(
          List.of(ImaFinding.Code.SIGNATURE_INVALID),
          codes(policy, signed("/bin/none", OTHER, "ima-ec-sha256")));
    }

    @Test
    void wantsTheAllowListWhereNoKeyIsKnown() {
      ImaPolicy withoutKeys = policy.signedBy(ImaKeyring.EMPTY);
      assertEquals(
          List.of(ImaFinding.Code.KEY_UNKNOWN, ImaFinding.Code.FILE_NOT_ALLOWED),
          codes(withoutKeys, signed("/bin/a", HELLO, "ima-rsa-sha256")));
      assertEquals(
          List.of(), codes(allowing("/bin/a", HELLO), signed("/bin/a", HELLO, "ima-rsa-sha256")));
    }

    @Test
    void takesNoSignatureOfContentsForOneOfFsVerity() {
      Bytes entry =
          entry(
              "ima-sigv2",
              digest("verity:sha256", HELLO),
              text("/bin/a"),
              Vectors.read("ima/ima-rsa-sha256.bin"));
      assertEquals(List.of(ImaFinding.Code.SIGNATURE_INVALID), codes(policy, entry));
    }

    @Test
    void takesACertificateThatWasAllowedIntoTheKeyring() {
      Bytes certificate = Vectors.read("ima/ec.der");
      Bytes loaded =
          entry(
              "ima-buf",
              digest("sha256", Bank.SHA256.hash(certificate)),
              text(".ima"),
              certificate);
      Bytes file = signed("/bin/b", HELLO, "ima-ec-sha256");
      Map<String, Set<Bytes>> keyrings = Map.of(".ima", Set.of(Bank.SHA256.hash(certificate)));
      ImaPolicy learning =
          new ImaPolicy(
              Optional.of(AllowList.EMPTY),
              List.of(),
              ImaPolicy.Violations.WARN,
              ImaKeyring.EMPTY,
              keyrings,
              Map.of());
      assertEquals(List.of(), codes(learning, loaded, file));
      assertEquals(
          List.of(ImaFinding.Code.KEY_UNKNOWN, ImaFinding.Code.FILE_NOT_ALLOWED),
          codes(learning, file, loaded));
      Bytes other = Vectors.read("ima/rsa.der");
      assertEquals(
          List.of(ImaFinding.Code.KEY_NOT_ALLOWED),
          codes(
              learning,
              entry("ima-buf", digest("sha256", Bank.SHA256.hash(other)), text(".ima"), other)));
    }
  }

  @Nested
  class OfAppendedSignatures {
    private final ImaPolicy policy = allowing("/none", OTHER).signedBy(KEYS);

    /** The digest of the whole file is another one than that of the file without its signature. */
    private Bytes entry(Bytes attribute, Bytes without, String signature) {
      return ImaReviewTest.entry(
          "ima-modsig",
          digest("sha256", OTHER),
          text("/lib/hello.ko"),
          attribute,
          digest("sha256", without),
          Vectors.read("ima/modsig-" + signature + ".bin"));
    }

    @Test
    void letsThroughWhatAKnownKeyHasSigned() {
      assertEquals(
          List.of(),
          codes(policy, entry(Bytes.EMPTY, HELLO, "rsa"), entry(Bytes.EMPTY, HELLO, "ec-keyid")));
    }

    @Test
    void findsASignatureOfAnotherFile() {
      assertEquals(
          List.of(ImaFinding.Code.SIGNATURE_INVALID),
          codes(policy, entry(Bytes.EMPTY, OTHER, "rsa-keyid")));
      assertEquals(
          List.of(ImaFinding.Code.KEY_UNKNOWN, ImaFinding.Code.FILE_NOT_ALLOWED),
          codes(policy, entry(Bytes.EMPTY, OTHER, "rsa")));
    }

    @Test
    void countsWhereTheAttributeIsByNobodyKnown() {
      ImaPolicy rsa =
          policy.signedBy(ImaKeyring.EMPTY.withCertificate(Vectors.read("ima/rsa.der")));
      Bytes byEc = Vectors.read("ima/ima-ec-sha256.bin");
      assertEquals(List.of(), codes(rsa, entry(byEc, HELLO, "rsa-keyid")));
      // The attribute is by a known key, and of another file.
      assertEquals(
          List.of(ImaFinding.Code.SIGNATURE_INVALID),
          codes(policy, entry(byEc, HELLO, "rsa-keyid")));
    }
  }

  @Nested
  class OfPortableSignatures {
    private final Bytes sha384 = Bank.SHA384.hash(Bytes.utf8("hello\n"));
    private final ImaPolicy policy = allowing("/none", OTHER).signedBy(KEYS);

    private Bytes entry(Bytes value, int uid) {
      return entry(value, "evm-portable", little(uid, 4), little(100, 4), little(0100755, 2));
    }

    private Bytes entry(Bytes value, String signature, Bytes uid, Bytes gid, Bytes mode) {
      Bytes ima = Vectors.read("ima/hash-sha384.bin");
      return ImaReviewTest.entry(
          "evm-sig",
          digest("sha384", value),
          text("/bin/hello"),
          Vectors.read("ima/" + signature + ".bin"),
          text("security.ima"),
          little(ima.length(), 4),
          ima,
          uid,
          gid,
          mode);
    }

    @Test
    void mayBeOfABigEndianMachine() {
      Bytes gid = Bytes.hex("00000064");
      Bytes mode = Bytes.hex("81ed");
      assertEquals(
          List.of(ImaFinding.Code.SIGNATURE_INVALID),
          codes(policy, entry(sha384, "evm-portable-big", Bytes.hex("000003e9"), gid, mode)));
      assertEquals(
          List.of(),
          codes(policy, entry(sha384, "evm-portable-big", Bytes.hex("000003e8"), gid, mode)));
    }

    @Test
    void areByKeysOfTheKeyringOfAttributesAndThoseSignNoFiles() {
      Bytes certificate = Vectors.read("ima/rsa.der");
      Set<Bytes> allowed = Set.of(Bank.SHA256.hash(certificate));
      ImaPolicy learning =
          new ImaPolicy(
              Optional.of(AllowList.EMPTY),
              List.of(),
              ImaPolicy.Violations.WARN,
              ImaKeyring.EMPTY,
              Map.of(".evm", allowed, ".ima", allowed),
              Map.of());
      List<ImaFinding.Code> unknown =
          List.of(ImaFinding.Code.KEY_UNKNOWN, ImaFinding.Code.FILE_NOT_ALLOWED);
      Bytes file = signed("/bin/b", HELLO, "ima-rsa-sha256");
      assertEquals(List.of(), codes(learning, loaded(".evm", certificate), entry(sha384, 1000)));
      assertEquals(unknown, codes(learning, loaded(".ima", certificate), entry(sha384, 1000)));
      assertEquals(unknown, codes(learning, loaded(".evm", certificate), file));
      assertEquals(List.of(), codes(learning, loaded(".ima", certificate), file));
    }

    private Bytes loaded(String keyring, Bytes certificate) {
      return ImaReviewTest.entry(
          "ima-buf", digest("sha256", Bank.SHA256.hash(certificate)), text(keyring), certificate);
    }

    @Test
    void letsThroughWhatTheSignatureCovers() {
      assertEquals(List.of(), codes(policy, entry(sha384, 1000)));
    }

    @Test
    void findsAnotherOwnerAndOtherContents() {
      assertEquals(
          List.of(ImaFinding.Code.SIGNATURE_INVALID, ImaFinding.Code.SIGNATURE_INVALID),
          codes(policy, entry(sha384, 1001), entry(Bank.SHA384.hash(Bytes.utf8("other\n")), 1000)));
    }
  }

  @Nested
  class OfBuffers {
    private final Bytes words = Bytes.utf8("root=/dev/sda1");

    private Bytes buffer(Bytes value) {
      return entry("ima-buf", digest("sha256", value), text("kexec-cmdline"), words);
    }

    @Test
    void findsADigestThatIsNotOfTheBuffer() {
      assertEquals(List.of(ImaFinding.Code.BUFFER_DIFFERS), codes(ImaPolicy.NONE, buffer(OTHER)));
    }

    @Test
    void findsABufferThatMayNotBe() {
      Bytes right = Bank.SHA256.hash(words);
      assertEquals(List.of(), codes(ImaPolicy.readJson(Bytes.utf8("{}")), buffer(right)));
      String json = "{\"ima-buf\":{\"kexec-cmdline\":[\"%s\"]}}";
      assertEquals(
          List.of(),
          codes(ImaPolicy.readJson(Bytes.utf8(String.format(json, right))), buffer(right)));
      assertEquals(
          List.of(ImaFinding.Code.BUFFER_NOT_ALLOWED),
          codes(ImaPolicy.readJson(Bytes.utf8(String.format(json, OTHER))), buffer(right)));
    }
  }

  @Nested
  class OfEntriesThatSayNothing {
    private final Bytes violation =
        raw(
            "ima-ng",
            Bytes.zeros(20),
            sized(digest("sha256", Bytes.zeros(32))).concat(sized(text("/x"))));

    @ParameterizedTest
    @EnumSource(ImaPolicy.Violations.class)
    void thinksOfViolationsAsThePolicyDoes(ImaPolicy.Violations opinion) {
      List<ImaFinding> findings =
          ImaReview.of(MeasurementList.read(violation), 1, ImaPolicy.NONE.on(opinion));
      assertEquals(
          switch (opinion) {
            case IGNORE -> List.of();
            case WARN -> List.of(Severity.WARNING);
            case FAIL -> List.of(Severity.ERROR);
          },
          findings.stream().map(ImaFinding::severity).toList());
    }

    @Test
    void findsATemplateHashOfOtherFields() {
      assertEquals(
          List.of(ImaFinding.Code.TEMPLATE_HASH_WRONG),
          codes(
              ImaPolicy.NONE,
              raw("ima-ng", Bytes.hex("a1".repeat(20)), sized(HELLO).concat(sized(HELLO)))));
    }

    @Test
    void saysWhichTemplateNobodyKnows() {
      assertEquals(List.of(ImaFinding.Code.TEMPLATE_UNKNOWN), codes(ImaPolicy.NONE, entry("new")));
    }

    @Test
    void judgesNothingThatIsNotProven() {
      MeasurementList list =
          MeasurementList.read(
              Bytes.join(file("/bin/hello", HELLO), file("/x", OTHER), file("/y", OTHER)));
      List<ImaFinding> findings = ImaReview.of(list, 1, allowing("/bin/hello", HELLO));
      assertEquals(
          List.of(
              "INFO NOT_ATTESTED entry 1: 2 entries from here on are not proven, and not judged"),
          findings.stream().map(ImaFinding::toString).toList());
    }

    @Test
    void saysWhereTheListBreaks() {
      MeasurementList list =
          MeasurementList.read(file("/bin/hello", HELLO).concat(Bytes.hex("0a")));
      assertEquals(
          List.of(ImaFinding.Code.LIST_BROKEN),
          ImaReview.of(list, 1, ImaPolicy.NONE).stream().map(ImaFinding::code).toList());
    }

    @Test
    void listsNoMoreThanIsWorthIt() {
      Bytes[] many = new Bytes[1500];
      java.util.Arrays.fill(many, violation);
      assertEquals(1001, codes(ImaPolicy.NONE, many).size());
    }
  }

  @Nested
  class OfTheBoot {
    private final PcrValues firmware = firmware();

    private static PcrValues firmware() {
      PcrValues values = PcrValues.NONE;
      for (int pcr = 0; pcr < 10; pcr++) {
        values = values.with(Bank.SHA256, pcr, Bytes.zeros(32));
      }
      return values;
    }

    private List<ImaFinding.Code> boot(Bytes list) {
      return ImaReview.boot(MeasurementList.read(list), firmware).stream()
          .map(ImaFinding::code)
          .toList();
    }

    @Test
    void isTheSameIfTheFirstEntrySaysSo() {
      assertEquals(List.of(), boot(file("boot_aggregate", Bank.SHA256.hash(Bytes.zeros(320)))));
      assertEquals(
          List.of(ImaFinding.Code.BOOT_AGGREGATE_DIFFERS), boot(file("boot_aggregate", HELLO)));
    }

    @Test
    void isNotKnownIfItSaysNothing() {
      List<ImaFinding.Code> unknown = List.of(ImaFinding.Code.BOOT_AGGREGATE_NOT_CHECKABLE);
      assertEquals(unknown, boot(file("boot_aggregate", Bytes.zeros(32))));
      assertEquals(unknown, boot(file("/bin/hello", HELLO)));
      assertEquals(unknown, boot(Bytes.EMPTY));
    }
  }
}
