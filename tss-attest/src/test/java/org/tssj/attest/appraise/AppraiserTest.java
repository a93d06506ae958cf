package org.tssj.attest.appraise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.attest.eventlog.LogBytes.HEADER;
import static org.tssj.attest.eventlog.LogBytes.event;
import static org.tssj.attest.eventlog.LogBytes.noAction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.Verdict;
import org.tssj.attest.eventlog.check.LogFinding;
import org.tssj.attest.eventlog.check.SecureBootState;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.ima.BootAggregate;
import org.tssj.attest.ima.ImaProgress;
import org.tssj.attest.ima.policy.AllowList;
import org.tssj.attest.ima.policy.ImaFinding;
import org.tssj.attest.ima.policy.ImaPolicy;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.attest.testing.Changed;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

class AppraiserTest {

  private static final Bank BANK = Bank.SHA256;
  private static final Bytes SEPARATOR_DATA = Bytes.zeros(4);
  private static final Bytes VERSION = Bytes.utf8("1.0\0");
  private static final Bytes KERNEL = Bytes.utf8("kernel_cmdline: /vmlinuz quiet\0");

  private static Bytes separator(int pcr) {
    return event(pcr, 4, SEPARATOR_DATA);
  }

  private static Bytes secureBoot(String value) {
    return Bytes.join(
        Bytes.hex("61dfe48bca93d211aa0d00e098032b8c 0a00000000000000 0100000000000000"),
        Bytes.wrap("SecureBoot".getBytes(StandardCharsets.UTF_16LE)),
        Bytes.hex(value));
  }

  private static Bytes variable(String value) {
    return event(7, 0x8000_0001, secureBoot(value));
  }

  /** PCR 0: a version and a separator; PCR 7: SecureBoot and a separator; PCR 8: a kernel. */
  private static Bytes log(String secureBoot) {
    return Bytes.join(
        HEADER,
        event(0, 8, VERSION),
        variable(secureBoot),
        separator(7),
        separator(0),
        event(
            8,
            0xd,
            Bank.SHA1.hash(Bytes.utf8("/vmlinuz quiet")),
            BANK.hash(Bytes.utf8("/vmlinuz quiet")),
            KERNEL));
  }

  private static Machine booted(String secureBoot) {
    return new Machine(BANK)
        .measure(0, VERSION)
        .measure(0, SEPARATOR_DATA)
        .measure(7, secureBoot(secureBoot))
        .measure(7, SEPARATOR_DATA)
        .measure(8, Bytes.utf8("/vmlinuz quiet"));
  }

  private static Appraiser appraiser() {
    return Appraiser.of(Machine.verifier());
  }

  private static Appraisal appraise(Machine machine, Bytes log) {
    return appraiser().appraise(evidence(machine.quote(), log));
  }

  private static Evidence evidence(Quote quote, Bytes log) {
    return Machine.evidence(quote, Optional.of(log), Optional.empty());
  }

  private static List<Reason.Code> codes(Appraisal appraisal) {
    return appraisal.reasons().stream().map(Reason::code).toList();
  }

  private static List<Advice.Code> advice(Appraisal appraisal) {
    return appraisal.advice().stream().map(Advice::code).toList();
  }

  private static void because(Reason.Code code, String message, Appraisal appraisal) {
    assertEquals(List.of(code), codes(appraisal), () -> appraisal.reasons().toString());
    assertEquals(message, appraisal.reasons().get(0).message());
  }

  private static void trusted(Appraisal appraisal) {
    assertEquals(List.of(), appraisal.reasons());
    Verdict.Trusted trusted = assertInstanceOf(Verdict.Trusted.class, appraisal.verdict());
    assertEquals(appraisal.statement().orElseThrow(), trusted.statement());
  }

