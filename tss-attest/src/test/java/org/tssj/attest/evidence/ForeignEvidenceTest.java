package org.tssj.attest.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.attest.Reason;
import org.tssj.attest.Verdict;
import org.tssj.attest.eventlog.LogFile;
import org.tssj.attest.evidence.EvidenceFile.Form;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.attest.testing.Mutations;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.wire.WireException;

/** What other programs wrote is judged as they would judge it, and survives our own files. */
class ForeignEvidenceTest {

  private static final Bytes KEYLIME_NONCE = Bytes.hex("db1db298db6d60e6385b7231743e9c3056a18003");

  /** Every kind of file, with how many PCR values it brings and the nonce it answers. */
  private enum World {
    TPM2_TOOLS(
        () ->
            ofVectors(
                "tpm20/ecdsa-p256/", "ak.tpm2b", "message", "signature.tpmt", "pcrs.serialized"),
        () -> Vectors.read("tpm20/nonce.bin"),
        17),
    TPM2_TOOLS_PLAIN(
        () ->
            ofVectors(
                "tpm20/rsassa-sha256/", "ak.pem", "plain.message", "plain.signature", "plain.pcrs"),
        () -> Vectors.read("tpm20/nonce.bin"),
        5),
    TPM2_TOOLS_TPMT(
        () ->
            ofVectors(
                "tpm20/rsapss-sha512/", "ak.tpmt", "message", "signature.tpmt", "pcrs.serialized"),
        () -> Vectors.read("tpm20/nonce.bin"),
        2),
    TPM_QUOTE_TOOLS(
        () ->
            ForeignEvidence.ofFiles(
                Vectors.read("tpm12/aik/aik.pub"),
                Vectors.read("tpm12/quote-set-pcrs/pcr.hash"),
                Vectors.read("tpm12/quote-set-pcrs/quote.bin"),
                Optional.of(Vectors.read("tpm12/quote-set-pcrs/pcr.vals")),
                Vectors.read("tpm12/quote-set-pcrs/nonce.bin")),
        () -> Vectors.read("tpm12/quote-set-pcrs/nonce.bin"),
        5),
    KEYLIME_FILES(
        () ->
            ForeignEvidence.ofFiles(
                Shared.read("quote/keylime_akpub.pem"),
                Shared.read("quote/keylime_quote.out"),
                Shared.read("quote/keylime_quotesig.out"),
                Optional.of(Shared.read("quote/keylime_quotepcr.out")),
                Bytes.EMPTY),
        () -> KEYLIME_NONCE,
        3),
    KEYLIME_QUOTE(
        () -> withKeylimeKey(Bytes.utf8(keylime(octets -> octets) + "\n")), () -> KEYLIME_NONCE, 3),
    KEYLIME_QUOTE_ZLIB(
        () -> withKeylimeKey(Bytes.utf8(keylime(ForeignEvidenceTest::deflated))),
        () -> KEYLIME_NONCE,
        3),
    KEYLIME_ANSWER(
        () -> withKeylimeKey(Bytes.utf8(keylimeAnswer("null", 0))), () -> KEYLIME_NONCE, 3),
    GO_ATTESTATION(
        () ->
            ForeignEvidence.read(Shared.read("quote/go-attestation_windows_gcp_shielded_vm.json")),
        () -> Bytes.EMPTY,
        24),
    TRUSTEE(
        () -> ForeignEvidence.read(Shared.read("quote/trustee_tpm_evidence.json")),
        // Behind magic, type, a qualified signer of 34 octets and both sizes: 64 octets.
        () ->
            Shared.json("quote/trustee_tpm_evidence.json")
                .get("tpm_quote")
                .get("message")
                .base64()
                .slice(44, 108),
        24);

    @SuppressWarnings("ImmutableEnumChecker") // reads files, keeps nothing
    final Supplier<Evidence> evidence;

    @SuppressWarnings("ImmutableEnumChecker")
    final Supplier<Bytes> nonce;

    final int values;

    World(Supplier<Evidence> evidence, Supplier<Bytes> nonce, int values) {
      this.evidence = evidence;
      this.nonce = nonce;
      this.values = values;
    }
  }

  private static Evidence ofVectors(
      String folder, String key, String message, String signature, String pcrs) {
    return ForeignEvidence.ofFiles(
        Vectors.read(folder + key),
        Vectors.read(folder + message),
        Vectors.read(folder + signature),
        Optional.of(Vectors.read(folder + pcrs)),
        Bytes.EMPTY);
  }

  private static String keylime(UnaryOperator<Bytes> packed) {
    return "r"
        + String.join(
            ":",
            List.of("keylime_quote.out", "keylime_quotesig.out", "keylime_quotepcr.out").stream()
                .map(name -> packed.apply(Shared.read("quote/" + name)))
                .map(octets -> Base64.getEncoder().encodeToString(octets.toArray()))
                .toList());
  }

