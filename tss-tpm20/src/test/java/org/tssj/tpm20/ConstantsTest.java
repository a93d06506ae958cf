package org.tssj.tpm20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.wire.WireNumber;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.MldsaParameterSet;
import org.tssj.tpm20.structure.algorithm.MlkemParameterSet;
import org.tssj.tpm20.structure.capability.AcTag;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.PcrPropertyTag;
import org.tssj.tpm20.structure.capability.PlatformSpecific;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.capability.PubKey;
import org.tssj.tpm20.structure.constant.ClockAdjust;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.constant.SessionType;
import org.tssj.tpm20.structure.constant.StartupType;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.handle.HandleType;
import org.tssj.tpm20.structure.nv.NvType;

/** Every number of the specification's tables has its name here, and no other value. */
class ConstantsTest {

  private record Row(String family, String name, int value) {}

  private static final Map<String, Function<String, Optional<? extends WireNumber>>> SETS =
      Map.ofEntries(
          Map.entry("TPM_ALG_ID", AlgorithmId::named),
          Map.entry("TPM_ECC_CURVE", EccCurve::named),
          Map.entry("TPM_CC", CommandCode::named),
          Map.entry("TPM_RC", ResponseCode::named),
          Map.entry("TPM_CLOCK_ADJUST", ClockAdjust::named),
          Map.entry("TPM_EO", Eo::named),
          Map.entry("TPM_ST", StructureTag::named),
          Map.entry("TPM_SU", StartupType::named),
          Map.entry("TPM_SE", SessionType::named),
          Map.entry("TPM_CAP", Capability::named),
          Map.entry("TPM_PT", PropertyTag::named),
          Map.entry("TPM_PT_PCR", PcrPropertyTag::named),
          Map.entry("TPM_PS", PlatformSpecific::named),
          Map.entry("TPM_HT", HandleType::named),
          Map.entry("TPM_NT", NvType::named),
          Map.entry("TPM_AT", AcTag::named),
          Map.entry("TPM_PUB_KEY", PubKey::named),
          Map.entry("TPM_MLKEM_PARMS", MlkemParameterSet::named),
          Map.entry("TPM_MLDSA_PARMS", MldsaParameterSet::named));

  /** Bounds of ranges and parts that values are made of: not values. */
  private static final Set<String> NO_VALUES =
      Set.of(
          "CC_VEND",
          "RC_VER1",
          "RC_MAX_FM0",
          "RC_FMT1",
          "RC_WARN",
          "TPM_RC_VER1",
          "TPM_RC_MAX_FM0",
          "TPM_RC_FMT1",
          "TPM_RC_WARN",
          "TPM_RC_H",
          "TPM_RC_P",
          "TPM_RC_S",
          "TPM_RC_N_MASK",
          "PT_GROUP",
          "PT_FIXED",
          "PT_VAR",
          "TPM_PT_GROUP",
          "TPM_PT_FIXED",
          "TPM_PT_VAR",
          "reserved");

  private static boolean isValue(String name) {
    return !NO_VALUES.contains(name)
        && !name.endsWith("_FIRST")
        && !name.endsWith("_LAST")
        && !name.matches("TPM_RC_[1-9A-F]");
  }

  private static Stream<Row> rows(String table) throws IOException {
    try (var in = ConstantsTest.class.getResourceAsStream("/spec/" + table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> line.split("\t"))
              .filter(cell -> SETS.containsKey(cell[0]) && isValue(cell[1]))
              .map(
                  cell ->
                      new Row(cell[0], cell[1], Integer.parseUnsignedInt(cell[2].substring(2), 16)))
              .toList()
              .stream();
    }
  }

  @TestFactory
  Stream<DynamicTest> areThoseOfTheSpecification() throws IOException {
    Map<String, List<Row>> families = new LinkedHashMap<>();
    Stream.concat(rows("constants.tsv"), rows("v185/constants-v185.tsv"))
        .forEach(
            row ->
                families
                    .computeIfAbsent(row.family(), family -> new java.util.ArrayList<>())
                    .add(row));
    assertEquals(SETS.keySet(), families.keySet());
    return families.entrySet().stream()
        .map(
            family ->
                DynamicTest.dynamicTest(
                    family.getKey() + ", " + family.getValue().size() + " of them",
                    () -> family.getValue().forEach(ConstantsTest::isNamed)));
  }

  private static void isNamed(Row row) {
    Optional<? extends WireNumber> found = SETS.get(row.family()).apply(row.name());
    assertTrue(found.isPresent(), () -> row.name() + " is missing");
    assertEquals(row.value(), found.get().value(), row.name());
  }
}