  @Nested
  class TrustsALog {
    @Test
    void thatExplainsEveryQuotedPcr() {
      Appraisal appraisal = appraise(booted("01"), log("01"));
      trusted(appraisal);
      LogAppraisal log = appraisal.log().orElseThrow();
      assertEquals(3, log.comparison().results().size());
      assertEquals(SecureBootState.State.ON, log.secureBoot().state());
      assertEquals(List.of("/vmlinuz quiet"), log.bootChain().kernelCommandLines());
      assertEquals(Set.of(), log.notProven());
    }

    @Test
    void withoutValuesBesideTheQuote() {
      Quote quote = booted("01").quote();
      Quote without = new Quote(quote.family(), quote.message(), quote.signature(), PcrValues.NONE);
      Appraisal appraisal = appraiser().appraise(evidence(without, log("01")));
      trusted(appraisal);
      assertEquals(quote.pcrValues(), appraisal.proven());
    }

    @Test
    void onlyAsFarAsItIsQuoted() {
      Appraisal appraisal = appraiser().appraise(evidence(booted("01").quote(0), log("01")));
      trusted(appraisal);
      assertEquals(
          List.of(
              Advice.Code.KEY_ATTRIBUTES_UNKNOWN,
              Advice.Code.PCRS_NOT_COMPARED,
              Advice.Code.LOG_PARTLY_PROVEN),
          advice(appraisal));
      assertEquals(
          "PCRs 7,8 are not quoted: what the event log says of them is not proven",
          appraisal.advice().get(2).message());
      LogAppraisal log = appraisal.log().orElseThrow();
      assertEquals(Set.of(7, 8), log.notProven());
      assertEquals(SecureBootState.State.UNKNOWN, log.secureBoot().state());
      assertEquals(List.of(), log.bootChain().kernelCommandLines());
    }

    @Test
    void besideAPcrOfSomebodyElsesLog() {
      Appraisal appraisal = appraise(booted("01").measure(10, VERSION), log("01"));
      trusted(appraisal);
      assertTrue(advice(appraisal).contains(Advice.Code.PCR_NOT_EXPLAINED));
    }
  }

  @Nested
  class RejectsALog {
    @Test
    void withOneEventChanged() {
      Machine machine = booted("01");
      Bytes other =
          Bytes.join(
              HEADER, event(0, 8, Bytes.utf8("2.0\0")), variable("01"), separator(7), separator(0));
      Appraisal appraisal = appraiser().appraise(evidence(machine.quote(0, 7), other));
      assertEquals(List.of(Reason.Code.PCR_UNEXPLAINED), codes(appraisal));
      assertTrue(
          appraisal.reasons().get(0).message().startsWith("PCR 0 of the sha256 bank is not"));
      assertTrue(appraisal.statement().isPresent());
    }

    @Test
    void ofACappedBank() {
      because(
          Reason.Code.PCR_BANK_CAPPED,
          "PCR 0 of the sha256 bank is what the log says with zeros extended after it: the bank was"
              + " capped",
          appraise(booted("01").extend(0, Bytes.zeros(32)), log("01")));
    }

    @Test
    void behindWhichSomethingWasExtended() {
      because(
          Reason.Code.PCR_EXTENDED_AFTER_LOG,
          "PCR 7 of the sha256 bank is what the log says with one extend too many at its end: a"
              + " separator",
          appraise(booted("01").measure(7, SEPARATOR_DATA), log("01")));
    }

    @Test
    void inWhichAnEventIsMissing() {
      Machine machine = booted("01").measure(0, Bytes.utf8("2.0\0"));
      because(
          Reason.Code.PCR_EVENT_MISSING,
          "PCR 0 of the sha256 bank is what the log says with a separator before event 2"
              + " EV_S_CRTM_VERSION, which is missing in it",
          appraiser()
              .appraise(
                  evidence(
                      machine.quote(0),
                      Bytes.join(HEADER, event(0, 8, VERSION), event(0, 8, Bytes.utf8("2.0\0"))))));
    }