  private static String keylimeAnswer(String eventLog, int firstEntry) {
    return "{\"code\":200,\"status\":\"Success\",\"results\":{\"quote\":\""
        + keylime(octets -> octets)
        + "\",\"hash_alg\":\"sha256\",\"enc_alg\":\"rsa\",\"sign_alg\":\"rsassa\",\"pubkey\":null,"
        + "\"ima_measurement_list\":\"10 00 ima\\n\",\"mb_measurement_list\":"
        + eventLog
        + ",\"ima_measurement_list_entry\":"
        + firstEntry
        + "}}";
  }

  private static Bytes deflated(Bytes octets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
      octets.writeTo(zlib);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.wrap(out.toByteArray());
  }

  /** Keylime's answers carry no key: the registrar has it. */
  private static Evidence withKeylimeKey(Bytes content) {
    Evidence read = ForeignEvidence.read(content);
    assertEquals(Optional.empty(), read.key());
    return new Evidence(
        read.quote(),
        Optional.of(AttestationPublicKeyFile.read(Shared.read("quote/keylime_akpub.pem"))),
        read.eventLog(),
        read.imaList(),
        List.of(),
        List.of());
  }

  private static Verdict verdict(Evidence evidence, Bytes nonce) {
    AttestationPublicKey key = evidence.key().orElseThrow();
    return QuoteVerifier.of(key, nonce)
        .expecting(evidence.quote().pcrValues())
        .verify(evidence.quote());
  }

