package org.tssj.attest.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.attest.eventlog.LogBytes.HEADER;
import static org.tssj.attest.eventlog.LogBytes.SHA1_A;
import static org.tssj.attest.eventlog.LogBytes.sha1Event;
import static org.tssj.attest.eventlog.LogBytes.u32;
import static org.tssj.attest.eventlog.LogBytes.u64;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Shared;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class LogFileTest {

  private static final Bytes ONE = sha1Event(7, 4, SHA1_A, Bytes.zeros(4));
  private static final Bytes TWO = ONE.concat(ONE);

  private static List<Integer> counts(LogFile file) {
    return file.parts().stream().map(part -> part.log().events().size()).toList();
  }

  private static String refusal(Bytes content) {
    return assertThrows(WireException.class, () -> LogFile.read(content)).getMessage();
  }

  @Test
  void mayBeTheLogItself() {
    LogFile file = LogFile.read(TWO);
    assertEquals(LogFile.Container.RAW, file.container());
    assertEquals(List.of(2), counts(file));
    assertEquals("", file.parts().get(0).name());
  }

  @Test
  void mayHoldSeveralBehindTheirLengths() {
    LogFile file = LogFile.read(Bytes.join(u32(ONE.length()), ONE, u32(TWO.length()), TWO));
    assertEquals(LogFile.Container.LENGTHS, file.container());
    assertEquals(List.of(1, 2), counts(file));
    assertEquals("[1]", file.parts().get(1).name());
  }

  @Test
  void mayBeJsonWithLogsInBase64() {
    String log = Base64.getEncoder().encodeToString(TWO.toArray());
    String text = Base64.getEncoder().encodeToString(new byte[60]);
    LogFile file =
        LogFile.read(
            Bytes.utf8(
                "{\"Log\":{\"PCRs\":[{\"Digest\":\"" + text + "\"}],\"Raw\":\"" + log + "\"}}"));
    assertEquals(LogFile.Container.JSON, file.container());
    assertEquals("Log.Raw", file.parts().get(0).name());
    assertEquals(List.of(2), counts(file));
  }

  @Test
  void ofGoAttestationHoldsTheLogThatWasTakenOutOfIt() {
    LogFile file = LogFile.read(Shared.read("quote/go-attestation_windows_gcp_shielded_vm.json"));
    assertEquals(1, file.parts().size());
    assertEquals("Log.Raw", file.parts().get(0).name());
    assertEquals(
        Shared.read("eventlog/go-attestation_windows_gcp.bin"),
        file.parts().get(0).log().content());
  }

  @Nested
  class WithoutALog {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "hello, this is a text and no log at all, however long it may be",
          "{\"Log\":\"none\"}",
          "{\"Log\":",
          "[]",
          "\u007fELF\u0002\u0001\u0001"
        })
    void isRefused(String text) {
      refusal(Bytes.utf8(text));
    }

    @Test
    void saysWhatItIsInstead() {
      assertEquals(
          "must be an event log, was an empty file at offset 0x0000", refusal(Bytes.EMPTY));
      assertEquals("must be an event log, was filler at offset 0x0000", refusal(Bytes.zeros(4096)));
      assertEquals(
          "must be an event log, was of no known type at offset 0x0000",
          refusal(sha1Event(7, 0x1234, SHA1_A, Bytes.zeros(4))));
      assertEquals(
          "must be an event log, was something else (event 0.TCG_PCR_EVENT: needs 32 bytes, was 5"
              + " bytes left at offset 0x0000) at offset 0x0000",
          refusal(Bytes.utf8("hello")));
    }

    @Test
    void isNotTakenForOneBecauseALengthIsBeforeIt() {
      refusal(Bytes.join(u32(ONE.length()), ONE, u32(TWO.length()), ONE));
      refusal(Bytes.join(u32(40), Bytes.utf8("something of forty octets that is none..")));
    }
  }

  @Nested
  class AnAcpiTable {
    private final Bytes header = Bytes.join(u32(76), Bytes.zeros(28));
    private final Bytes tpm2 =
        Bytes.join(Bytes.utf8("TPM2"), header, Bytes.zeros(28), u32(0x10000), u64(0x7a5f_1000L));

    @Test
    void saysWhereTheLogLies() {
      assertEquals(
          "must be an event log, was the ACPI table TPM2, whose log has 65536 bytes at address"
              + " 0x7a5f1000 of the machine's memory at offset 0x0000",
          refusal(tpm2));
      assertEquals(
          new AcpiLogArea("TCPA", 0x8000, 0x1_0000_0000L),
          AcpiLogArea.find(
                  Bytes.join(
                      Bytes.utf8("TCPA"),
                      u32(50),
                      Bytes.zeros(30),
                      u32(0x8000),
                      u64(0x1_0000_0000L)))
              .orElseThrow());
      assertEquals(
          new AcpiLogArea("TCPA", 0x8000, 0x2000),
          AcpiLogArea.find(
                  Bytes.join(
                      Bytes.utf8("TCPA"),
                      u32(56),
                      Bytes.zeros(28),
                      Bytes.hex("01000000"),
                      u64(0x8000),
                      u64(0x2000)))
              .orElseThrow());
      assertEquals(
          new AcpiLogArea("CCEL", 0x20000, 0x7fff_0000L),
          AcpiLogArea.find(
                  Bytes.join(
                      Bytes.utf8("CCEL"),
                      u32(56),
                      Bytes.zeros(28),
                      Bytes.hex("02000000"),
                      u64(0x20000),
                      u64(0x7fff_0000L)))
              .orElseThrow());
    }

    @Test
    void isNoneOrShorterWhateverIsCutOff() {
      Changed.everyLength(tpm2).forEach(AcpiLogArea::find);
      assertEquals(java.util.Optional.empty(), AcpiLogArea.find(tpm2.slice(0, 75)));
    }
  }

  @Test
  void isALogEvenIfItIsBrokenFurtherOn() {
    assertEquals(List.of(1), counts(LogFile.read(TWO.slice(0, TWO.length() - 1))));
    assertEquals(List.of(1), counts(LogFile.read(HEADER.concat(Bytes.hex("0102")))));
  }
}
