package org.tssj.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.cli.FakeMachine;
import org.tssj.core.Bytes;

/** Evidence shown and converted; what asks a TPM for it is tested with one. */
class EvidenceVerbsTest {

  // A TPM 1.2's quote of PCRs 0 and 10, by hand: version, QUOT, digest, nonce.
  private static final String MESSAGE =
      "01010000" + "51554f54" + "aa".repeat(20) + "0102030405060708090a0b0c0d0e0f1011121314";

  private static final String JSON =
      """
      {
        "format": "tssj-evidence",
        "version": "1.0",
        "quote": {
          "family": "1.2",
          "message": "AQEAAFFVT1SqqqqqqqqqqqqqqqqqqqqqqqqqqgECAwQFBgcICQoLDA0ODxAREhMU",
          "signature": "//4=",
          "pcrs": {
            "sha1": {
              "0": "0000000000000000000000000000000000000000",
              "10": "ffffffffffffffffffffffffffffffffffffffff"
            }
          }
        },
        "keyCertificates": [
          "MAA="
        ],
        "eventLog": "bm9uZQ==",
        "imaList": ""
      }
      """;

  private final FakeMachine machine = new FakeMachine();

  @TempDir Path folder;

  private Path file(String name, Bytes content) throws IOException {
    return Files.write(folder.resolve(name), content.toArray());
  }

  @Test
  void isShownInWords() throws IOException {
    Path file = file("e.json", Bytes.utf8(JSON));
    assertEquals(0, machine.run("evidence show", file.toString()));
    assertTrue(
        machine
            .out()
            .startsWith(
                "file         "
                    + file
                    + "\nform         json\nfamily       1.2\n"
                    + "quote        48 octets, signature 2\n"
                    + "nonce        0102030405060708090a0b0c0d0e0f1011121314\n"
                    + "certificate  2 octets that are none: "),
        machine.out());
    assertTrue(
        machine
            .out()
            .endsWith(
                "\nIMA list     0 octets, 0 entries\nsha1\n"
                    + "   0  0000000000000000000000000000000000000000\n"
                    + "  10  ffffffffffffffffffffffffffffffffffffffff\n"),
        machine.out());
  }

  @Test
  void isShownAsOneLineOfJson() {
    machine.in(JSON.getBytes(UTF_8));
    assertEquals(0, machine.run("evidence show --json -"));
    assertTrue(
        machine
            .out()
            .startsWith(
                "{\"file\":\"-\",\"form\":\"json\",\"family\":\"1.2\","
                    + "\"nonce\":\"0102030405060708090a0b0c0d0e0f1011121314\",\"messageSize\":48,"
                    + "\"signatureSize\":2,\"keyCertificates\":[{\"size\":2}],"
                    + "\"eventLog\":{\"size\":4,\"error\":\""),
        machine.out());
    assertTrue(
        machine
            .out()
            .endsWith(
                "\"},\"imaList\":{\"size\":0,\"entryCount\":0},\"pcrs\":{\"sha1\":{\"0\":\""
                    + "00".repeat(20)
                    + "\",\"10\":\""
                    + "ff".repeat(20)
                    + "\"}}}\n"),
        machine.out());
  }

  @Test
  void goesFromOneFormToTheOtherAndBack() throws IOException {
    Path json = file("e.json", Bytes.utf8(JSON));
    Path cbor = folder.resolve("e.cbor");
    assertEquals(0, machine.run("evidence convert --cbor", json.toString(), "-o", cbor.toString()));
    assertTrue(machine.out().contains("form         cbor\n"), machine.out());
    assertEquals(0xa6, Files.readAllBytes(cbor)[0] & 0xff);
    assertEquals(0, machine.run("evidence convert", cbor.toString()));
    assertEquals(JSON, machine.out());
    machine.in(Files.readAllBytes(cbor));
    assertEquals(0, machine.run("evidence convert --cbor -"));
    assertArrayEquals(Files.readAllBytes(cbor), machine.octets());
  }

