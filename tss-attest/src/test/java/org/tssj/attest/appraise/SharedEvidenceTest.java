package org.tssj.attest.appraise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.Reason;
import org.tssj.attest.eventlog.check.PcrComparison;
import org.tssj.attest.eventlog.check.SecureBootState;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.ima.BootAggregate;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Json;
import org.tssj.attest.testing.Mutations;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;
import org.tssj.attest.testing.SharedQuote;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

/** Quotes and logs of machines in the world, judged together. */
class SharedEvidenceTest {

  private static Evidence evidence(SharedQuote.Sample sample, Optional<Bytes> log) {
    Quote quote = sample.quote();
    return new Evidence(
        new Quote(quote.family(), quote.message(), quote.signature(), sample.values()),
        Optional.of(sample.key()),
        log,
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static Appraiser appraiser(SharedQuote.Sample sample) {
    return Appraiser.of(QuoteVerifier.of(sample.key(), sample.nonce()));
  }

  private static List<Reason.Code> codes(Appraisal appraisal) {
    return appraisal.reasons().stream().map(Reason::code).toList();
  }

  private static void trusted(Appraisal appraisal) {
    assertEquals(List.of(), appraisal.reasons());
    assertTrue(appraisal.isTrusted());
  }

  @ParameterizedTest
  @EnumSource
  void isTrustedAsItWasTaken(SharedQuote quote) {
    SharedQuote.Sample sample = quote.read();
    Appraisal appraisal = appraiser(sample).appraise(evidence(sample, sample.log()));
    trusted(appraisal);
    assertEquals(sample.values(), appraisal.proven());
    appraisal
        .log()
        .ifPresent(log -> assertEquals(SecureBootState.State.ON, log.secureBoot().state()));
  }

  @ParameterizedTest
  @EnumSource
  void isTrustedWithSecureBootRequiredWhereThereIsALog(SharedQuote quote) {
    SharedQuote.Sample sample = quote.read();
    Appraisal appraisal =
        appraiser(sample).requiringSecureBoot().appraise(evidence(sample, sample.log()));
    if (sample.log().isPresent()) {
      trusted(appraisal);
    } else {
      assertEquals(List.of(Reason.Code.LOG_MISSING), codes(appraisal));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRejectedWithAnotherNonceOrKey(SharedQuote quote) {
    SharedQuote.Sample sample = quote.read();
    Evidence evidence = evidence(sample, sample.log());
    assertEquals(
        List.of(Reason.Code.NONCE_DIFFERS),
        codes(Appraiser.of(QuoteVerifier.of(sample.key(), Bytes.hex("00"))).appraise(evidence)));
    assertTrue(
        codes(Appraiser.of(QuoteVerifier.of(Machine.key(), sample.nonce())).appraise(evidence))
            .contains(Reason.Code.KEY_DIFFERS));
  }

  @ParameterizedTest
  @EnumSource
  void isRejectedWithAnotherMachinesLog(SharedQuote quote) {
    SharedQuote.Sample sample = quote.read();
    Bytes other = Shared.read("eventlog/go-eventlog_rhel8-uefi.bin");
    assertFalse(appraiser(sample).appraise(evidence(sample, Optional.of(other))).isTrusted());
  }

  @ParameterizedTest
  @EnumSource
  void isNeverTrustedWithAnyOctetOfTheQuoteChanged(SharedQuote quote) {
    SharedQuote.Sample sample = quote.read();
    Quote honest = sample.quote();
    // Logs are judged elsewhere, and take their time.
    Stream<Quote> changed =
        Stream.concat(
            Changed.everyByte(honest.message())
                .map(each -> SharedQuote.quote(each, honest.signature())),
            Changed.everyByte(honest.signature())
                .map(each -> SharedQuote.quote(honest.message(), each)));
    changed.forEach(
        each ->
            assertFalse(
                appraiser(sample)
                    .appraise(
                        Evidence.of(
                            new Quote(
                                each.family(), each.message(), each.signature(), sample.values())))
                    .isTrusted()));
  }

  @Test
  void isRejectedForItsSignatureAloneWhereTheKeyIsNotKnown() {
    Json json = Shared.json("quote/guard_ludmilla.quote.json");
    SharedQuote.Sample other = SharedQuote.guard("guard_good-1");
    Quote quote = SharedQuote.quote(json.get("quoted").base64(), json.get("signature").base64());
    Appraisal appraisal =
        Appraiser.of(QuoteVerifier.of(other.key(), json.get("decoded").get("extraData").hex()))
            .appraise(
                new Evidence(
                    new Quote(
                        quote.family(),
                        quote.message(),
                        quote.signature(),
                        SharedQuote.guardPcrs(json)),
                    Optional.empty(),
                    Optional.of(Shared.read("eventlog/guard_ludmilla.bin")),
                    Optional.empty(),
                    List.of(),
                    List.of()));
    assertEquals(List.of(Reason.Code.SIGNATURE_INVALID), codes(appraisal));
  }

  /** The logs of which it is known what the TPM said. */
  private static Stream<SharedIndex.Row> logs() {
    return SharedIndex.rows("eventlog").stream()
        .filter(row -> Shared.json(row.file() + ".pcrs.json").has("real_pcrs"));
  }

  /** The values that a TPM had in one bank, signed by us. */
  private static Machine machine(Json expected, Bank bank) {
    Machine machine = new Machine(bank);
    expected
        .get("real_pcrs")
        .get(bank.name())
        .members()
        .forEach((pcr, value) -> machine.start(Integer.parseInt(pcr), value.hex()));
    return machine;
  }

  @ParameterizedTest
  @MethodSource("logs")
  void isTrustedWithTheValuesThatTheTpmHad(SharedIndex.Row row) {
    Json expected = Shared.json(row.file() + ".pcrs.json");
    for (String bank : expected.get("real_pcrs").members().keySet()) {
      Machine machine = machine(expected, Bank.named(bank));
      Appraisal appraisal =
          Appraiser.of(Machine.verifier())
              .appraise(
                  Machine.evidence(
                      machine.quote(), Optional.of(Shared.read(row.file())), Optional.empty()));
      trusted(appraisal);
    }
  }

  @Test
  void isTrustedWithItsMeasurementList() {
    Json expected = Shared.json("eventlog/guard_ludmilla-2.bin.pcrs.json");
    Bytes log = Shared.read("eventlog/guard_ludmilla-2.bin");
    Bytes list = Shared.read("ima/guard_ludmilla-2.ima.bin");
    for (Bank bank : List.of(Bank.SHA1, Bank.SHA256)) {
      Appraisal appraisal =
          Appraiser.of(Machine.verifier())
              .appraise(
                  Machine.evidence(
                      machine(expected, bank).quote(), Optional.of(log), Optional.of(list)));
      trusted(appraisal);
      ImaAppraisal ima = appraisal.ima().orElseThrow();
      assertEquals(1, ima.proven());
      if (bank.equals(Bank.SHA256)) {
        assertEquals(BootAggregate.State.MATCH, ima.bootAggregate().orElseThrow().state());
      }
    }
  }

  @Test
  void isNeverTrustedWithOneOfItsPcrsChangedByAnExtend() {
    SharedQuote.Sample sample = SharedQuote.guard("guard_good-1");
    Machine machine = new Machine(Bank.SHA256);
    sample.values().bank(Bank.SHA256).forEach(machine::start);
    Evidence honest = Machine.evidence(machine.quote(), sample.log(), Optional.empty());
    trusted(Appraiser.of(Machine.verifier()).appraise(honest));
    for (int pcr = 0; pcr < 8; pcr++) {
      Machine extended = new Machine(Bank.SHA256);
      sample.values().bank(Bank.SHA256).forEach(extended::start);
      extended.extend(pcr, Bytes.hex("5a".repeat(32)));
      Appraisal appraisal =
          Appraiser.of(Machine.verifier())
              .appraise(Machine.evidence(extended.quote(), sample.log(), Optional.empty()));
      assertEquals(List.of(Reason.Code.PCR_UNEXPLAINED), codes(appraisal));
      assertEquals(
          PcrComparison.State.UNEXPLAINED,
          appraisal
              .log()
              .orElseThrow()
              .comparison()
              .result(Bank.SHA256, pcr)
              .orElseThrow()
              .state());
    }
  }

  @Test
  void isJudgedWhateverOctetsItsLogHas() {
    SharedQuote.Sample sample = SharedQuote.guard("guard_good-1");
    PcrValues values = sample.values();
    Mutations.of(
        sample.log().orElseThrow(),
        20261129,
        300,
        log -> {
          Appraisal appraisal = appraiser(sample).appraise(evidence(sample, Optional.of(log)));
          assertEquals(values, appraisal.proven());
        });
  }
}
