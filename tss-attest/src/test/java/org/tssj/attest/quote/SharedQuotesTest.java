package org.tssj.attest.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Json;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedQuote;
import org.tssj.core.Bytes;

/** Quotes of TPMs in the world, with keys and values that were recorded beside them. */
class SharedQuotesTest {

  private static QuoteVerifier verifier(SharedQuote.Sample sample) {
    return QuoteVerifier.of(sample.key(), sample.nonce()).expecting(sample.values());
  }

  private static Verdict verify(SharedQuote.Sample sample, Bytes message, Bytes signature) {
    return verifier(sample).verify(SharedQuote.quote(message, signature));
  }

  private static void refused(Verdict verdict, Bytes changed) {
    assertInstanceOf(Verdict.Rejected.class, verdict, changed::toHex);
  }

  @ParameterizedTest
  @EnumSource
  void areTrustedWithTheirValues(SharedQuote world) {
    SharedQuote.Sample sample = world.read();
    Verdict verdict = verifier(sample).verify(sample.quote());
    Verdict.Trusted trusted = assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString);
    assertEquals(
        sample.values(),
        assertInstanceOf(Statement.Tpm20Quote.class, trusted.statement()).pcrValues());
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedWithAnyByteChanged(SharedQuote world) {
    SharedQuote.Sample sample = world.read();
    Changed.everyByte(sample.quote().message())
        .forEach(message -> refused(verify(sample, message, sample.quote().signature()), message));
    Changed.everyByte(sample.quote().signature())
        .forEach(
            signature -> refused(verify(sample, sample.quote().message(), signature), signature));
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedCutOrExtended(SharedQuote world) {
    SharedQuote.Sample sample = world.read();
    Changed.everyLength(sample.quote().message())
        .forEach(message -> refused(verify(sample, message, sample.quote().signature()), message));
    Changed.everyLength(sample.quote().signature())
        .forEach(
            signature -> refused(verify(sample, sample.quote().message(), signature), signature));
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedWithAnotherNonce(SharedQuote world) {
    SharedQuote.Sample sample = world.read();
    Verdict verdict =
        QuoteVerifier.of(sample.key(), sample.nonce().concat(Bytes.hex("00")))
            .expecting(sample.values())
            .verify(sample.quote());
    assertEquals(
        List.of(Reason.Code.NONCE_DIFFERS),
        assertInstanceOf(Verdict.Rejected.class, verdict).codes());
  }

  @Test
  void overThreeBanksHashTheValuesInTheOrderOfTheSelection() {
    // The key of this one is not known, so everything but its signature can be right.
    Json json = Shared.json("quote/guard_ludmilla.quote.json");
    SharedQuote.Sample other = SharedQuote.guard("guard_good-1");
    Verdict verdict =
        QuoteVerifier.of(other.key(), json.get("decoded").get("extraData").hex())
            .expecting(SharedQuote.guardPcrs(json))
            .verify(SharedQuote.quote(json.get("quoted").base64(), json.get("signature").base64()));
    assertEquals(
        List.of(Reason.Code.SIGNATURE_INVALID),
        assertInstanceOf(Verdict.Rejected.class, verdict).codes());
  }

  @Test
  void areOfNoOtherKeyOfTheSameTpm() {
    SharedQuote.Sample sample = SharedQuote.KEYLIME.read();
    AttestationPublicKey other =
        AttestationPublicKeyFile.read(Shared.read("quote/keylime_ekpub.pem"));
    Verdict verdict =
        QuoteVerifier.of(other, sample.nonce()).expecting(sample.values()).verify(sample.quote());
    assertEquals(
        List.of(Reason.Code.SIGNATURE_INVALID),
        assertInstanceOf(Verdict.Rejected.class, verdict).codes());
  }
}