  @Test
  void isMadeOfTheFilesOfOtherTools() throws IOException {
    Path message = file("message", Bytes.hex(MESSAGE));
    Path signature = file("signature", Bytes.hex("fffe"));
    Path pcrs = file("pcrs", Bytes.utf8("0=" + "00".repeat(20) + "\n10=" + "ff".repeat(20) + "\n"));
    Path key =
        file(
            "key.pem",
            Bytes.utf8(
                """
                -----BEGIN PUBLIC KEY-----
                MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt
                6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==
                -----END PUBLIC KEY-----
                """));
    Path log = file("log", Bytes.utf8("none"));
    Path ima = file("ima", Bytes.EMPTY);
    assertEquals(
        0,
        machine.run(
            "evidence convert",
            "--ak",
            key.toString(),
            "--message",
            message.toString(),
            "--signature",
            signature.toString(),
            "--pcrs",
            pcrs.toString(),
            "--eventlog",
            log.toString(),
            "--ima",
            ima.toString()));
    // The generator of P-256 as openssl writes it.
    assertEquals(
        JSON.replace(
            "  \"keyCertificates\": [\n    \"MAA=\"\n  ],\n",
            "  \"key\": {\n    \"form\": \"SubjectPublicKeyInfo\",\n    \"octets\": \""
                + "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt"
                + "6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\"\n  },\n"),
        machine.out());
  }

  @Test
  void getsTheKeyThatItsOwnProgramKeepsElsewhere() throws IOException {
    Path evidence = file("e.json", Bytes.utf8(JSON));
    Path none = file("key", Bytes.utf8("none"));
    assertEquals(1, machine.run("evidence convert", evidence.toString(), "--ak", none.toString()));
    assertTrue(machine.err().contains("attestation key: must be a public key"), machine.err());
    assertEquals(
        1, machine.run("evidence convert", evidence.toString(), "--certificate", none.toString()));
    assertTrue(machine.err().contains("certificate: must be"), machine.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evidence convert | evidence is either FILE, or the three of --ak, --message and --signature",
        "evidence convert x --message y | evidence is either FILE, or the three of",
        "evidence convert --ak x --message y | evidence is either FILE, or the three of",
        "evidence convert x --nonce 00 | --pcrs and --nonce belong to --message, not to FILE",
        "evidence convert x --json | --json prints a report: say with -o where the evidence goes",
        "evidence convert x --eventlog /nowhere/log | /nowhere/log: no such file or directory",
        "evidence show /nowhere/evidence | /nowhere/evidence: no such file or directory",
        "evidence show | Missing required parameter: 'FILE'",
        "evidence collect --ak x | Missing required option: '--nonce=HEX'",
        "evidence collect --ak x --nonce 00 --ima /nowhere/ima | /nowhere/ima: no such file"
      })
  void saysWhatIsWrongWithTheWords(String words, String message) {
    assertEquals(2, machine.run(words));
    assertTrue(machine.err().contains(message), machine.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | evidence: must begin with a brace (JSON) or a map (CBOR), was empty",
        "garbage | evidence: must begin with a brace (JSON) or a map (CBOR), was 0x67",
        "{\"quote\":1} | evidence.quote: must be a string, was a number",
        "{\"format\":1} | evidence.format: must be a string, was a number",
        "{\"format\":\"tssj-evidence\",\"version\":\"1.0\",\"\\u001b[2J\":1} | evidence.\\u001b[2J: must be a"
            + " member that version 1.0 has",
        "{\"a\":1} | evidence.format: must be \"tssj-evidence\", was not there"
      })
  void endsWithOneForWhatIsNoEvidence(String content, String message) {
    machine.in(content.getBytes(UTF_8));
    assertEquals(1, machine.run("evidence show -"));
    assertTrue(machine.err().contains(message), machine.err());
  }
}