  @ParameterizedTest
  @EnumSource
  void isTrustedAfterATripThroughBothForms(World world) {
    Evidence evidence = world.evidence.get();
    Evidence json = EvidenceFile.read(EvidenceFile.write(evidence, Form.JSON));
    Evidence cbor = EvidenceFile.read(EvidenceFile.write(json, Form.CBOR));
    assertEquals(evidence, cbor);
    assertEquals(
        world.values,
        cbor.quote().pcrValues().banks().stream()
            .mapToInt(bank -> cbor.quote().pcrValues().bank(bank).size())
            .sum());
    Verdict verdict = verdict(cbor, world.nonce.get());
    assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString);
  }

  @ParameterizedTest
  @EnumSource
  void isRejectedWithAnotherNonce(World world) {
    assertEquals(
        List.of(Reason.Code.NONCE_DIFFERS),
        assertInstanceOf(
                Verdict.Rejected.class, verdict(world.evidence.get(), Bytes.hex("00".repeat(20))))
            .codes());
  }

  @Test
  void bringsTheLogOfTheSameBoot() {
    Evidence evidence = World.GO_ATTESTATION.evidence.get();
    Bytes log = evidence.eventLog().orElseThrow();
    assertEquals(
        evidence.quote().pcrValues().get(Bank.SHA1, 7),
        org.tssj.attest.eventlog.Replay.of(LogFile.read(log).parts().get(0).log())
            .values()
            .get(Bank.SHA1, 7));
    assertEquals(
        Optional.of(Bytes.utf8("10 00 ima\n")), World.KEYLIME_ANSWER.evidence.get().imaList());
    assertEquals(
        Optional.of(Bytes.hex("010203")),
        ForeignEvidence.read(Bytes.utf8(keylimeAnswer("\"AQID\"", 0))).eventLog());
  }

  @Test
  void ofGoAttestationMayBeOfATpm12() {
    String dump =
        "{\"Static\":{\"TPMVersion\":1,\"EKPem\":null},\"AIK\":{\"Public\":\"%s\"},\"Quote\":{"
            + "\"Nonce\":\"\",\"Alg\":4,\"Quote\":\"%s\",\"Signature\":\"%s\"},\"Log\":{\"PCRs\":[{"
            + "\"Index\":10,\"Digest\":\"%s\",\"DigestAlg\":3}],\"PCRAlg\":0,\"Raw\":null}}";
    AttestationPublicKey.Tpm12 key =
        (AttestationPublicKey.Tpm12)
            AttestationPublicKeyFile.read(Vectors.read("tpm12/aik/aik.blob"));
    Evidence evidence =
        ForeignEvidence.read(
            Bytes.utf8(
                String.format(
                    dump,
                    base64(org.tssj.tpm12.structure.key.PubKey.CODEC.encode(key.pubKey())),
                    base64(Vectors.read("tpm12/quote1/message")),
                    base64(Vectors.read("tpm12/quote1/signature")),
                    base64(Bytes.zeros(20)))));
    assertEquals(Family.TPM12, evidence.quote().family());
    assertEquals(Optional.of(Bytes.zeros(20)), evidence.quote().pcrValues().get(Bank.SHA1, 10));
    Verdict verdict =
        QuoteVerifier.of(evidence.key().orElseThrow(), Vectors.read("tpm12/quote1/nonce.bin"))
            .verify(
                new org.tssj.core.Quote(
                    Family.TPM12,
                    evidence.quote().message(),
                    evidence.quote().signature(),
                    org.tssj.core.PcrValues.NONE));
    assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString);
  }

  private static String base64(Bytes octets) {
    return Base64.getEncoder().encodeToString(octets.toArray());
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'' | evidence: must be what attest-tool of go-attestation, keylime's agent or trustee write, was no JSON",
          "{} | evidence: must be what attest-tool of go-attestation, keylime's agent or trustee write, was JSON without",
          "r | evidence: must be r and three parts with colons between them, was \"r\" and 1",
          "rAA==:AA== | evidence: must be r and three parts with colons between them, was \"r\" and 2",
          "rA:AA==: | evidence.message: must be base64 with its padding",
          "rAA==:eJw=: | evidence.signature: must be a whole stream of zlib, was a part of one",
          "rAA==:eAA=: | evidence.signature: must be a stream of zlib, was incorrect header check",
          "{\"quote\":\"dAA==:AA==:\"} | evidence.quote: must be r and three parts",
          "{\"results\":{}} | evidence.quote: must be there, was missing",
          "{\"tpm_quote\":{\"pcrs\":[\"00\"]}} | evidence.tpm_quote.pcrs[0]: must be 64 hexadecimal digits",
          "{\"Quote\":{},\"Log\":{}} | evidence.AK.Public: must be there, was missing",
          "{\"Quote\":{},\"Log\":{},\"Static\":{\"TPMVersion\":3}} | evidence.Static.TPMVersion: must be 1 (TPM 1.2) or 2 (TPM 2.0), was 3",
          "{\"Quote\":{},\"Log\":{\"PCRs\":[{\"Index\":1,\"DigestAlg\":3,\"Digest\":\"AA==\"}]}} | evidence.Log.PCRs[0]: must be a digest of the hash that DigestAlg says, was 1 octets of hash 3"
        })
    void whatIsNone(String content, String refusal) {
      String message =
          String.valueOf(
              assertThrows(WireException.class, () -> ForeignEvidence.read(Bytes.utf8(content)))
                  .getMessage());
      assertEquals(refusal, message.substring(0, Math.min(message.length(), refusal.length())));
    }

    @Test
    void aListThatDoesNotBeginAtItsBeginning() {
      assertEquals(
          "evidence.results.ima_measurement_list_entry: must be 0, since evidence holds whole lists,"
              + " was 7 at offset 0x0000",
          assertThrows(
                  WireException.class,
                  () -> ForeignEvidence.read(Bytes.utf8(keylimeAnswer("null", 7))))
              .getMessage());
    }

    @Test
    void aStreamThatGrowsWithoutEnd() {
      String bomb = base64(deflated(Bytes.zeros(10_000_000)));
      assertTrue(bomb.length() < 20_000);
      assertEquals(
          "evidence.message: may have 8192 octets, was 12288 of them at offset 0x0000",
          assertThrows(
                  WireException.class,
                  () -> ForeignEvidence.read(Bytes.utf8("r" + bomb + ":AA==:")))
              .getMessage());
    }

    @Test
    void valuesThatTheQuoteIsNotAbout() {
      String dump =
          new String(
              Shared.read("quote/go-attestation_windows_gcp_shielded_vm.json").toArray(),
              java.nio.charset.StandardCharsets.UTF_8);
      assertTrue(dump.contains("\"Index\":21,") || dump.contains("\"Index\": 21,"));
      assertEquals(
          "evidence.quote.pcrs",
          assertThrows(
                  WireException.class,
                  () ->
                      ForeignEvidence.read(
                          Bytes.utf8(dump.replaceFirst("\"Index\": ?21,", "\"Index\":24,"))))
              .path());
    }
  }

  @Test
  void isReadOrRefusedWhateverHappensToIt() {
    for (Bytes model :
        List.of(
            Shared.read("quote/go-attestation_windows_gcp_shielded_vm.json"),
            Shared.read("quote/trustee_tpm_evidence.json"),
            Bytes.utf8(keylimeAnswer("\"AQID\"", 0)),
            Bytes.utf8(keylime(octets -> octets)),
            Bytes.utf8(keylime(ForeignEvidenceTest::deflated)))) {
      Mutations.of(
          model,
          7,
          1000,
          content -> {
            try {
              ForeignEvidence.read(content);
            } catch (WireException e) {
              assertTrue(e.path().startsWith("evidence"), () -> e + " for " + content);
            }
          });
    }
  }
}