    @Test
    void whoseEventsOfAPcrAreAllMissing() {
      because(
          Reason.Code.PCR_EVENT_MISSING,
          "PCR 4 of the sha256 bank was extended, and the log has no event of it",
          appraise(booted("01").measure(4, VERSION), log("01")));
    }

    @Test
    void ofWhichOneEventWasNotExtended() {
      Machine machine = new Machine(BANK).measure(0, SEPARATOR_DATA);
      because(
          Reason.Code.PCR_EVENT_NOT_EXTENDED,
          "PCR 0 of the sha256 bank is what the log says without event 1 EV_S_CRTM_VERSION",
          appraise(machine, Bytes.join(HEADER, event(0, 8, VERSION), separator(0))));
    }

    @Test
    void whoseEndWasNotExtended() {
      Machine machine = new Machine(BANK).measure(0, VERSION);
      because(
          Reason.Code.PCR_BEFORE_END_OF_LOG,
          "PCR 0 of the sha256 bank is what it was after event 1 EV_S_CRTM_VERSION: the 1 events"
              + " behind it were not extended",
          appraise(machine, Bytes.join(HEADER, event(0, 8, VERSION), separator(0))));
    }

    @Test
    void thatStartsOtherwise() {
      Machine machine =
          new Machine(BANK)
              .start(0, Bytes.zeros(31).concat(Bytes.hex("03")))
              .measure(0, VERSION)
              .measure(0, SEPARATOR_DATA);
      Bytes events = event(0, 8, VERSION).concat(separator(0));
      because(
          Reason.Code.PCR_START_DIFFERS,
          "PCR 0 of the sha256 bank is what the log says if it starts otherwise: startup from"
              + " locality 3",
          appraise(machine, HEADER.concat(events)));
      Bytes locality = noAction(Bytes.utf8("StartupLocality\0\3"));
      trusted(appraise(machine, Bytes.join(HEADER, locality, events)));
    }

    @Test
    void ofWhichNoPcrIsQuoted() {
      because(
          Reason.Code.LOG_NOT_PROVEN,
          "none of the PCRs that the event log is about (0,7,8) is quoted: nothing in it is proven",
          appraiser().appraise(evidence(booted("01").quote(1, 2), log("01"))));
    }

    @Test
    void thatDoesNotMakeTheQuotedDigestWhereNobodySaysTheValues() {
      Quote quote = booted("01").extend(0, Bytes.zeros(32)).quote();
      Quote without = new Quote(quote.family(), quote.message(), quote.signature(), PcrValues.NONE);
      because(
          Reason.Code.LOG_NOT_PROVEN,
          "the values behind the quoted digest are not known, and those that the log replays to do"
              + " not make it: nothing in the log is proven",
          appraiser().appraise(evidence(without, log("01"))));
    }

    @Test
    void thatIsNone() {
      because(
          Reason.Code.MALFORMED,
          "the event log is none: it begins with no event",
          appraise(booted("01"), Bytes.utf8("Lorem ipsum dolor sit amet, consectetur")));
      because(
          Reason.Code.MALFORMED,
          "the event log is none: it begins with no event",
          appraise(booted("01"), Bytes.EMPTY));
    }

    @Test
    void withAnErrorUnlessThatIsTolerated() {
      Bytes twice = log("01").concat(separator(0));
      Machine machine = booted("01").measure(0, SEPARATOR_DATA);
      because(
          Reason.Code.LOG_FINDING,
          "SECOND_SEPARATOR: event 6, PCR 0, EV_SEPARATOR: PCR 0 was separated before: one of the"
              + " two may be a measurement whose type was changed",
          appraise(machine, twice));
      Appraisal tolerant =
          appraiser()
              .with(LogRules.DEFAULT.tolerating(LogFinding.Code.SECOND_SEPARATOR))
              .appraise(evidence(machine.quote(), twice));
      trusted(tolerant);
      assertTrue(advice(tolerant).contains(Advice.Code.FINDING_TOLERATED));
    }

