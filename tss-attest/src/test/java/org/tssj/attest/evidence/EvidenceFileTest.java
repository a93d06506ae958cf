package org.tssj.attest.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.attest.evidence.EvidenceFile.Form;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.key.KeyUsage;

class EvidenceFileTest {

  private static final Evidence SMALL =
      new Evidence(
          new Quote(
              Family.TPM20,
              Bytes.hex("010203"),
              Bytes.hex("fffe"),
              PcrValues.of(
                  Map.of(
                      Bank.SHA1,
                      Map.of(10, Bytes.hex("aa".repeat(20))),
                      Bank.SHA256,
                      Map.of(0, Bytes.zeros(32), 7, Bytes.hex("ff".repeat(32)))))),
          Optional.empty(),
          Optional.of(Bytes.zeros(30)),
          Optional.of(Bytes.EMPTY),
          List.of(Bytes.hex("3000")),
          List.of(Bytes.hex("300105"), Bytes.EMPTY));

  // Typed by hand, base64 by coreutils' base64.
  private static final String SMALL_JSON =
      """
      {
        "format": "tssj-evidence",
        "version": "1.0",
        "quote": {
          "family": "2.0",
          "message": "AQID",
          "signature": "//4=",
          "pcrs": {
            "sha1": {
              "10": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            },
            "sha256": {
              "0": "0000000000000000000000000000000000000000000000000000000000000000",
              "7": "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            }
          }
        },
        "keyCertificates": [
          "MAA="
        ],
        "endorsementCertificates": [
          "MAEF",
          ""
        ],
        "eventLog": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "imaList": ""
      }
      """;

  // Made of the same by python3-cbor2 5.4.6: cbor2.dumps(..., canonical=True).
  private static final String SMALL_CBOR =
      "a76571756f7465a46470637273a26473686131a162313054aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
          + "66736861323536a26130582000000000000000000000000000000000000000000000000000000000000000"
          + "0061375820ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6666616d696c"
          + "7963322e30676d65737361676543010203697369676e617475726542fffe66666f726d61746d7473736a2d"
          + "65766964656e636567696d614c697374406776657273696f6e63312e30686576656e744c6f67581e000000"
          + "0000000000000000000000000000000000000000000000000000006f6b6579436572746966696361746573"
          + "8142300077656e646f7273656d656e74436572746966696361746573824330010540";

  private static Bytes json(String text) {
    return Bytes.utf8(text);
  }

  private static String text(Bytes octets) {
    return new String(octets.toArray(), StandardCharsets.UTF_8);
  }

  private static String refusal(Bytes content) {
    return String.valueOf(
        assertThrows(WireException.class, () -> EvidenceFile.read(content)).getMessage());
  }

  @Test
  void inJsonIsWhatItsDescriptionSays() {
    assertEquals(SMALL_JSON, text(EvidenceFile.write(SMALL, Form.JSON)));
    assertEquals(SMALL, EvidenceFile.read(json(SMALL_JSON)));
  }

  @Test
  void inCborIsWhatAnotherImplementationWrites() {
    assertEquals(Bytes.hex(SMALL_CBOR), EvidenceFile.write(SMALL, Form.CBOR));
    assertEquals(SMALL, EvidenceFile.read(Bytes.hex(SMALL_CBOR)));
  }

  @Test
  void mayHaveItsMembersInAnyOrder() {
    assertEquals(
        Evidence.of(new Quote(Family.TPM12, Bytes.EMPTY, Bytes.hex("00"), PcrValues.NONE)),
        EvidenceFile.read(
            json(
                "\n{\"quote\":{\"signature\":\"AA==\",\"message\":\"\",\"family\":\"1.2\"},"
                    + "\"version\":\"1.0\",\"format\":\"tssj-evidence\"}")));
  }

