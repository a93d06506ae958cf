package org.tssj.cli.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmServiceException;
import org.tssj.core.wire.WireException;

class TssResultTest {

  private static List<String> wordsOfTrousers() throws IOException {
    try (var in = TssResultTest.class.getResourceAsStream("trousers-0.3.15-errors.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  @Test
  void everyResultHasLayerCodeAndWordsOfTrousers() throws IOException {
    List<String> lines = wordsOfTrousers();
    assertEquals(193, lines.size());
    for (String line : lines) {
      String[] fields = line.split(" ", 4);
      TssResult result = new TssResult(Long.parseLong(fields[0], 16));
      assertEquals(
          line,
          "%04x %s %x %s".formatted(result.value(), result.layer(), result.code(), result.words()));
    }
  }

  @Test
  void aResultThatTrousersDoesNotKnowIsUnknown() {
    assertEquals("Unknown", new TssResult(0x3fff).words());
    assertEquals("Unknown", new TssResult(0x60).words());
    assertEquals("Unknown", new TssResult(0x2089).words());
  }

  @Test
  void readsAsInTheTranscripts() {
    assertEquals(
        "0x00000008 - layer=tpm, code=0008 (8), The TPM target command has been disabled",
        new TssResult(8).toString());
    assertEquals(
        "0x0000313b - layer=tsp, code=013b (315), NVRAM area already exists",
        new TssResult(0x313b).toString());
    assertEquals(
        "0x00002006 - layer=tcs, code=0006 (6), Not implemented", new TssResult(0x2006).toString());
    assertEquals(
        "0x00003011 - layer=tsp, code=0011 (17), Communication failure",
        TssResult.of(new IOException("gone")).toString());
  }

  @Test
  void everyKindOfFailureHasItsNumber() {
    assertEquals(0x2006, TssResult.of(new TpmServiceException("tcs", 0x2006, "no")).value());
    assertEquals(0x1087, TssResult.of(new TpmServiceException("tddl", 0x1087, "no")).value());
    assertEquals(0x1002, TssResult.of(new TpmServiceException("tbs", 0x80284008L, "no")).value());
    assertEquals(0x3113, TssResult.of(new TpmAuthenticityException("TPM_X", "hmac")).value());
    assertEquals(0x3010, TssResult.of(WireException.refused("rule", 0, "found")).value());
  }

  @Test
  void aDefectOfOursIsNotTakenForAFailure() {
    IllegalStateException defect = new IllegalStateException("ours");
    assertEquals(defect, assertThrows(IllegalStateException.class, () -> TssResult.of(defect)));
  }
}
