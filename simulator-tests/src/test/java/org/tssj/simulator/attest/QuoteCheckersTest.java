package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.SharedFixtures;

/**
 * tpm2_checkquote of tpm2-tools, tpm_verifyquote of tpm-quote-tools, and {@code tpm verify}: over
 * the same recorded quotes, right and with one thing wrong, they say the same.
 */
class QuoteCheckersTest {

  // Behind the selection of 16 banks, two counts and a size.
  private static final int FIRST_VALUE = 132 + 4 + 4 + 2;

  @TempDir Path folder;

  private static Path vectors(String name) {
    return Path.of(System.getProperty("tssj.root", ".."))
        .toAbsolutePath()
        .resolve("tss-attest/src/test/resources/vectors")
        .resolve(name);
  }

  private void copy(Path from, String name) throws IOException {
    Files.copy(from, folder.resolve(name));
  }

  private Bytes read(String name) throws IOException {
    return Bytes.wrap(Files.readAllBytes(folder.resolve(name)));
  }

  /** One bit; of values in tpm2-tools' form one of the first value, since the end is not used. */
  private void change(String name) throws IOException {
    byte[] octets = read(name).toArray();
    octets[name.equals("pcrs") ? FIRST_VALUE + 5 : octets.length - 3] ^= 1;
    Files.write(folder.resolve(name), octets);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void assertBothSayOfTpm20(boolean trusted, String nonce) throws Exception {
    Peer theirs =
        Peer.run(
            folder,
            "tpm2_checkquote",
            "-u",
            "ak.pem",
            "-m",
            "message",
            "-s",
            "signature",
            "-f",
            "pcrs",
            "-q",
            nonce);
    Program ours =
        Program.run(
            "verify",
            "--ak",
            path("ak.pem"),
            "--message",
            path("message"),
            "--signature",
            path("signature"),
            "--pcrs",
            path("pcrs"),
            "--nonce",
            nonce);
    assertEquals(trusted, theirs.succeeded(), theirs.said());
    assertEquals(trusted ? 0 : 1, ours.exitCode(), ours.out());
  }

  private void assertTpm20(Bytes nonce, Path otherKey) throws Exception {
    assertBothSayOfTpm20(true, nonce.toHex());
    assertBothSayOfTpm20(false, nonce.slice(1, nonce.length()).toHex() + "00");
    for (String wrong : new String[] {"message", "signature", "pcrs"}) {
      Bytes right = read(wrong);
      change(wrong);
      assertBothSayOfTpm20(false, nonce.toHex());
      Files.write(folder.resolve(wrong), right.toArray());
    }
    Files.delete(folder.resolve("ak.pem"));
    copy(otherKey, "ak.pem");
    assertBothSayOfTpm20(false, nonce.toHex());
  }

  @ParameterizedTest
  @CsvSource({
    "rsassa-sha256, rsapss-sha256",
    "ecdsa-p256, ecdsa-p384",
    "ecdsa-p384, ecdsa-p256",
    "ecdsa-p521, ecdsa-p256"
  })
  @NeedsProgram("tpm2_checkquote")
  void sayTheSameOfQuotesOfTpm2Quote(String kind, String other) throws Exception {
    copy(vectors("tpm20/" + kind + "/ak.pem"), "ak.pem");
    copy(vectors("tpm20/" + kind + "/message"), "message");
    copy(vectors("tpm20/" + kind + "/signature.tpmt"), "signature");
    copy(vectors("tpm20/" + kind + "/pcrs.serialized"), "pcrs");
    assertTpm20(
        Bytes.wrap(Files.readAllBytes(vectors("tpm20/nonce.bin"))),
        vectors("tpm20/" + other + "/ak.pem"));
  }

  @Test
  @NeedsProgram("tpm2_checkquote")
  void sayTheSameOfAQuoteOfKeylime() throws Exception {
    for (String[] names :
        new String[][] {
          {"akpub.pem", "ak.pem"},
          {"quote.out", "message"},
          {"quotesig.out", "signature"},
          {"quotepcr.out", "pcrs"}
        }) {
      copy(SharedFixtures.path("attest/quote/keylime_" + names[0]), names[1]);
    }
    assertTpm20(
        Bytes.hex("db1db298db6d60e6385b7231743e9c3056a18003"),
        SharedFixtures.path("attest/quote/keylime_ekpub.pem"));
  }

  private void assertBothSayOfTpm12(boolean trusted, String aik, String nonce) throws Exception {
    Peer theirs = Peer.run(folder, "tpm_verifyquote", aik, "hash", nonce, "quote");
    Program ours =
        Program.run(
            "verify",
            "--ak",
            path(aik),
            "--message",
            path("hash"),
            "--signature",
            path("quote"),
            "--nonce",
            read(nonce).toHex());
    assertEquals(trusted, theirs.succeeded(), theirs.said());
    assertEquals(trusted ? 0 : 1, ours.exitCode(), ours.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"quote-zero-pcrs", "quote-set-pcrs"})
  @NeedsProgram("tpm_verifyquote")
  void sayTheSameOfQuotesOfTpmGetquote(String kind) throws Exception {
    for (String each : Stream.of("pcr.hash", "quote.bin", "nonce.bin").toList()) {
      copy(vectors("tpm12/" + kind + "/" + each), each.replaceFirst("pcr\\.|\\.bin", ""));
    }
    // It refuses the key in the form that tpm_mkaik writes, which we read.
    copy(vectors("tpm12/aik/aik-canonical-der.pub"), "aik");
    assertBothSayOfTpm12(true, "aik", "nonce");
    copy(folder.resolve("nonce"), "other");
    change("other");
    assertBothSayOfTpm12(false, "aik", "other");
    for (String wrong : new String[] {"hash", "quote"}) {
      Bytes right = read(wrong);
      change(wrong);
      assertBothSayOfTpm12(false, "aik", "nonce");
      Files.write(folder.resolve(wrong), right.toArray());
    }
    assertBothSayOfTpm12(true, "aik", "nonce");
  }
}