  @ParameterizedTest
  @CsvSource({
    "tpm20/ecdsa-p256/ak.tpm2b, 2.0",
    "tpm20/rsapss-sha256/ak.tpmt, 2.0",
    "tpm20/sm2/ak.tpm2b, 2.0",
    "tpm20/ecdsa-p521/ak.pem, 2.0",
    "tpm20/rsassa-sha256/ak.crt.pem, 1.2",
    "tpm12/aik/aik.pub, 1.2",
    "tpm12/aik/aik.blob, 1.2"
  })
  void carriesKeysOfEveryKind(String file, String family) {
    AttestationPublicKey key = AttestationPublicKeyFile.read(Vectors.read(file));
    Evidence evidence =
        new Evidence(
            new Quote(Family.of(family), Bytes.EMPTY, Bytes.EMPTY, PcrValues.NONE),
            Optional.of(key),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    for (Form form : Form.values()) {
      assertEquals(evidence, EvidenceFile.read(EvidenceFile.write(evidence, form)));
    }
  }

  @Test
  void keepsWhatATpm12KeyIsFor() {
    AttestationPublicKey key =
        EvidenceFile.read(
                EvidenceFile.write(
                    new Evidence(
                        new Quote(Family.TPM12, Bytes.EMPTY, Bytes.EMPTY, PcrValues.NONE),
                        Optional.of(
                            AttestationPublicKeyFile.read(Vectors.read("tpm12/aik/aik.blob"))),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()),
                    Form.CBOR))
            .key()
            .orElseThrow();
    assertEquals(Optional.of(KeyUsage.IDENTITY), ((AttestationPublicKey.Tpm12) key).usage());
  }

  @Test
  void mayHaveItsOctetsEscapedAsJsonAllows() {
    // Some writers put a backslash before every slash.
    assertEquals(
        SMALL,
        EvidenceFile.read(
            json(SMALL_JSON.replace("//4=", "\\/\\/4=").replace("AQID", "\\u0041QID"))));
  }

  @Nested
  class OfALaterVersion {

    private static final String MORE =
        SMALL_JSON.replace("\"quote\": {", "\"boot\": [1.5, {\"a\": null}], \"quote\": {\"x\": 1,");

    @Test
    void isReadWithoutWhatIsNewWhereTheMajorIsTheSame() {
      assertEquals(SMALL, EvidenceFile.read(json(MORE.replace("1.0", "1.9999"))));
    }

    @Test
    void isReadInCborToo() {
      // One more member: "x": [-2, 1.5, 0("a")], as cbor2 writes it.
      String more = "6178" + "83" + "21" + "f93e00" + "c06161";
      String later = SMALL_CBOR.replace("63312e30686576", "63312e31686576");
      assertEquals(SMALL, EvidenceFile.read(Bytes.hex("a8" + more + later.substring(2))));
    }

    @Test
    void mayNotHideALotInWhatIsNew() {
      String much = "\"x\": {\"a\": [" + "1,".repeat(100_000) + "1]}, \"quote\": {";
      assertEquals(
          "evidence.x: may hold 100000 values, was more at offset",
          refusal(json(SMALL_JSON.replace("1.0", "1.1").replace("\"quote\": {", much)))
              .replaceAll(" 0x.*", ""));
    }

    @Test
    void isRefusedByNameWhereItIsNot() {
      assertEquals(
          "evidence.version: must be 1.x, which is what is known here, was \"2.0\" at offset 0x0000",
          refusal(json("{\"version\":\"2.0\",\"format\":\"tssj-evidence\",\"quote\":[7]}")));
    }

    @Test
    void doesNotExcuseAMisspeltNameInThisOne() {
      assertEquals(
          "evidence.boot: must be a member that version 1.0 has, was \"boot\" at offset 0x0000",
          refusal(json(MORE)));
      assertEquals(
          "evidence.quote.x: must be a member that version 1.0 has, was \"x\" at offset 0x0000",
          refusal(json(MORE.replace("\"boot\": [1.5, {\"a\": null}], ", ""))));
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"tssj-evidence\" | \"keylime\" | evidence.format: must be \"tssj-evidence\"",
          "\"version\": \"1.0\", | '' | evidence.version: must be two numbers, as in 1.0, was not there",
          "\"1.0\" | 1.0 | evidence.version: must be a string, was a number",
          "\"1.0\" | \"1\" | evidence.version: must be two numbers",
          "\"1.0\" | \"01.0\" | evidence.version: must be two numbers",
          "\"2.0\" | \"2\" | evidence.quote.family: must be \"1.2\" or \"2.0\", was \"2\"",
          "\"AQID\" | \"AQI\" | evidence.quote.message: must be base64 with its padding",
          "\"AQID\" | \"AQ ID\" | evidence.quote.message: must be base64 with its padding",
          "\"AQID\" | \"AQ-D\" | evidence.quote.message: must be base64 with its padding",
          "\"AQID\" | \"AQJ=\" | evidence.quote.message: must be base64 with its padding (RFC 4648, 4), was an ending with left-over bits",
          "\"AQID\" | null | evidence.quote.message: must be base64, was null",
          "\"//4=\" | 4 | evidence.quote.signature: must be base64, was a number",
          "\"sha1\" | \"SHA-1\" | evidence.quote.pcrs.SHA-1: must be one of [sha1, sha256",
          "\"sha256\" | \"sha1\" | evidence.quote.pcrs: may have each name once, was \"sha1\" again",
          "\"sha256\" | \"sh\\u00611\" | evidence.quote.pcrs: may have each name once, was \"sha1\" again",
          "\"10\" | \"010\" | evidence.quote.pcrs.sha1.010: must be the number of a PCR, 0 to 2039",
          "\"10\" | \"2040\" | evidence.quote.pcrs.sha1.2040: must be the number of a PCR, 0 to 2039",
          "\"7\" | \"0\" | evidence.quote.pcrs.sha256: may have each name once, was \"0\" again",
          "aaaaaaaa\" | a\" | evidence.quote.pcrs.sha1.10: must be 40 hexadecimal digits",
          "\"MAA=\" | {} | evidence.keyCertificates[0]: must be base64, was an object",
          "\"imaList\": \"\" | \"imaList\": [] | evidence.imaList: must be base64, was an array",
          "\"imaList\": \"\" | \"imaList\": \"\",  | evidence: must be JSON",
          "\"imaList\" | \"eventLog\" | evidence: may have each name once, was \"eventLog\" again",
        })
    void whatIsNotAsDescribed(String what, String instead, String refusal) {
      String changed = SMALL_JSON.replace(what, instead);
      String message = refusal(json(changed));
      assertEquals(refusal, message.substring(0, Math.min(message.length(), refusal.length())));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'' | evidence: must begin with a brace (JSON) or a map (CBOR), was empty",
          "5b5d | evidence: must begin with a brace (JSON) or a map (CBOR), was 0x5b",
          "7b | evidence: must be JSON",
          "7b00 | evidence: must be UTF-8, was UTF-16 or UTF-32",
          "a0 | evidence.format: must be \"tssj-evidence\", was not there",
          "a0a0 | evidence: nothing may follow the map, was 1 octets",
          "bf | evidence: must have its length in front, was an indefinite length",
          "bc | evidence: must have its length in front, was a reserved length",
          "a1 | evidence: must fit into the 0 octets that are left, was a length of 1",
          "bb8000000000000000 | evidence: must fit into the 0 octets that are left, was a length of 9223372036854775808",
          "b801 | evidence: must be written in its shortest form, was 1 in 1 octets",
          "a16178 | evidence.x: must go on, was the end",
          "a1617841 | evidence.x: must fit into the 0 octets that are left, was a length of 1",
          "a161789bffffffffffffffff | evidence.x: must fit into",
          "a16178bbffffffffffffffff | evidence.x: must fit into",
          "a161785f | evidence.x: must have its length in front, was an indefinite length",
          "a101f6 | evidence: must be text, was a number",
          "a161fff6 | evidence: must be UTF-8, was ff",
          "a266666f726d617460 66666f726d617460 | evidence: may have each name once, was \"format\" again",
          "a166666f726d6174fb0000000000000000 | evidence.format: must be text, was a simple value"
        })
    void cborThatIsNone(String hex, String refusal) {
      String message = refusal(Bytes.hex(hex));
      assertEquals(refusal, message.substring(0, Math.min(message.length(), refusal.length())));
    }

