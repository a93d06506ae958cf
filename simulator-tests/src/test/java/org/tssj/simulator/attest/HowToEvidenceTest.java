package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.Verdict;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.evidence.EvidenceFile;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.ShownCommands;
import org.tssj.simulator.Snippets;

/** What docs/how-to/evidence.md and manifest.md show, run; and evidence of both families. */
class HowToEvidenceTest {

  private static final Bytes NONCE = Bytes.hex("0102030405060708090a0b0c0d0e0f1011121314");

  @TempDir Path folder;

  @Test
  void showsOnlyJavaThatStandsHere() throws IOException {
    assertEquals(List.of(), Snippets.missing("docs/how-to/evidence.md", HowToEvidenceTest.class));
  }

  @Test
  @NeedsLibrary("libtpms.so.0")
  void showsCommandsOfEvidenceThatDoWhatItSays() throws Exception {
    String tpm = "libtpms:family=2.0,state=" + folder.resolve("state");
    assertEquals(
        0, Program.run("ak", "create", "--tpm", tpm, "--out", at("ak").toString()).exitCode());
    ShownCommands.run("docs/how-to/evidence.md", folder, Map.of("TSSJ_TPM", tpm));
  }

  @Test
  void showsCommandsOfManifestsThatDoWhatItSays() throws Exception {
    ShownCommands.run("docs/how-to/manifest.md", folder, Map.of());
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  private static Verdict judged(
      Bytes content, AttestationPublicKey registeredKey, Bytes nonce, PcrValues expected) {
    Evidence evidence = EvidenceFile.read(content);
    Verdict verdict = QuoteVerifier.of(registeredKey, nonce).verify(evidence.quote());
    assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString);
    return QuoteVerifier.of(registeredKey, nonce).expecting(expected).verify(evidence.quote());
  }

  @ParameterizedTest
  @NeedsLibrary("libtpms.so.0")
  @CsvSource({"1.2, sha1, false", "1.2, sha1, true", "2.0, sha256, false", "2.0, sha256, true"})
  void isCollectedFromATpm(String family, String bank, boolean cbor) throws IOException {
    String tpm = "libtpms:family=" + family + ",state=" + at("state");
    if (family.equals("1.2")) {
      run("enable", "--tpm", tpm);
      run("own", "--tpm", tpm, "--owner-auth", "str:owner");
    }
    run(
        "ak",
        "create",
        "--tpm",
        tpm,
        "--out",
        at("ak").toString(),
        "--owner-auth",
        family.equals("1.2") ? "str:owner" : "empty");
    Path log = Files.write(at("log"), Bytes.hex("00010203").toArray());
    String[] words = {
      "evidence",
      "collect",
      "--tpm",
      tpm,
      "--ak",
      at("ak").toString(),
      "--nonce",
      NONCE.toHex(),
      "--eventlog",
      log.toString(),
      "-o",
      at("evidence").toString(),
      cbor ? "--cbor" : "--debug"
    };
    Program collected = run(words);
    assertEquals(
        cbor ? EvidenceFile.Form.CBOR : EvidenceFile.Form.JSON, EvidenceFile.form(content()));
    assertEquals(collected.out(), run("evidence", "show", at("evidence").toString()).out());

    Evidence evidence = EvidenceFile.read(content());
    assertEquals(Optional.of(Bytes.hex("00010203")), evidence.eventLog());
    assertEquals(24, evidence.quote().pcrValues().bank(Bank.named(bank)).size());
    AttestationPublicKey registered =
        AttestationPublicKeyFile.read(Bytes.wrap(Files.readAllBytes(at("ak.pub"))));
    assertEquals(registered.publicKey(), evidence.key().orElseThrow().publicKey());
    PcrValues zero = PcrValues.of(Bank.named(bank), 16, Bytes.zeros(Bank.named(bank).size()));
    assertInstanceOf(Verdict.Trusted.class, judged(content(), registered, NONCE, zero));

    run(
        "pcr",
        "extend",
        "--tpm",
        tpm,
        "16",
        "--digest",
        bank + "=" + "11".repeat(Bank.named(bank).size()));
    run(words);
    assertInstanceOf(Verdict.Rejected.class, judged(content(), registered, NONCE, zero));
  }

  private Bytes content() throws IOException {
    return Bytes.wrap(Files.readAllBytes(at("evidence")));
  }

  private static Program run(String... words) {
    Program program = Program.run(words);
    assertEquals(0, program.exitCode(), program::err);
    return program;
  }
}