    @Test
    void unlessItsPcrIsLeftUnexplained() {
      Machine machine = booted("01").measure(8, VERSION);
      assertEquals(List.of(Reason.Code.PCR_UNEXPLAINED), codes(appraise(machine, log("01"))));
      Appraisal appraisal =
          appraiser()
              .with(LogRules.DEFAULT.leavingUnexplained(8))
              .appraise(evidence(machine.quote(), log("01")));
      trusted(appraisal);
      assertTrue(advice(appraisal).contains(Advice.Code.PCR_NOT_EXPLAINED));
      assertEquals(
          List.of(),
          appraisal.log().orElseThrow().bootChain().kernelCommandLines(),
          "what no PCR proves is not told");
    }
  }

  @Nested
  class OfSecureBoot {
    private Appraisal required(Machine machine, Bytes log, int... pcrs) {
      return appraiser().requiringSecureBoot().appraise(evidence(machine.quote(pcrs), log));
    }

    @Test
    void trustsThatItIsOn() {
      trusted(required(booted("01"), log("01"), 0, 7, 8));
    }

    @Test
    void rejectsThatItIsOff() {
      because(
          Reason.Code.SECURE_BOOT_OFF,
          "Secure Boot must be on, and PCR 7 proves that it is off",
          required(booted("00"), log("00"), 0, 7, 8));
    }

    @Test
    void rejectsThatPcr7IsNotQuoted() {
      because(
          Reason.Code.SECURE_BOOT_UNKNOWN,
          "Secure Boot must be on, and that it is cannot be told: no quoted value of PCR 7 proves"
              + " what the log says of secure boot",
          required(booted("01"), log("01"), 0));
    }

    @Test
    void rejectsThatThereIsNoLog() {
      because(
          Reason.Code.LOG_MISSING,
          "without an event log nobody can say whether Secure Boot is on",
          appraiser()
              .requiringSecureBoot()
              .appraise(
                  Machine.evidence(booted("01").quote(), Optional.empty(), Optional.empty())));
    }

    @Test
    void doesNotBelieveAnEventThatTheQuotedBankWasNotExtendedWith() {
      // The variable that was measured is called something else, and another one stands before it
      // with a digest of the bank that nobody quoted.
      Bytes made = secureBoot("01");
      Bytes inOtherBank =
          Bytes.join(
              Bytes.hex("07000000 01000080 01000000 0400"),
              Bank.SHA1.hash(made),
              Bytes.hex(String.format("%02x000000", made.length())),
              made);
      Bytes log =
          Bytes.join(
              HEADER,
              event(0, 8, VERSION),
              inOtherBank,
              event(7, 0x8000_00e0, secureBoot("00")),
              separator(7),
              separator(0));
      Appraisal appraisal = required(booted("00"), log, 0, 7);
      assertEquals(List.of(Reason.Code.SECURE_BOOT_UNKNOWN), codes(appraisal));
    }

    @Test
    void doesNotBelieveWhatStandsBehindASeparatorThatIsCalledSomethingElse() {
      Machine machine = booted("00").measure(7, secureBoot("01")).measure(7, SEPARATOR_DATA);
      Bytes log =
          Bytes.join(
              HEADER,
              event(0, 8, VERSION),
              event(7, 0x8000_00e0, secureBoot("00")),
              event(7, 0x8000_00e0, SEPARATOR_DATA),
              variable("01"),
              separator(7),
              separator(0));
      Appraisal appraisal = required(machine, log, 0, 7);
      assertFalse(appraisal.isTrusted());
      assertTrue(codes(appraisal).contains(Reason.Code.SECURE_BOOT_UNKNOWN));
      assertTrue(codes(appraisal).contains(Reason.Code.LOG_FINDING));
    }

    @Test
    void isNeverTrustedWithAnyOctetOfTheLogChangedThatSaysItIsOff() {
      Quote quote = booted("00").quote();
      Appraiser appraiser = appraiser().requiringSecureBoot();
      Changed.everyByte(log("00"))
          .forEach(
              changed ->
                  assertFalse(
                      appraiser.appraise(evidence(quote, changed)).isTrusted(), changed::toHex));
    }
  }