    @Test
    void moreThanThereCanBe() {
      assertEquals(
          "evidence.quote.message: may have 8192 octets, was 10928 characters of base64 at offset",
          refusal(json(SMALL_JSON.replace("AQID", "AAAA".repeat(2732)))).replaceAll(" 0x.*", ""));
      assertEquals(
          "evidence.keyCertificates: may have 16 elements, was more at offset",
          refusal(json(SMALL_JSON.replace("\"MAA=\"", "\"\",".repeat(16) + "\"\"")))
              .replaceAll(" 0x.*", ""));
      assertEquals(
          "evidence: may have 64 members, was more at offset",
          refusal(json(SMALL_JSON.replace("\"imaList\"", members(58) + "\"imaList\"")))
              .replaceAll(" 0x.*", ""));
      assertEquals(
          "evidence: may have 67108864 octets, was 67108865 of them at offset 0x0000",
          refusal(json("{" + " ".repeat(EvidenceFile.LARGEST))));
    }

    private static String members(int count) {
      StringBuilder members = new StringBuilder();
      for (int i = 0; i < count; i++) {
        members.append("\"m").append(i).append("\":0,");
      }
      return members.toString();
    }

    @Test
    void whatIsDeeperThanAnyoneNeeds() {
      String deep = "{\"version\":\"1.1\",\"x\":" + "[".repeat(100_000);
      assertEquals("evidence.x: must be JSON", refusal(json(deep)).substring(0, 24));
      // In CBOR nothing nests while it is passed over.
      Bytes lists = Bytes.hex("a16178" + "81".repeat(100_000));
      assertEquals(
          "evidence.x: must fit into the 0 octets that are left, was a length of 1 at offset 0x186a2",
          refusal(lists));
    }

