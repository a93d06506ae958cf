package org.tssj.attest.appraise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.attest.eventlog.LogBytes.sha1Event;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.attest.file.Tpm12HashFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

/** Quotes that tpm-quote-tools and a TPM 1.2 made, as evidence. */
class Tpm12EvidenceTest {

  private static final AttestationPublicKey KEY =
      AttestationPublicKeyFile.read(Vectors.read("tpm12/aik/aik.blob"));

  private static Quote quote(String folder) {
    String path = "tpm12/" + folder + "/";
    boolean ofTools = folder.endsWith("pcrs");
    PcrValues values = PcrValuesFile.read(Vectors.read("tpm12/quote-set-pcrs/pcr.vals"));
    return new Quote(
        Family.TPM12,
        ofTools
            ? Tpm12HashFile.message(Vectors.read(path + "pcr.hash"), nonce(folder))
            : Vectors.read(path + "message"),
        Vectors.read(path + (ofTools ? "quote.bin" : "signature")),
        values);
  }

  private static Bytes nonce(String folder) {
    return Vectors.read("tpm12/" + folder + "/nonce.bin");
  }

  private static Appraisal appraise(String folder, Quote quote, Optional<Bytes> log) {
    return Appraiser.of(QuoteVerifier.of(KEY, nonce(folder)))
        .appraise(
            new Evidence(quote, Optional.of(KEY), log, Optional.empty(), List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"quote-set-pcrs", "quote2-version", "quote1"})
  void isTrustedAsItWasTaken(String folder) {
    Appraisal appraisal = appraise(folder, quote(folder), Optional.empty());
    assertEquals(List.of(), appraisal.reasons());
    assertEquals(quote(folder).pcrValues(), appraisal.proven());
  }

  @ParameterizedTest
  @ValueSource(strings = {"quote-set-pcrs", "quote2-version", "quote1"})
  void isNeverTrustedWithAnyOctetChanged(String folder) {
    Quote quote = quote(folder);
    Changed.everyByte(quote.message())
        .forEach(
            message ->
                assertFalse(
                    appraise(
                            folder,
                            new Quote(Family.TPM12, message, quote.signature(), quote.pcrValues()),
                            Optional.empty())
                        .isTrusted()));
    Changed.everyByte(quote.signature())
        .forEach(
            signature ->
                assertFalse(
                    appraise(
                            folder,
                            new Quote(Family.TPM12, quote.message(), signature, quote.pcrValues()),
                            Optional.empty())
                        .isTrusted()));
  }

  @Test
  void isRejectedWithALogThatSaysOtherwise() {
    Bytes log = sha1Event(0, 8, Bytes.hex("ab".repeat(20)), Bytes.utf8("1.0\0"));
    Appraisal appraisal = appraise("quote-set-pcrs", quote("quote-set-pcrs"), Optional.of(log));
    Bytes value = quote("quote-set-pcrs").pcrValues().get(Bank.SHA1, 0).orElseThrow();
    assertEquals(
        List.of(value.isZero() ? Reason.Code.PCR_BEFORE_END_OF_LOG : Reason.Code.PCR_UNEXPLAINED),
        appraisal.reasons().stream()
            .map(Reason::code)
            .filter(code -> code != Reason.Code.PCR_EVENT_MISSING)
            .toList());
  }

  @Test
  void doesNotSayWhichBootItIs() {
    Appraisal appraisal = appraise("quote1", quote("quote1"), Optional.empty());
    assertTrue(
        appraisal.advice().stream().anyMatch(each -> each.code() == Advice.Code.PCRS_NOT_COMPARED));
    assertEquals(Optional.empty(), appraisal.ima());
  }
}
