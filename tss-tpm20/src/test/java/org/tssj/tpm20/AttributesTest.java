package org.tssj.tpm20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.wire.WireBits;
import org.tssj.tpm20.structure.algorithm.AlgorithmAttributes;
import org.tssj.tpm20.structure.algorithm.MlParameterSets;
import org.tssj.tpm20.structure.auth.SessionAttributes;
import org.tssj.tpm20.structure.capability.ActAttributes;
import org.tssj.tpm20.structure.capability.MemoryAttributes;
import org.tssj.tpm20.structure.capability.ModesAttributes;
import org.tssj.tpm20.structure.capability.PermanentAttributes;
import org.tssj.tpm20.structure.capability.StartupClearAttributes;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.X509KeyUsage;

/** Every bit of the specification's tables has its name here, and reserved bits have none. */
class AttributesTest {

  private record Row(String attribute, String field, int bit) {}

  private static final Map<String, IntFunction<? extends WireBits>> SETS =
      Map.ofEntries(
          Map.entry("TPMA_ALGORITHM", AlgorithmAttributes::new),
          Map.entry("TPMA_OBJECT", ObjectAttributes::new),
          Map.entry("TPMA_SESSION", SessionAttributes::new),
          Map.entry("TPMA_X509_KEY_USAGE", X509KeyUsage::new),
          Map.entry("TPMA_ML_PARAMETER_SET", MlParameterSets::new),
          Map.entry("TPMA_PERMANENT", PermanentAttributes::new),
          Map.entry("TPMA_STARTUP_CLEAR", StartupClearAttributes::new),
          Map.entry("TPMA_MEMORY", MemoryAttributes::new),
          Map.entry("TPMA_MODES", ModesAttributes::new),
          Map.entry("TPMA_ACT", ActAttributes::new),
          Map.entry("TPMA_NV", NvAttributes::new));

  /** A bit that has another name, or none, in 1.85. */
  private static final Set<Row> SUPERSEDED =
      Set.of(
          new Row("TPMA_OBJECT", "fixedFirmware", 3), // reserved again
          new Row("TPMA_OBJECT", "sign", 18)); // the reference code's name of sign / encrypt

  @TestFactory
  Stream<DynamicTest> everyBitHasItsName() {
    List<Row> rows =
        Stream.of("/spec/bitfields.tsv", "/spec/v185/bitfields-v185.tsv")
            .flatMap(AttributesTest::rows)
            .filter(row -> SETS.containsKey(row.attribute()) && !SUPERSEDED.contains(row))
            .toList();
    assertEquals(SETS.keySet(), Set.copyOf(rows.stream().map(Row::attribute).toList()));
    return rows.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.attribute() + " bit " + row.bit() + " is " + row.field(),
                    () ->
                        assertEquals(
                            row.field().replace(" ", "").replace("TPMA_NV_", ""),
                            SETS.get(row.attribute()).apply(1 << row.bit()).toString())));
  }

  @TestFactory
  Stream<DynamicTest> noOtherBitHasAName() {
    return SETS.entrySet().stream()
        .map(
            set ->
                DynamicTest.dynamicTest(
                    set.getKey(),
                    () -> {
                      int named =
                          Stream.of("/spec/bitfields.tsv", "/spec/v185/bitfields-v185.tsv")
                              .flatMap(AttributesTest::rows)
                              .filter(row -> row.attribute().equals(set.getKey()))
                              .filter(row -> !SUPERSEDED.contains(row))
                              .mapToInt(row -> 1 << row.bit())
                              .reduce(0, (a, b) -> a | b);
                      // firmwareLimited and svnLimited stand in later rows than their "Reserved".
                      for (int bit = 0; bit < 32; bit++) {
                        if ((named >>> bit & 1) == 0) {
                          String printed = set.getValue().apply(1 << bit).toString();
                          assertTrue(
                              printed.startsWith("0x") || printed.startsWith("TPM_NT_"),
                              "bit " + bit + " is " + printed);
                        }
                      }
                    }));
  }

  private static Stream<Row> rows(String resource) {
    try (InputStream in = AttributesTest.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("there is no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(columns -> !columns[1].equals("Reserved") && columns[2].matches("\\d+"))
          .map(columns -> new Row(columns[0], columns[1], Integer.parseInt(columns[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
