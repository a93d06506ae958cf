package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tssj.attest.Reason;
import org.tssj.attest.appraise.Appraisal;
import org.tssj.attest.appraise.Appraiser;
import org.tssj.attest.eventlog.check.SecureBootState;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Quote;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.template.Templates;

/** A boot that never was, measured into a real software TPM, quoted and judged. */
@SoftwareTpm
class AppraisalTest {

  private static final Bank BANK = Bank.SHA256;
  private static final Bytes NONCE = HandMadeBoot.NONCE;
  private static final int[] PCRS = {0, 4, 7, 10};

  private static final Bytes SEPARATOR = Bytes.zeros(4);
  private static final List<HandMadeBoot.Measured> BOOT = HandMadeBoot.EVENTS;
  private static final Bytes LOG = HandMadeBoot.LOG;

  private LoadedObject key;
  private LoadedObject otherKey;

  @BeforeEach
  void makeKeys(Tpm20 tpm) throws IOException {
    key = tpm.createPrimary(Handle.OWNER, Templates.attestationKeyRsa(), AuthValue.EMPTY);
    otherKey = tpm.createPrimary(Handle.OWNER, Templates.attestationKeyEcc(), AuthValue.EMPTY);
  }

  @AfterEach
  void flush() {
    key.close();
    otherKey.close();
  }

  private static void extend(Tpm20 tpm, int pcr, Bytes digest) throws IOException {
    HandMadeBoot.extend(tpm, pcr, digest);
  }

  private static void boot(Tpm20 tpm, List<HandMadeBoot.Measured> events) throws IOException {
    HandMadeBoot.boot(tpm, events);
  }

  private Quote quote(Tpm20 tpm, int... pcrs) throws IOException {
    return HandMadeBoot.quote(tpm, key, pcrs);
  }

  private Evidence evidence(Quote quote, Bytes log) {
    return new Evidence(
        quote,
        Optional.of(new AttestationPublicKey.Tpm20(key.publicArea())),
        Optional.of(log),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private Appraiser appraiser() {
    return Appraiser.of(
            QuoteVerifier.of(new AttestationPublicKey.Tpm20(key.publicArea()), NONCE)
                .covering(BANK, PCRS))
        .requiringSecureBoot();
  }

  private Appraisal appraise(Tpm20 tpm, Bytes log) throws IOException {
    return appraiser().appraise(evidence(quote(tpm, PCRS), log));
  }

  private static List<Reason.Code> codes(Appraisal appraisal) {
    return appraisal.reasons().stream().map(Reason::code).toList();
  }

  @Test
  void isTrustedAsItWasMeasured(Tpm20 tpm) throws IOException {
    boot(tpm, BOOT);
    Appraisal appraisal = appraise(tpm, LOG);
    assertEquals(List.of(), appraisal.reasons());
    assertTrue(appraisal.isTrusted());
    assertEquals(SecureBootState.State.ON, appraisal.log().orElseThrow().secureBoot().state());
  }

  @Test
  void isRejectedForAWrongEvent(Tpm20 tpm) throws IOException {
    List<HandMadeBoot.Measured> other = new ArrayList<>(BOOT);
    other.set(0, new HandMadeBoot.Measured(0, "08000000", Bytes.utf8("2.0\0")));
    boot(tpm, other);
    assertEquals(List.of(Reason.Code.PCR_UNEXPLAINED), codes(appraise(tpm, LOG)));
  }

  @Test
  void isRejectedForACappedBank(Tpm20 tpm) throws IOException {
    boot(tpm, BOOT);
    extend(tpm, 4, Bytes.zeros(32));
    assertEquals(List.of(Reason.Code.PCR_BANK_CAPPED), codes(appraise(tpm, LOG)));
  }

  @Test
  void isRejectedForOneExtendTooMany(Tpm20 tpm) throws IOException {
    boot(tpm, BOOT);
    extend(tpm, 4, BOOT.get(3).digest());
    assertEquals(List.of(Reason.Code.PCR_EXTENDED_AFTER_LOG), codes(appraise(tpm, LOG)));
  }

  @Test
  void isRejectedForAnEventThatIsMissingInTheLog(Tpm20 tpm) throws IOException {
    List<HandMadeBoot.Measured> more = new ArrayList<>(BOOT);
    more.add(0, new HandMadeBoot.Measured(0, "04000000", SEPARATOR));
    boot(tpm, more);
    assertEquals(List.of(Reason.Code.PCR_EVENT_MISSING), codes(appraise(tpm, LOG)));
  }

  @Test
  void isRejectedForAnEventThatWasNotExtended(Tpm20 tpm) throws IOException {
    List<HandMadeBoot.Measured> fewer = new ArrayList<>(BOOT);
    fewer.remove(3);
    boot(tpm, fewer);
    assertEquals(List.of(Reason.Code.PCR_EVENT_NOT_EXTENDED), codes(appraise(tpm, LOG)));
  }

  @Test
  void isRejectedForALogThatGoesFurtherThanThePcrs(Tpm20 tpm) throws IOException {
    boot(tpm, BOOT.subList(0, 5));
    assertEquals(List.of(Reason.Code.PCR_BEFORE_END_OF_LOG), codes(appraise(tpm, LOG)));
  }

  @Test
  void isRejectedForAnotherStart(Tpm20 tpm) throws IOException {
    boot(tpm, BOOT);
    List<Bytes> parts = new ArrayList<>();
    parts.add(HandMadeBoot.HEADER);
    parts.add(
        Bytes.join(
            Bytes.hex("00000000 03000000 01000000 0b00"),
            Bytes.zeros(32),
            Bytes.hex("11000000"),
            Bytes.utf8("StartupLocality\0\3")));
    BOOT.forEach(event -> parts.add(event.logged()));
    assertEquals(
        List.of(Reason.Code.PCR_START_DIFFERS),
        codes(appraise(tpm, Bytes.join(parts.toArray(Bytes[]::new)))));
  }

  @Test
  void isRejectedForAStaleNonce(Tpm20 tpm) throws IOException {
    boot(tpm, BOOT);
    Evidence evidence = evidence(quote(tpm, PCRS), LOG);
    Appraisal appraisal =
        Appraiser.of(
                QuoteVerifier.of(
                    new AttestationPublicKey.Tpm20(key.publicArea()), Bytes.hex("ff".repeat(16))))
            .appraise(evidence);
    assertEquals(List.of(Reason.Code.NONCE_DIFFERS), codes(appraisal));
  }

  @Test
  void isRejectedForAWrongKey(Tpm20 tpm) throws IOException {
    boot(tpm, BOOT);
    Evidence evidence = evidence(quote(tpm, PCRS), LOG);
    Appraisal appraisal =
        Appraiser.of(QuoteVerifier.of(new AttestationPublicKey.Tpm20(otherKey.publicArea()), NONCE))
            .appraise(evidence);
    assertEquals(Reason.Code.KEY_DIFFERS, codes(appraisal).get(0));
  }

  @Test
  void isRejectedForAPcrThatIsNotQuoted(Tpm20 tpm) throws IOException {
    boot(tpm, BOOT);
    Appraisal appraisal = appraiser().appraise(evidence(quote(tpm, 0, 4), LOG));
    assertEquals(
        List.of(Reason.Code.PCR_NOT_QUOTED, Reason.Code.SECURE_BOOT_UNKNOWN), codes(appraisal));
  }
}