    @Test
    void aKeyThatIsNotWhatItIsSaidToBe() {
      String key = "\"key\":{\"form\":\"%s\",\"octets\":\"AAEC\"%s},\"imaList\"";
      for (String[] each :
          List.of(
              new String[] {"TPMT_PUBLIC", "", "evidence.key.TPMT_PUBLIC.nameAlg"},
              new String[] {"TPM_PUBKEY", "", "evidence.key.TPM_PUBKEY.algorithmParms.algorithmID"},
              new String[] {"SubjectPublicKeyInfo", "", "evidence.key"},
              new String[] {"PEM", "", "evidence.key.form"},
              new String[] {"TPMT_PUBLIC", ",\"usage\":18", "evidence.key.usage"},
              new String[] {"TPM_PUBKEY", ",\"usage\":65536", "evidence.key.usage"},
              new String[] {"TPM_PUBKEY", ",\"usage\":-1", "evidence.key.usage"})) {
        String changed = SMALL_JSON.replace("\"imaList\"", String.format(key, each[0], each[1]));
        assertEquals(
            each[2],
            assertThrows(WireException.class, () -> EvidenceFile.read(json(changed))).path());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNotWrittenIfNobodyCouldReadIt(Form form) {
    Evidence large =
        Evidence.of(new Quote(Family.TPM20, Bytes.zeros(8193), Bytes.EMPTY, PcrValues.NONE));
    assertThrows(IllegalArgumentException.class, () -> EvidenceFile.write(large, form));
    Evidence otherBank =
        Evidence.of(
            new Quote(
                Family.TPM12,
                Bytes.EMPTY,
                Bytes.EMPTY,
                PcrValues.of(Bank.SHA256, 0, Bytes.zeros(32))));
    assertEquals(
        "no evidence file can hold this: evidence.quote.pcrs: must be of the sha1 bank, since"
            + " quote.family is 1.2, was of the banks [sha256] at offset 0x0000",
        assertThrows(IllegalArgumentException.class, () -> EvidenceFile.write(otherBank, form))
            .getMessage());
  }
}