  @Nested
  class OfTheQuote {
    private Evidence evidence() {
      return AppraiserTest.evidence(booted("01").quote(), log("01"));
    }

    @Test
    void rejectsAnOldOne() {
      Appraisal appraisal =
          Appraiser.of(QuoteVerifier.of(Machine.key(), Bytes.hex("aa".repeat(20))))
              .appraise(evidence());
      assertEquals(List.of(Reason.Code.NONCE_DIFFERS), codes(appraisal));
      assertEquals(Optional.empty(), appraisal.statement());
      assertEquals(PcrValues.NONE, appraisal.proven());
      assertEquals(
          SecureBootState.State.UNKNOWN, appraisal.log().orElseThrow().secureBoot().state());
    }

    @Test
    void rejectsOneOfAnotherKey() {
      Appraisal appraisal =
          Appraiser.of(QuoteVerifier.of(Machine.otherKey(), Machine.NONCE)).appraise(evidence());
      assertEquals(
          List.of(Reason.Code.KEY_DIFFERS, Reason.Code.SIGNATURE_INVALID), codes(appraisal));
    }

    @Test
    void rejectsAnotherValueAndStillComparesTheLog() {
      PcrValues reference = booted("01").values().with(BANK, 8, Bytes.hex("ab".repeat(32)));
      Appraisal appraisal =
          Appraiser.of(Machine.verifier().expecting(reference)).appraise(evidence());
      assertEquals(List.of(Reason.Code.PCR_VALUE_DIFFERS), codes(appraisal));
      assertTrue(appraisal.log().orElseThrow().comparison().isExplained());
      assertEquals(booted("01").values(), appraisal.proven());
    }

    @Test
    void rejectsValuesThatAreNotBehindTheDigest() {
      Quote quote = booted("01").quote();
      PcrValues wrong = quote.pcrValues().with(BANK, 0, Bytes.hex("ab".repeat(32)));
      Appraisal appraisal =
          appraiser()
              .appraise(
                  AppraiserTest.evidence(
                      new Quote(quote.family(), quote.message(), quote.signature(), wrong),
                      log("01")));
      assertEquals(List.of(Reason.Code.PCR_DIGEST_DIFFERS), codes(appraisal));
      assertEquals(PcrValues.NONE, appraisal.proven());
    }

    @Test
    void isNeverTrustedWithAnyOctetChanged() {
      Quote quote = booted("01").quote();
      Changed.everyByte(quote.message())
          .forEach(
              message ->
                  assertFalse(
                      appraiser()
                          .appraise(
                              AppraiserTest.evidence(
                                  new Quote(
                                      quote.family(),
                                      message,
                                      quote.signature(),
                                      quote.pcrValues()),
                                  log("01")))
                          .isTrusted(),
                      message::toHex));
    }
  }

  @Nested
  class OfTheKey {
    private Appraisal with(List<Bytes> certificates) {
      return appraiser()
          .appraise(
              new Evidence(
                  booted("01").quote(),
                  Optional.of(Machine.key()),
                  Optional.empty(),
                  Optional.empty(),
                  certificates,
                  List.of()));
    }

    @Test
    void acceptsACertificateOfIt() {
      trusted(with(List.of(Machine.certificate(Machine.key()))));
    }

    @Test
    void rejectsACertificateOfAnother() {
      because(
          Reason.Code.EVIDENCE_CONTRADICTS,
          "the attestation key's certificate is of another key than the one beside it",
          with(List.of(Machine.certificate(Machine.otherKey()))));
    }

    @Test
    void rejectsACertificateThatIsNone() {
      because(
          Reason.Code.MALFORMED,
          "the attestation key's certificate is none that can be read",
          with(List.of(Bytes.hex("3003020101"))));
    }
  }

