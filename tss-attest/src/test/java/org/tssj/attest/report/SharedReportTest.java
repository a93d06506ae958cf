package org.tssj.attest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.attest.appraise.Appraisal;
import org.tssj.attest.appraise.Appraiser;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.attest.testing.SharedQuote;
import org.tssj.core.Bytes;
import org.tssj.core.Quote;

/** Machines in the world, shown. */
class SharedReportTest {

  private static final String MATCH = "class=\"badge good\">match";

  private static Appraisal appraisal(SharedQuote.Sample sample, Bytes nonce) {
    Quote quote = sample.quote();
    return Appraiser.of(QuoteVerifier.of(sample.key(), nonce))
        .appraise(
            new Evidence(
                new Quote(quote.family(), quote.message(), quote.signature(), sample.values()),
                Optional.of(sample.key()),
                sample.log(),
                Optional.empty(),
                List.of(),
                List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void aPageOfTheTrustedHasEveryProvenValueAndNoReason(SharedQuote quote) {
    SharedQuote.Sample sample = quote.read();
    String page = HtmlReport.of(appraisal(sample, sample.nonce()), quote.name());
    sample
        .values()
        .banks()
        .forEach(
            bank ->
                sample
                    .values()
                    .bank(bank)
                    .values()
                    .forEach(value -> assertTrue(page.contains(value.toHex()), value::toHex)));
    assertTrue(page.contains("<p class=\"verdict\">Trusted</p>"));
    assertFalse(page.contains("Why it is rejected"));
    assertEquals(sample.log().isPresent(), page.contains("<svg"));
    assertEquals(sample.log().isPresent(), page.contains(MATCH));
  }

  @ParameterizedTest
  @EnumSource
  void aPageOfTheRejectedSaysWhyAndShowsNothingAsProven(SharedQuote quote) {
    SharedQuote.Sample sample = quote.read();
    String page = HtmlReport.of(appraisal(sample, Bytes.hex("00")), quote.name());
    assertTrue(page.contains("<p class=\"verdict\">Rejected</p>"));
    assertTrue(page.contains("nonce-differs"));
    assertFalse(page.contains(MATCH));
  }

  @ParameterizedTest
  @EnumSource
  void theFactsHaveTheVerdictAndTheValues(SharedQuote quote) {
    SharedQuote.Sample sample = quote.read();
    Map<String, Object> facts = AppraisalFacts.of(appraisal(sample, sample.nonce()));
    assertEquals("trusted", facts.get("verdict"));
    assertEquals(List.of(), facts.get("reasons"));
    assertEquals(sample.log().isPresent(), facts.containsKey("eventlog"));
    assertTrue(AppraisalText.of(appraisal(sample, sample.nonce())).startsWith("trusted\n"));
  }
}
