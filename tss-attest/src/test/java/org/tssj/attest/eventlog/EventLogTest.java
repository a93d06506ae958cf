package org.tssj.attest.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.attest.eventlog.LogBytes.HEADER;
import static org.tssj.attest.eventlog.LogBytes.SHA1_A;
import static org.tssj.attest.eventlog.LogBytes.SHA256_A;
import static org.tssj.attest.eventlog.LogBytes.event;
import static org.tssj.attest.eventlog.LogBytes.sha1Event;
import static org.tssj.attest.eventlog.LogBytes.u32;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.testing.Changed;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class EventLogTest {

  private static final Bytes DATA = Bytes.hex("00000000");
  private static final String SHA256_EXTENDED =
      "276ced5dad47f4ed1acd5fc59a92faac3fd938d888914ec55b41d337be732511";

  private static String problem(EventLog log) {
    return assertInstanceOf(EventLog.End.Broken.class, log.end()).problem().getMessage();
  }

  @Nested
  class OfSha1 {
    private final EventLog log =
        EventLog.read(
            sha1Event(7, 4, SHA1_A, DATA)
                .concat(sha1Event(0xffff_fffeL, 0x8000_0007, SHA1_A, Bytes.utf8("x"))));

    @Test
    void hasItsEvents() {
      assertEquals(EventLog.Format.SHA1, log.format());
      assertEquals(Optional.empty(), log.specId());
      assertEquals(Set.of(Bank.SHA1), log.banks());
      assertEquals(new EventLog.End.Whole(), log.end());
      List<Event.Digest> digests = List.of(new Event.Digest(4, SHA1_A));
      assertEquals(
          List.of(
              new Event(0, 0, 7, EventType.SEPARATOR, digests, DATA),
              new Event(1, 36, 0xffff_fffeL, EventType.EFI_ACTION, digests, Bytes.utf8("x"))),
          log.events());
    }

    @Test
    void takesTheHeaderOfUefiForOne() {
      Bytes header =
          Bytes.join(Bytes.utf8("Spec ID Event02\0"), Bytes.hex("00000000 02 01 02 01 03 aabbcc"));
      EventLog withHeader =
          EventLog.read(
              sha1Event(0, 3, Bytes.zeros(20), header).concat(sha1Event(7, 4, SHA1_A, DATA)));
      assertEquals(EventLog.Format.SHA1, withHeader.format());
      assertEquals(
          new SpecId("Spec ID Event02", 0, 1, 2, 2, 1, Map.of(), Bytes.hex("aabbcc")),
          withHeader.specId().orElseThrow());
      assertEquals(4, withHeader.uintnOctets());
      assertEquals(2, withHeader.events().size());
    }
  }

  @Nested
  class ThatIsCryptoAgile {
    @Test
    void hasItsEvents() {
      EventLog log = EventLog.read(HEADER.concat(event(4, 4, SHA1_A, SHA256_A, DATA)));
      assertEquals(EventLog.Format.CRYPTO_AGILE, log.format());
      assertEquals(
          new SpecId("Spec ID Event03", 0, 2, 0, 0, 2, Map.of(4, 20, 11, 32), Bytes.EMPTY),
          log.specId().orElseThrow());
      assertEquals(List.of(Bank.SHA1, Bank.SHA256), List.copyOf(log.banks()));
      assertEquals(2, log.events().size());
      Event event = log.events().get(1);
      assertEquals(
          new Event(
              1,
              HEADER.length(),
              4,
              EventType.SEPARATOR,
              List.of(new Event.Digest(4, SHA1_A), new Event.Digest(11, SHA256_A)),
              DATA),
          event);
      assertEquals(Optional.of(SHA256_A), event.digest(Bank.SHA256));
      assertEquals(Optional.empty(), event.digest(Bank.SHA384));
      assertEquals("event 1, PCR 4, EV_SEPARATOR", event.title());
    }

    @Test
    void mayHaveDigestsInAnotherOrderAndFewerOfThem() {
      Bytes turned = Bytes.join(u32(17), u32(0x501), u32(1), Bytes.hex("0b00"), SHA256_A, u32(0));
      EventLog log = EventLog.read(Bytes.join(HEADER, turned));
      assertEquals(new EventLog.End.Whole(), log.end());
      assertEquals(List.of(new Event.Digest(11, SHA256_A)), log.events().get(1).digests());
      assertEquals(EventType.TBOOT_MEASUREMENT, log.events().get(1).type());
    }

    @Test
    void mayHaveDigestsOfAHashNobodyKnowsIfTheHeaderHasItsSize() {
      // 0x7f01 with three octets instead of SHA-256.
      Bytes header = Bytes.join(HEADER.slice(0, HEADER.length() - 5), Bytes.hex("017f 0300 00"));
      EventLog log =
          EventLog.read(
              Bytes.join(header, u32(1), u32(4), u32(1), Bytes.hex("017f 0a0b0c"), u32(4), DATA));
      assertEquals(new EventLog.End.Whole(), log.end());
      assertEquals(
          List.of(new Event.Digest(0x7f01, Bytes.hex("0a0b0c"))), log.events().get(1).digests());
      assertEquals(Set.of(Bank.SHA1), log.banks());
    }

    @Test
    void mayHaveNoDigestAtAll() {
      EventLog log =
          EventLog.read(Bytes.join(HEADER, u32(1), u32(5), u32(0), u32(1), DATA.slice(0, 1)));
      assertEquals(List.of(), log.events().get(1).digests());
    }
  }

  @Nested
  class ThatIntelTxtMadeForATpm12 {
    @Test
    void beginsBehindItsContainer() {
      Bytes container =
          Bytes.join(
              Bytes.utf8("TXT Event Container\0"),
              Bytes.zeros(12),
              Bytes.hex("01 00 01 00"),
              u32(0x1000),
              u32(48),
              u32(84));
      EventLog log = EventLog.read(container.concat(sha1Event(17, 0x402, SHA1_A, DATA)));
      assertEquals(1, log.events().size());
      assertEquals(EventType.TXT_HASH_START, log.events().get(0).type());
    }
  }

  @Nested
  class ThatSinitMadeForOneBankOfATpm20 {
    private final Bytes description = Bytes.join(Bytes.zeros(16), u32(1), u32(2), u32(32));

    @Test
    void hasOneDigestOfThatBank() {
      EventLog log =
          EventLog.read(
              Bytes.join(
                  sha1Event(0, 3, Bytes.zeros(20), description),
                  sha1Event(17, 0x402, SHA256_A, DATA)));
      assertEquals(EventLog.Format.TXT_SINGLE_BANK, log.format());
      assertEquals(Set.of(Bank.SHA256), log.banks());
      assertEquals(new EventLog.End.Whole(), log.end());
      assertEquals(List.of(new Event.Digest(11, SHA256_A)), log.events().get(1).digests());
      // printf '%064d%s' 0 a2a2... | xxd -r -p | sha256sum
      assertEquals(
          Optional.of(Bytes.hex(SHA256_EXTENDED)), Replay.of(log).values().get(Bank.SHA256, 17));
    }

    @Test
    void isOfSha1IfTheSizeIsNotThatOfTheHash() {
      Bytes wrong = Bytes.join(Bytes.zeros(16), u32(1), u32(2), u32(48));
      EventLog log =
          EventLog.read(
              Bytes.join(
                  sha1Event(0, 3, Bytes.zeros(20), wrong), sha1Event(17, 0x402, SHA1_A, DATA)));
      assertEquals(EventLog.Format.SHA1, log.format());
      assertEquals(new EventLog.End.Whole(), log.end());
    }
  }

  @Nested
  class OfRegisters {
    private final Bytes header =
        Bytes.join(
            u32(0),
            u32(3),
            Bytes.zeros(20),
            u32(33),
            Bytes.utf8("Spec ID Event03\0"),
            Bytes.hex("00000000 00 02 00 02 01000000 0c00 3000 00"));

    private Bytes register(int number) {
      return Bytes.join(
          u32(number), u32(4), u32(1), Bytes.hex("0c00"), Bytes.hex("a3".repeat(48)), u32(4), DATA);
    }

    @Test
    void isToldByItsBankAndNumbers() {
      assertTrue(EventLog.read(Bytes.join(header, register(1), register(4))).isOfRegisters());
      assertFalse(EventLog.read(Bytes.join(header, register(0))).isOfRegisters());
      assertFalse(EventLog.read(Bytes.join(header, register(1), register(5))).isOfRegisters());
      assertFalse(EventLog.read(header).isOfRegisters());
      assertFalse(
          EventLog.read(HEADER.concat(event(1, 4, SHA1_A, SHA256_A, DATA))).isOfRegisters());
    }
  }

  @Nested
  class ThatIsBroken {
    @Test
    void hasTheEventsBeforeTheBreakAndSaysWhere() {
      Bytes whole = HEADER.concat(event(4, 4, SHA1_A, SHA256_A, DATA));
      EventLog log = EventLog.read(whole.slice(0, whole.length() - 1));
      assertEquals(1, log.events().size());
      assertEquals(
          "event 1.eventSize: must be at most the 3 bytes that are left, was 4 at offset 0x0089",
          problem(log));
      assertEquals(HEADER.length(), ((EventLog.End.Broken) log.end()).offset());
    }

    @Test
    void isBrokenWhereverItIsCut() {
      Bytes whole = HEADER.concat(event(4, 4, SHA1_A, SHA256_A, DATA));
      Changed.everyLength(whole)
          .filter(log -> log.length() < whole.length())
          .filter(log -> log.length() != 0 && log.length() != HEADER.length())
          // Cut in the midst of zeros at the very beginning it is nothing but filler.
          .filter(log -> !log.isZero())
          .forEach(log -> problem(EventLog.read(log)));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ffffffff | event 1.digests: may count at most 64, was 4294967295 at offset 0x004d",
          "41000000 | event 1.digests: may count at most 64, was 65 at offset 0x004d",
          "01000000 ff7f | event 1.algorithmId: must be an algorithm of the log's header, or a known"
              + " hash, was 0x7fff at offset 0x0051",
          "01000000 0b00 00 | event 1.digest: needs 32 bytes, was 1 bytes left at offset 0x0053"
        })
    void isNotFollowedIntoALie(String rest, String message) {
      assertEquals(
          message, problem(EventLog.read(Bytes.join(HEADER, u32(1), u32(4), Bytes.hex(rest)))));
    }

    @Test
    void neverThrowsNorAllocatesWhatItSays() {
      Random random = new Random(11);
      Bytes model =
          Bytes.join(
              HEADER,
              event(0, 8, SHA1_A, SHA256_A, DATA),
              event(4, 0x8000_0003, SHA1_A, SHA256_A, Bytes.zeros(60)));
      int whole = 0;
      for (int i = 0; i < 20_000; i++) {
        byte[] octets = model.toArray();
        for (int flips = random.nextInt(5); flips >= 0; flips--) {
          octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        }
        EventLog log = EventLog.read(Bytes.of(octets, 0, random.nextInt(octets.length + 1)));
        log.events().forEach(Event::title);
        Replay.of(log).values();
        whole += log.end() instanceof EventLog.End.Whole ? 1 : 0;
      }
      assertTrue(whole > 0);
    }
  }

  @Nested
  class WithFiller {
    private final Bytes log = HEADER.concat(event(4, 4, SHA1_A, SHA256_A, DATA));

    @Test
    void endsWhereTheFillerBegins() {
      assertEquals(
          new EventLog.End.Filled(0xff, log.length(), 3),
          EventLog.read(log.concat(Bytes.hex("ffffff"))).end());
      assertEquals(
          new EventLog.End.Filled(0, log.length(), 1),
          EventLog.read(log.concat(Bytes.hex("00"))).end());
    }

    @Test
    void endsThereTooIfOldMemoryFollowsTheFiller() {
      for (String octet : new String[] {"ff", "00"}) {
        EventLog read =
            EventLog.read(Bytes.join(log, Bytes.hex(octet.repeat(40)), Bytes.hex("01")));
        assertEquals(
            new EventLog.End.Residue(octet.equals("ff") ? 0xff : 0, log.length(), 41), read.end());
        assertEquals(2, read.events().size());
      }
    }

    @Test
    void isBrokenIfLessThanARecordOfFillerIsBeforeSomethingElse() {
      assertInstanceOf(
          EventLog.End.Broken.class,
          EventLog.read(Bytes.join(log, Bytes.hex("ff".repeat(15)), Bytes.hex("01"))).end());
    }

    @Test
    void mayBeNothingElse() {
      assertEquals(
          new EventLog.End.Filled(0xff, 0, 64), EventLog.read(Bytes.hex("ff".repeat(64))).end());
      assertEquals(new EventLog.End.Whole(), EventLog.read(Bytes.EMPTY).end());
    }
  }
}