  @Nested
  class OfTheMeasurementList {
    private static final Bytes LS = Bytes.hex("11".repeat(32));
    private static final Bytes SH = Bytes.hex("22".repeat(32));

    /** boot_aggregate, /bin/ls, /bin/sh; the PCRs 0 to 9 and what they are hashed to. */
    private final Machine machine = started();

    private final Bytes aggregate = aggregate(machine);
    private final Bytes list =
        Bytes.join(
            ImaBytes.entry("boot_aggregate", aggregate),
            ImaBytes.entry("/bin/ls", LS),
            ImaBytes.entry("/bin/sh", SH));

    private Machine started() {
      Machine started = booted("01");
      for (int pcr = 0; pcr < 11; pcr++) {
        if (started.values().get(BANK, pcr).isEmpty()) {
          started.start(pcr, Bytes.zeros(32));
        }
      }
      return started;
    }

    private Bytes aggregate(Machine of) {
      List<Bytes> values = new ArrayList<>();
      for (int pcr = 0; pcr < 10; pcr++) {
        values.add(of.values().get(BANK, pcr).orElseThrow());
      }
      return BANK.hash(values.toArray(Bytes[]::new));
    }

    private Machine measured() {
      return machine
          .measure(10, ImaBytes.data("boot_aggregate", aggregate))
          .measure(10, ImaBytes.data("/bin/ls", LS))
          .measure(10, ImaBytes.data("/bin/sh", SH));
    }

    private Appraisal appraise(Appraiser by, Machine of, Bytes given) {
      return by.appraise(Machine.evidence(of.quote(), Optional.of(log("01")), Optional.of(given)));
    }

    private ImaPolicy allowing(Map<String, Set<Bytes>> digests) {
      return ImaPolicy.NONE.allowing(new AllowList(digests));
    }

    @Test
    void trustsWhatThePcrProves() {
      Appraisal appraisal = appraise(appraiser(), measured(), list);
      trusted(appraisal);
      ImaAppraisal ima = appraisal.ima().orElseThrow();
      assertEquals(3, ima.proven());
      assertEquals(Map.of("ima-ng", 3), ima.templates());
      assertEquals(BootAggregate.State.MATCH, ima.bootAggregate().orElseThrow().state());
      assertEquals(5, ima.progress().orElseThrow().boot().resetCount());
      assertFalse(advice(appraisal).contains(Advice.Code.PCR_NOT_EXPLAINED));
    }

    @Test
    void trustsItWithoutValuesBesideTheQuote() {
      Quote quote = measured().quote();
      Appraisal appraisal =
          appraiser()
              .appraise(
                  Machine.evidence(
                      new Quote(quote.family(), quote.message(), quote.signature(), PcrValues.NONE),
                      Optional.of(log("01")),
                      Optional.of(list)));
      trusted(appraisal);
      assertEquals(3, appraisal.ima().orElseThrow().proven());
    }

    @Test
    void trustsKernelsThatPadTheirDigests() {
      Machine padded =
          machine
              .extend(10, pad("boot_aggregate", aggregate))
              .extend(10, pad("/bin/ls", LS))
              .extend(10, pad("/bin/sh", SH));
      trusted(appraise(appraiser(), padded, list));
    }

    private Bytes pad(String path, Bytes digest) {
      return Bank.SHA1.hash(ImaBytes.data(path, digest)).concat(Bytes.zeros(12));
    }

    @Test
    void judgesOnlyWhatIsOlderThanTheQuote() {
      ImaPolicy policy = allowing(Map.of("/bin/ls", Set.of(LS)));
      Machine early =
          machine
              .measure(10, ImaBytes.data("boot_aggregate", aggregate))
              .measure(10, ImaBytes.data("/bin/ls", LS));
      Appraisal appraisal = appraise(appraiser().judgingFilesBy(policy), early, list);
      trusted(appraisal);
      assertEquals(2, appraisal.ima().orElseThrow().proven());
      assertTrue(advice(appraisal).contains(Advice.Code.IMA_PARTLY_PROVEN));
    }

