package org.tssj.tpm12.rc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.TpmResponseException;
import org.tssj.tpm12.Golden;

/** The names of the specification's table, and that each says something to a person. */
class ResultCodeTest {

  /** Marks, not results. */
  private static final Set<String> BASES = Set.of("TPM_BASE", "TPM_NON_FATAL", "TPM_VENDOR_ERROR");

  private static Map<String, Long> table() throws IOException {
    Map<String, Long> codes = new LinkedHashMap<>();
    try (InputStream in = Golden.class.getResourceAsStream("spec/tpm12-constants.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        List<String> cells = List.of(line.split("\t", -1));
        // Where two sources have a code under two names, those of TSS headers begin with TPM_E_.
        if (cells.get(0).equals("TPM_RESULT")
            && !cells.get(1).startsWith("TPM_E_")
            && !BASES.contains(cells.get(1))) {
          codes.put(cells.get(1), Long.decode(cells.get(2)));
        }
      }
    }
    return codes;
  }

  @Test
  void everyCodeOfTheTableHasItsName() throws IOException {
    Map<String, Long> table = table();
    assertTrue(table.size() > 95, table.size() + " codes");
    table.forEach(
        (name, code) -> {
          assertEquals(code, ResultCode.named(name).map(ResultCode::code).orElse(-1L), name);
          assertEquals(name, ResultCode.of(code).name());
        });
  }

  @Test
  void everyCodeOfTheTableSaysSomethingOfItsOwn() throws IOException {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (long code : table().values()) {
      ResultCode result = ResultCode.of(code);
      assertFalse(result.meaning().isBlank(), result.name());
      assertFalse(result.meaning().endsWith("."), result.name());
      assertFalse(result.advice().endsWith("."), result.name());
      String same = meanings.putIfAbsent(result.meaning(), result.name());
      assertTrue(
          same == null || same.equals(result.name()), result.name() + " says the same as " + same);
    }
  }

  /** What users of trousers met and asked about: each is told the next step. */
  @ParameterizedTest
  @CsvSource({
    "0x06, next power-on",
    "0x07, takes effect at once",
    "0x08, OwnerReadInternalPub",
    "0x0b, SetOwnerInstall",
    "0x12, Take ownership",
    "0x14, Clear the TPM",
    "0x1c, Power-cycle",
    "0x1e, TPM 2.0",
    "0x22, Open a new one",
    "0x23, CreateEndorsementKeyPair",
    "0x26, TPM_Startup",
    "0x2d, PhysicalPresence",
    "0x803, ResetLockValue",
  })
  void whatUsersMeetIsExplainedWithTheNextStep(String code, String step) {
    TpmResponseException refusal =
        ResultCode.of(Long.decode(code)).refusalOf("TPM_Something", List.of(), List.of(), "");
    assertTrue(refusal.getMessage().replaceAll("\\s+", " ").contains(step), refusal.getMessage());
  }

  @Test
  void aCodeOfTheVendorOrOfNobodyKeepsItsNumber() {
    assertEquals("0x400", ResultCode.of(0x400).name());
    assertTrue(ResultCode.of(0x400).isVendorSpecific());
    assertFalse(ResultCode.of(0x3ff).isVendorSpecific());
    assertFalse(ResultCode.of(0x3ff).meaning().isEmpty());
  }
}
