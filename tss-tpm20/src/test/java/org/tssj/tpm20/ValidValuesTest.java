package org.tssj.tpm20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.testing.Wire.assertWire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Layout;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.command.Commands;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.structure.Structures;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.handle.HandleInterface;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * Interface types (TPMI_*): which fields are checked, against the specification's tables; and what
 * checking means: refused where a caller is wrong, let through where a TPM may be newer.
 */
class ValidValuesTest {

  /** Interface types that are not checked by their values, each with what is done instead. */
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("TPMI_YES_NO", "a boolean"),
          Map.entry("TPMI_ECC_CURVE", "the TPM says which curves it has"),
          Map.entry("TPMI_RSA_KEY_BITS", "the TPM says which sizes it has"),
          Map.entry("TPMI_MLKEM_PARMS", "the TPM says which sets it has"),
          Map.entry("TPMI_MLDSA_PARMS", "the TPM says which sets it has"),
          Map.entry("TPMI_ST_ATTEST", "derived from the arm of the union"),
          Map.entry("TPMI_ALG_ASYM_SCHEME", "the arms of the union are the allowed ones"),
          Map.entry("TPMI_ALG_RSA_SCHEME", "the arms of the union are the allowed ones"),
          Map.entry("TPMI_ALG_RSA_DECRYPT", "the arms of the union are the allowed ones"),
          Map.entry("TPMI_ALG_ECC_SCHEME", "the arms of the union are the allowed ones"),
          Map.entry("TPMI_ALG_SIG_SCHEME", "the arms of the union are the allowed ones"),
          Map.entry("TPMI_ALG_KEYEDHASH_SCHEME", "the arms of the union are the allowed ones"),
          Map.entry("TPMI_ALG_SYM", "the arms of the union are the allowed ones"),
          Map.entry("TPMI_ALG_SYM_OBJECT", "the arms of the union are the allowed ones"));

  /** Selectors, whose union has the allowed values as its arms, and no more. */
  private static final Set<String> SELECTORS =
      Set.of(
          "TPMT_HA.hashAlg",
          "TPMT_KDF_SCHEME.scheme",
          "TPMT_PUBLIC.type",
          "TPMT_PUBLIC_PARMS.type");

  private static final Map<String, List<Layout.Part>> LAYOUTS = new HashMap<>();

  @BeforeAll
  static void findLayouts() {
    for (String name : Commands.names()) {
      LAYOUTS.put(name, parts(Commands.named(name).orElseThrow().request()));
    }
    for (String name : Commands.names()) {
      walk(Commands.named(name).orElseThrow().request().layout());
      walk(Commands.named(name).orElseThrow().response().layout());
    }
    for (String name : Structures.names()) {
      walk(Structures.named(name).orElseThrow().layout());
    }
  }

  private static List<Layout.Part> parts(Struct<?> struct) {
    return struct.fields().stream().flatMap(field -> field.parts().stream()).toList();
  }

  private static void walk(Layout layout) {
    if (layout instanceof Layout.Structure structure) {
      if (LAYOUTS.putIfAbsent(structure.name(), structure.parts()) == null
          || structure.name().startsWith("TPMU_")) {
        structure.parts().forEach(part -> walk(part.layout()));
      }
    } else if (layout instanceof Layout.Choice choice) {
      choice.arms().values().forEach(ValidValuesTest::walk);
    } else if (layout instanceof Layout.Sized sized) {
      walk(sized.inner());
    } else if (layout instanceof Layout.Listing list) {
      walk(list.element());
    } else if (layout instanceof Layout.Tail tail) {
      walk(tail.element());
    }
  }

  /** A part, and what may stand in it where it is a choice. */
  private static Stream<Layout.Part> withArms(Layout.Part part) {
    return part.layout() instanceof Layout.Choice choice
        ? Stream.concat(
            Stream.of(part),
            choice.arms().values().stream()
                .filter(Layout.Structure.class::isInstance)
                .flatMap(arm -> ((Layout.Structure) arm).parts().stream()))
        : Stream.of(part);
  }

  @Test
  void everyFieldOfAnInterfaceTypeIsCheckedOrSaysWhyNot() {
    List<String> unchecked = new ArrayList<>();
    int checked = 0;
    for (SpecTables.InterfaceField field : SpecTables.interfaceFields()) {
      String where = field.owner() + "." + field.field();
      if (OTHERWISE.containsKey(field.type().replace("+", "")) || SELECTORS.contains(where)) {
        continue;
      }
      String found =
          LAYOUTS.getOrDefault(field.owner(), List.of()).stream()
              .flatMap(ValidValuesTest::withArms)
              .filter(part -> part.name().equals(field.field()))
              .map(part -> part.layout().name())
              .findFirst()
              .orElse("nothing");
      if (found.equals(field.type())) {
        checked++;
      } else {
        unchecked.add(where + " is " + found + ", not " + field.type());
      }
    }
    assertEquals(List.of(), unchecked);
    assertEquals(194, checked);
  }

  private static String refusal(Codec<Handle> type, int handle) {
    return assertThrows(
            IllegalArgumentException.class, () -> type.encode(Handle.of(handle)))
        .getMessage();
  }

  @Test
  void aHandleOfAnotherKindIsRefusedAndTheRuleSaid() {
    assertEquals(
        "has to be TPM_RH_OWNER or TPM_RH_PLATFORM (TPMI_RH_PROVISION), was TPM_RH_LOCKOUT",
        refusal(HandleInterface.RH_PROVISION, 0x4000_000a));
    assertEquals(
        "has to be a loaded (0x80...) or persistent (0x81...) object (TPMI_DH_OBJECT), was"
            + " 0x01500000",
        refusal(HandleInterface.DH_OBJECT, 0x0150_0000));
    assertEquals(
        "has to be a PCR or TPM_RH_NULL (TPMI_DH_PCR+), was 0x80000000",
        refusal(HandleInterface.DH_PCR.or(Handle.NULL), 0x8000_0000));
  }

  @Test
  void aCommandSaysWhichOfItsHandles() {
    EvictControl wrong =
        new EvictControl(Handle.LOCKOUT, Handle.of(0x8000_0000), Handle.of(0x8100_0000));
    assertEquals(
        "TPM2_EvictControl.auth: has to be TPM_RH_OWNER or TPM_RH_PLATFORM (TPMI_RH_PROVISION), was"
            + " TPM_RH_LOCKOUT",
        assertThrows(
                IllegalArgumentException.class,
                () -> EvictControl.SPEC.writeHandles(wrong, new WireWriter()))
            .getMessage());
  }

  @Test
  void aParameterOfAnotherKindIsRefusedToo() {
    FlushContext persistent = new FlushContext(Handle.of(0x8100_0001));
    assertEquals(
        "TPM2_FlushContext.flushHandle: has to be a session or a loaded object (TPMI_DH_CONTEXT),"
            + " was 0x81000001",
        assertThrows(
                IllegalArgumentException.class,
                () -> FlushContext.SPEC.writeParameters(persistent, new WireWriter()))
            .getMessage());
  }

  @Test
  void hierarchiesThatTheTablesDoNotHaveYetAreAllowed() {
    // TPM_RH_FW_OWNER of version 1.83.
    assertWire(Handle.of(0x4000_0140), "40000140", HandleInterface.RH_HIERARCHY);
    assertWire(Handle.of(0x4000_0140), "40000140", HandleInterface.DH_PARENT);
    assertThrows(
        IllegalArgumentException.class,
        () -> HandleInterface.RH_CLEAR.encode(Handle.of(0x4000_0140)));
  }

  @Test
  void anAlgorithmOfAnotherKindIsRefusedAndOneWithoutANameIsNot() {
    assertEquals(
        "has to be a hash (TPMI_ALG_HASH), was TPM_ALG_RSA",
        assertThrows(
                IllegalArgumentException.class,
                () -> AlgorithmInterface.HASH.encode(AlgorithmId.RSA))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> AlgorithmInterface.HASH.encode(AlgorithmId.NULL));
    assertWire(AlgorithmId.NULL, "0010", AlgorithmInterface.HASH.or(AlgorithmId.NULL));
    assertWire(new AlgorithmId(0x7123), "7123", AlgorithmInterface.HASH);
  }

  @Test
  void whatATpmAnswersIsReadAsItComes() {
    // A PCR bank of a hash that is none here: a TPM may know better.
    PcrSelection read = PcrSelection.CODEC.decode(Bytes.hex("0001 03 010000"));
    assertEquals(AlgorithmId.RSA, read.hash());
    assertEquals(
        "hash: has to be a hash (TPMI_ALG_HASH), was TPM_ALG_RSA",
        assertThrows(IllegalArgumentException.class, () -> PcrSelection.CODEC.encode(read))
            .getMessage());
    // A command in a recording is printed, however wrong.
    assertEquals(
        Handle.LOCKOUT,
        EvictControl.SPEC.request().decode(Bytes.hex("4000000a 80000000 81000000")).auth());
  }
}