    @Test
    void rejectsAFileThatIsNotAllowed() {
      Machine all = measured();
      Appraisal appraisal =
          appraise(appraiser().judgingFilesBy(allowing(Map.of("/bin/ls", Set.of(LS)))), all, list);
      assertEquals(List.of(Reason.Code.IMA_FINDING), codes(appraisal));
      assertTrue(
          appraisal
              .reasons()
              .get(0)
              .message()
              .startsWith("FILE_NOT_ALLOWED: /bin/sh has the digest sha256:2222"),
          appraisal.reasons().toString());
      trusted(
          appraise(
              appraiser()
                  .with(
                      ImaRules.DEFAULT.judgedBy(
                          allowing(Map.of("/bin/ls", Set.of(LS)))
                              .excluding(List.of(Pattern.compile("/bin/s"))))),
              all,
              list));
      trusted(
          appraise(
              appraiser()
                  .with(
                      ImaRules.DEFAULT
                          .judgedBy(allowing(Map.of("/bin/ls", Set.of(LS))))
                          .tolerating(ImaFinding.Code.FILE_NOT_ALLOWED)),
              all,
              list));
    }

    @Test
    void rejectsAListWithoutOneOfItsEntries() {
      because(
          Reason.Code.IMA_LIST_DIFFERS,
          "PCR 10 of the sha256 bank has a value that it had at no time, by the measurement list:"
              + " entries are missing in it, or were changed",
          appraise(
              appraiser(),
              measured(),
              Bytes.join(
                  ImaBytes.entry("boot_aggregate", aggregate), ImaBytes.entry("/bin/sh", SH))));
    }

    @Test
    void rejectsAListOfAPcrThatIsNotQuoted() {
      because(
          Reason.Code.IMA_NOT_PROVEN,
          "the measurement list is about PCR 10, which is not quoted: nothing in it is proven",
          appraiser()
              .appraise(
                  Machine.evidence(
                      measured().quote(0, 7, 8), Optional.of(log("01")), Optional.of(list))));
    }

    @Test
    void rejectsAnEntryOfAnotherPcrThatIsNotQuoted() {
      because(
          Reason.Code.IMA_NOT_PROVEN,
          "the measurement list is about PCR 12, which is not quoted: nothing in it is proven",
          appraise(appraiser(), measured(), list.concat(ImaBytes.entry(12, "/bin/x", LS))));
    }

    @Test
    void rejectsAListOfWhichNothingWasExtended() {
      because(
          Reason.Code.IMA_NOT_PROVEN,
          "the PCR is where it starts: none of the 3 entries of the measurement list was extended",
          appraise(appraiser(), machine, list));
    }

    @Test
    void rejectsAViolationWhereThatIsTheRule() {
      Machine violated = measured().extend(10, Bytes.hex("ff".repeat(32)));
      Bytes with = list.concat(ImaBytes.violation("/bin/x"));
      Appraisal warned = appraise(appraiser(), violated, with);
      trusted(warned);
      assertEquals(List.of(3), warned.ima().orElseThrow().violations());
      Appraisal strict =
          appraise(
              appraiser().judgingFilesBy(ImaPolicy.NONE.on(ImaPolicy.Violations.FAIL)),
              violated,
              with);
      assertEquals(List.of(Reason.Code.IMA_FINDING), codes(strict));
    }

    @Test
    void rejectsAListOfAnotherBoot() {
      Bytes other = Bytes.hex("33".repeat(32));
      Appraisal appraisal =
          appraise(
              appraiser(),
              machine.measure(10, ImaBytes.data("boot_aggregate", other)),
              ImaBytes.entry("boot_aggregate", other));
      assertEquals(List.of(Reason.Code.IMA_FINDING), codes(appraisal));
      assertTrue(
          appraisal.reasons().get(0).message().startsWith("BOOT_AGGREGATE_DIFFERS"),
          appraisal.reasons().toString());
    }

