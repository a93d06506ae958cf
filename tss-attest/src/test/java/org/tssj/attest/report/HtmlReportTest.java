package org.tssj.attest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.attest.appraise.Appraiser;
import org.tssj.attest.eventlog.LogBytes;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

class HtmlReportTest {

  private static final int NUMBERS = 5_000;

  /** What somebody sends who has no TPM. */
  private static String page(Bytes log, String title) throws GeneralSecurityException {
    AttestationPublicKey key =
        new AttestationPublicKey.Plain(
            KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic());
    Quote quote = new Quote(Family.TPM20, Bytes.hex("00"), Bytes.hex("00"), PcrValues.NONE);
    Evidence evidence =
        new Evidence(
            quote, Optional.empty(), Optional.of(log), Optional.empty(), List.of(), List.of());
    return HtmlReport.of(
        Appraiser.of(QuoteVerifier.of(key, Bytes.hex("01"))).appraise(evidence), title);
  }

  @Test
  void ofALogThatNamesMorePcrsThanAnyTpmHasIsShort() throws GeneralSecurityException {
    Bytes[] parts = new Bytes[NUMBERS + 1];
    parts[0] = LogBytes.HEADER;
    for (int i = 0; i < NUMBERS; i++) {
      parts[i + 1] = LogBytes.event(i, 5, Bytes.utf8("x"));
    }
    String page = page(Bytes.join(parts), "x");
    assertEquals(40, page.split("<details open>", -1).length - 1);
    assertEquals(32, page.split("class=\"lane\"", -1).length - 1);
    assertTrue(page.contains("and events of 4960 more numbers"));
  }

  @Test
  void saysNothingThatTheMachineWroteAsMarkup() throws GeneralSecurityException {
    String page =
        page(
            Bytes.join(
                LogBytes.HEADER,
                LogBytes.event(4, 5, Bytes.utf8("</ol><script>alert(1)</script>"))),
            "<b>title</b>");
    assertTrue(page.contains("&lt;/ol&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertEquals(-1, page.indexOf("<script"));
    assertEquals(-1, page.indexOf("<b>title"));
  }
}
