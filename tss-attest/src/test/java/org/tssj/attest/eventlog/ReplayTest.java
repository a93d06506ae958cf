package org.tssj.attest.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.attest.eventlog.LogBytes.HEADER;
import static org.tssj.attest.eventlog.LogBytes.SHA1_A;
import static org.tssj.attest.eventlog.LogBytes.SHA256_A;
import static org.tssj.attest.eventlog.LogBytes.event;
import static org.tssj.attest.eventlog.LogBytes.noAction;
import static org.tssj.attest.eventlog.LogBytes.u32;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.predict.PcrStory;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

class ReplayTest {

  private static final Bytes DATA = Bytes.hex("00000000");

  private static Replay replay(Bytes... events) {
    return Replay.of(EventLog.read(HEADER.concat(Bytes.join(events))));
  }

  private static Bytes start(Bytes... events) {
    return replay(events).story(0, Bank.SHA256).start();
  }

  private static Bytes locality(int locality) {
    return noAction(Bytes.utf8("StartupLocality\0").concat(Bytes.of((byte) locality)));
  }

  @Test
  void leavesABankAloneThatAnEventHasNoDigestOf() {
    Bytes both = event(17, 0x402, SHA1_A, SHA256_A, DATA);
    Bytes sha256Only = Bytes.join(u32(17), u32(0x501), u32(1), Bytes.hex("0b00"), SHA256_A, u32(0));
    Replay replay = replay(both, sha256Only);
    assertEquals(1, replay.story(17, Bank.SHA1).steps().size());
    assertEquals(2, replay.story(17, Bank.SHA256).steps().size());
    assertEquals(
        Optional.of(Bank.SHA1.extend(Bytes.zeros(20), SHA1_A)), replay.values().get(Bank.SHA1, 17));
  }

  @Test
  void neverExtendsNoActionEvents() {
    Replay replay =
        replay(event(3, 3, SHA1_A, SHA256_A, DATA), event(4, 4, SHA1_A, SHA256_A, DATA));
    assertEquals(Set.of(4), replay.pcrs());
  }

  @Test
  void passesOverTheMappingOfTxtThatBelongsToNoPcr() {
    assertEquals(Set.of(), replay(event(255, 0x401, SHA1_A, SHA256_A, DATA)).pcrs());
    assertEquals(Set.of(), replay(event(0xffff_ffffL, 4, SHA1_A, SHA256_A, DATA)).pcrs());
  }

  @Test
  void tellsTheStoryOfAPcr() {
    PcrStory story =
        replay(event(7, 4, SHA1_A, SHA256_A, DATA), event(6, 4, SHA1_A, SHA256_A, DATA))
            .story(7, Bank.SHA1);
    Bytes value = Bank.SHA1.extend(Bytes.zeros(20), SHA1_A);
    assertEquals(
        java.util.List.of(new PcrStory.Step("event 1 EV_SEPARATOR", SHA1_A, value)), story.steps());
  }

  @Nested
  class StartsPcr0 {
    private final Bytes measured = event(0, 8, SHA1_A, SHA256_A, DATA);

    @ParameterizedTest
    @CsvSource({"0, 00", "3, 03", "4, 04", "1, 00", "255, 00"})
    void withTheLocalityThatTheLogSays(int locality, String last) {
      assertEquals(Bytes.zeros(31).concat(Bytes.hex(last)), start(locality(locality), measured));
    }

    @Test
    void withFourAfterAHardwareRootOfTrust() {
      Bytes hcrtm = event(0, 0x8000_0010, SHA1_A, SHA256_A, Bytes.utf8("HCRTM"));
      assertEquals(Bytes.zeros(31).concat(Bytes.hex("04")), start(hcrtm, measured));
      assertEquals(2, replay(hcrtm, measured).story(0, Bank.SHA256).steps().size());
    }

    @Test
    void withZerosElse() {
      assertEquals(Bytes.zeros(32), start(measured));
    }

    @Test
    void aloneThatWay() {
      Replay replay = replay(locality(3), event(1, 8, SHA1_A, SHA256_A, DATA));
      assertEquals(Bytes.zeros(32), replay.story(1, Bank.SHA256).start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"StartupLocality", "startupLocality\0\3", "XtartupLocality\0\3"})
    void notByWhatOnlyLooksLikeIt(String data) {
      assertEquals(Bytes.zeros(32), start(noAction(Bytes.utf8(data)), measured));
    }
  }

  @Nested
  class OfMeasurementRegisters {
    @Test
    void startsThemAllAtZerosWhateverIsInTheLog() {
      EventLog log =
          EventLog.read(Bytes.join(HEADER, locality(3), event(0, 8, SHA1_A, SHA256_A, DATA)));
      assertEquals(
          PcrValues.of(Bank.SHA1, 0, Bank.SHA1.extend(Bytes.zeros(20), SHA1_A))
              .with(Bank.SHA256, 0, Bank.SHA256.extend(Bytes.zeros(32), SHA256_A)),
          Replay.ofRegisters(log).values());
    }
  }
}
