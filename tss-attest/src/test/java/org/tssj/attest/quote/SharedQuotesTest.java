package org.tssj.attest.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Json;
import org.tssj.attest.testing.Shared;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

/** Quotes of TPMs in the world, with keys and values that were recorded beside them. */
class SharedQuotesTest {

  /**
   * A quote and what belongs to it.
   *
   * @param nonce what its extraData holds
   */
  private record Sample(AttestationPublicKey key, Bytes nonce, Quote quote, PcrValues values) {

    QuoteVerifier verifier() {
      return QuoteVerifier.of(key, nonce).expecting(values);
    }

    Verdict verify(Bytes message, Bytes signature) {
      return verifier().verify(new Quote(Family.TPM20, message, signature, PcrValues.NONE));
    }
  }

  /** Every file of quote/ with a known key. */
  private enum World {
    KEYLIME(SharedQuotesTest::keylime),
    GO_ATTESTATION_WINDOWS(SharedQuotesTest::goAttestation),
    TRUSTEE(SharedQuotesTest::trustee),
    GUARD_LENOVO(() -> guard("guard_good-1")),
    GUARD_DELL(() -> guard("guard_IMN-DELL-WBCL-BootCtrs"));

    @SuppressWarnings("ImmutableEnumChecker") // reads files, keeps nothing
    final Supplier<Sample> sample;

    World(Supplier<Sample> sample) {
      this.sample = sample;
    }
  }

  private static Quote quote(Bytes message, Bytes signature) {
    return new Quote(Family.TPM20, message, signature, PcrValues.NONE);
  }

  private static Sample keylime() {
    return new Sample(
        AttestationPublicKeyFile.read(Shared.read("quote/keylime_akpub.pem")),
        Bytes.hex("db1db298db6d60e6385b7231743e9c3056a18003"),
        quote(Shared.read("quote/keylime_quote.out"), Shared.read("quote/keylime_quotesig.out")),
        PcrValuesFile.read(Shared.read("quote/keylime_quotepcr.out")));
  }

  private static Sample goAttestation() {
    Json json = Shared.json("quote/go-attestation_windows_gcp_shielded_vm.json");
    PcrValues values = PcrValues.NONE;
    for (Json pcr : json.get("Log").get("PCRs").elements()) {
      values = values.with(Bank.SHA1, pcr.get("Index").number(), pcr.get("Digest").base64());
    }
    return new Sample(
        AttestationPublicKeyFile.read(json.get("AK").get("Public").base64()),
        json.get("Quote").get("Nonce").base64(),
        quote(json.get("Quote").get("Quote").base64(), json.get("Quote").get("Signature").base64()),
        values);
  }

  private static Sample trustee() {
    Json json = Shared.json("quote/trustee_tpm_evidence.json");
    Json quote = json.get("tpm_quote");
    PcrValues values = PcrValues.NONE;
    List<Json> pcrs = quote.get("pcrs").elements();
    for (int i = 0; i < pcrs.size(); i++) {
      values = values.with(Bank.SHA256, i, pcrs.get(i).hex());
    }
    Bytes message = quote.get("message").base64();
    return new Sample(
        AttestationPublicKeyFile.read(json.get("ak_public").base64()),
        // Behind magic, type, a qualified signer of 34 octets and both sizes: 64 octets.
        message.slice(44, 108),
        quote(message, quote.get("signature").base64()),
        values);
  }

  private static Sample guard(String name) {
    Json json = Shared.json("quote/" + name + ".quote.json");
    List<Json> xy = json.get("ak_p256_xy").elements();
    return new Sample(
        new AttestationPublicKey.Plain(p256(xy.get(0).hex(), xy.get(1).hex())),
        json.get("decoded").get("extraData").hex(),
        quote(json.get("quoted").base64(), json.get("signature").base64()),
        guardPcrs(json));
  }

  private static PcrValues guardPcrs(Json json) {
    PcrValues values = PcrValues.NONE;
    for (var bank : json.get("pcrs").members().entrySet()) {
      for (var pcr : bank.getValue().members().entrySet()) {
        values =
            values.with(
                Bank.named(bank.getKey()), Integer.parseInt(pcr.getKey()), pcr.getValue().hex());
      }
    }
    return values;
  }

  private static java.security.PublicKey p256(Bytes x, Bytes y) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      ECPoint point = new ECPoint(new BigInteger(1, x.toArray()), new BigInteger(1, y.toArray()));
      return KeyFactory.getInstance("EC")
          .generatePublic(
              new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refused(Verdict verdict, Bytes changed) {
    assertInstanceOf(Verdict.Rejected.class, verdict, changed::toHex);
  }

  @ParameterizedTest
  @EnumSource
  void areTrustedWithTheirValues(World world) {
    Sample sample = world.sample.get();
    Verdict verdict = sample.verifier().verify(sample.quote);
    Verdict.Trusted trusted = assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString);
    assertEquals(
        sample.values,
        assertInstanceOf(Statement.Tpm20Quote.class, trusted.statement()).pcrValues());
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedWithAnyByteChanged(World world) {
    Sample sample = world.sample.get();
    Changed.everyByte(sample.quote.message())
        .forEach(message -> refused(sample.verify(message, sample.quote.signature()), message));
    Changed.everyByte(sample.quote.signature())
        .forEach(signature -> refused(sample.verify(sample.quote.message(), signature), signature));
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedCutOrExtended(World world) {
    Sample sample = world.sample.get();
    Changed.everyLength(sample.quote.message())
        .forEach(message -> refused(sample.verify(message, sample.quote.signature()), message));
    Changed.everyLength(sample.quote.signature())
        .forEach(signature -> refused(sample.verify(sample.quote.message(), signature), signature));
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedWithAnotherNonce(World world) {
    Sample sample = world.sample.get();
    Verdict verdict =
        QuoteVerifier.of(sample.key, sample.nonce.concat(Bytes.hex("00")))
            .expecting(sample.values)
            .verify(sample.quote);
    assertEquals(
        List.of(Reason.Code.NONCE_DIFFERS),
        assertInstanceOf(Verdict.Rejected.class, verdict).codes());
  }

  @Test
  void overThreeBanksHashTheValuesInTheOrderOfTheSelection() {
    // The key of this one is not known, so everything but its signature can be right.
    Json json = Shared.json("quote/guard_ludmilla.quote.json");
    Sample other = guard("guard_good-1");
    Verdict verdict =
        QuoteVerifier.of(other.key, json.get("decoded").get("extraData").hex())
            .expecting(guardPcrs(json))
            .verify(quote(json.get("quoted").base64(), json.get("signature").base64()));
    assertEquals(
        List.of(Reason.Code.SIGNATURE_INVALID),
        assertInstanceOf(Verdict.Rejected.class, verdict).codes());
  }

  @Test
  void areOfNoOtherKeyOfTheSameTpm() {
    Sample sample = keylime();
    AttestationPublicKey other =
        AttestationPublicKeyFile.read(Shared.read("quote/keylime_ekpub.pem"));
    Verdict verdict =
        QuoteVerifier.of(other, sample.nonce).expecting(sample.values).verify(sample.quote);
    assertEquals(
        List.of(Reason.Code.SIGNATURE_INVALID),
        assertInstanceOf(Verdict.Rejected.class, verdict).codes());
  }
}