    @Test
    void rejectsAnEntryWhoseTemplateIsCalledSomethingElseSoThatNothingIsJudged() {
      byte[] octets = list.toArray();
      // The name of the last entry's template is not part of what was measured.
      int name = list.length() - ImaBytes.data("/bin/sh", SH).length() - 4 - 6;
      octets[name] = 'x';
      Appraisal appraisal =
          appraise(
              appraiser().judgingFilesBy(allowing(Map.of("/bin/ls", Set.of(LS)))),
              measured(),
              Bytes.wrap(octets));
      assertEquals(List.of(Reason.Code.IMA_FINDING), codes(appraisal));
      assertTrue(
          appraisal.reasons().get(0).message().startsWith("TEMPLATE_UNKNOWN"),
          appraisal.reasons().toString());
    }

    @Test
    void rejectsThatThereIsNoneWhereFilesAreJudged() {
      because(
          Reason.Code.IMA_LIST_MISSING,
          "there is no measurement list of IMA",
          appraiser()
              .judgingFilesBy(ImaPolicy.NONE)
              .appraise(
                  Machine.evidence(machine.quote(), Optional.of(log("01")), Optional.empty())));
    }

    @Test
    void goesOnFromWhatIsProvenAlready() {
      ImaProgress earlier =
          appraise(appraiser(), measured(), list).ima().orElseThrow().progress().orElseThrow();
      assertEquals(3, earlier.entries());
      Bytes news = ImaBytes.entry("/bin/cat", LS);
      Appraiser goingOn = appraiser().with(ImaRules.DEFAULT.goingOnFrom(earlier));
      machine.measure(10, ImaBytes.data("/bin/cat", LS));
      Appraisal appraisal = appraise(goingOn, machine, news);
      trusted(appraisal);
      assertEquals(1, appraisal.ima().orElseThrow().proven());
      assertEquals(4, appraisal.ima().orElseThrow().progress().orElseThrow().entries());
      because(
          Reason.Code.IMA_LIST_DIFFERS,
          "PCR 10 of the sha256 bank has a value that it had at no time since the 3 entries that"
              + " were judged: entries are missing, or were changed",
          appraise(goingOn, machine, ImaBytes.entry("/bin/cat", SH)));
      Appraisal judged =
          appraise(
              goingOn.with(
                  ImaRules.DEFAULT
                      .judgedBy(allowing(Map.of("/bin/ls", Set.of(LS))))
                      .goingOnFrom(earlier)),
              machine,
              news);
      assertEquals(List.of(Reason.Code.IMA_FINDING), codes(judged));
    }

    @Test
    void needsTheWholeListOfAMachineThatHasBootedSince() {
      ImaProgress earlier =
          appraise(appraiser(), measured(), list).ima().orElseThrow().progress().orElseThrow();
      ImaProgress ofAnotherBoot =
          new ImaProgress(
              new ImaProgress.Boot(4, 2),
              earlier.pcr(),
              earlier.bank(),
              earlier.rule(),
              earlier.entries(),
              earlier.value());
      because(
          Reason.Code.IMA_WHOLE_LIST_NEEDED,
          "the machine has booted since its measurement list was judged: the whole list is needed",
          appraise(
              appraiser().with(ImaRules.DEFAULT.goingOnFrom(ofAnotherBoot)), machine, Bytes.EMPTY));
    }

    @Test
    void isNeverTrustedWithAnyOctetChangedIfAFileIsNotAllowed() {
      Appraiser strict =
          appraiser()
              .judgingFilesBy(
                  allowing(Map.of("/bin/ls", Set.of(LS))).on(ImaPolicy.Violations.FAIL));
      Machine machine = measured();
      Quote quote = machine.quote();
      Changed.everyByte(list)
          .forEach(
              changed ->
                  assertFalse(
                      strict
                          .appraise(Machine.evidence(quote, Optional.empty(), Optional.of(changed)))
                          .isTrusted(),
                      changed::toHex));
    }
  }
}
