package org.tssj.attest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.Verdict;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.key.PubKey;

/** Files of other tools go in, a verdict comes out; and what we write is what those tools write. */
class QuoteFilesTest {

  private static final Bytes NONCE_20 = Vectors.read("tpm20/nonce.bin");

  private static Verdict verdict(
      String key, String message, String signature, Bytes nonce, String pcrs) {
    AttestationPublicKey ak = AttestationPublicKeyFile.read(Vectors.read(key));
    Bytes octets = Vectors.read(message);
    Quote quote = QuoteFiles.read(ak, octets, Vectors.read(signature), nonce);
    PcrValues values = QuoteFiles.values(Vectors.read(pcrs), octets);
    return QuoteVerifier.of(ak, nonce).expecting(values).verify(quote);
  }

  @ParameterizedTest
  @CsvSource({
    "tpm20/rsassa-sha256/ak.tpm2b, message, signature.tpmt, pcrs.serialized",
    "tpm20/rsassa-sha256/ak.pem, plain.message, plain.signature, plain.pcrs",
    "tpm20/ecdsa-p256/ak.tpm2b, message, signature.tpmt, pcrs.serialized"
  })
  void ofTpm2Tools(String key, String message, String signature, String pcrs) {
    String folder = key.substring(0, key.lastIndexOf('/') + 1);
    assertInstanceOf(
        Verdict.Trusted.class,
        verdict(key, folder + message, folder + signature, NONCE_20, folder + pcrs));
  }

  @ParameterizedTest
  @CsvSource({"aik.pub", "aik-canonical-der.pub", "aik.blob"})
  void ofTpmQuoteToolsWithTheBlankInTheirHashFileFilled(String key) {
    String folder = "tpm12/quote-set-pcrs/";
    assertInstanceOf(
        Verdict.Trusted.class,
        verdict(
            "tpm12/aik/" + key,
            folder + "pcr.hash",
            folder + "quote.bin",
            Vectors.read(folder + "nonce.bin"),
            folder + "pcr.vals"));
  }

  @Test
  void areOfTheFamilyThatTheMessageIsOf() {
    AttestationPublicKey plain =
        AttestationPublicKeyFile.read(Vectors.read("tpm20/rsassa-sha256/ak.pem"));
    Bytes nonce = Bytes.zeros(20);
    assertEquals(
        Family.TPM12,
        QuoteFiles.read(plain, Vectors.read("tpm12/quote1/message"), Bytes.EMPTY, nonce).family());
    assertEquals(
        Family.TPM20,
        QuoteFiles.read(
                plain,
                Vectors.read("tpm20/rsassa-sha256/message"),
                Vectors.read("tpm20/rsassa-sha256/signature.tpmt"),
                nonce)
            .family());
  }

  @Test
  void refuseASignatureThatIsNone() {
    AttestationPublicKey key =
        AttestationPublicKeyFile.read(Vectors.read("tpm20/rsassa-sha256/ak.pem"));
    assertThrows(
        WireException.class,
        () ->
            QuoteFiles.read(
                key, Vectors.read("tpm20/rsassa-sha256/message"), Bytes.hex("00"), NONCE_20));
  }

  @ParameterizedTest
  @CsvSource({
    "pcrread-sha256.serialized",
    "rsassa-sha256/pcrs.serialized",
    "ecdsa-p256/pcrs.serialized"
  })
  void valuesAreWrittenAsTpm2ToolsWriteThem(String file) {
    Bytes theirs = Vectors.read("tpm20/" + file);
    assertEquals(theirs, PcrValuesFile.serialized(PcrValuesFile.read(theirs)));
  }

  @Test
  void valuesAreWrittenAsTpmQuoteToolsWriteThem() {
    Bytes theirs = Vectors.read("tpm12/quote-set-pcrs/pcr.vals");
    assertEquals(theirs, PcrValuesFile.lines(PcrValuesFile.read(theirs), Bank.SHA1));
  }

  @Test
  void aKeyIsWrittenAsTheDerThatTpmVerifyquoteReads() {
    Bytes theirs = Vectors.read("tpm12/aik/aik-canonical-der.pub");
    AttestationPublicKey.Tpm12 key =
        (AttestationPublicKey.Tpm12) AttestationPublicKeyFile.read(theirs);
    PubKey pubKey = key.pubKey();
    assertEquals(theirs, AttestationPublicKeyFile.tssBlob(pubKey));
  }
}
