package org.tssj.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.wire.Field;
import org.tssj.core.wire.Layout;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.Commands;
import org.tssj.tpm12.structure.Structures;
import org.tssj.tpm12.structure.delegation.KeyPermission;
import org.tssj.tpm12.structure.delegation.OwnerPermission;

/**
 * Every ordinal and structure of the tables against our records: number, which handles stand
 * outside the HMAC digest, the parameters inside it in order, how many authorisations there may be,
 * and what stands on the wire.
 *
 * <p>What differs by intent stands in {@code spec/renames.tsv}, each row with its reason.
 */
class CompletenessTest {

  private static final SpecTables TABLES = new SpecTables();

  /** Ordinals of which the specification of TPM 1.2 says the number and nothing else. */
  private static final Set<String> WITHOUT_PARAMETERS =
      Set.of("TPM_GetAuditEvent", "TPM_GetAuditEventSigned");

  @Test
  void theTablesHave123Ordinals() {
    assertEquals(123, TABLES.commands().size());
  }

  @Test
  void onlyOrdinalsThatNobodyHasParametersOfAreMissing() {
    Set<String> missing = new TreeSet<>();
    for (SpecTables.CommandRow row : TABLES.commands()) {
      if (Commands.byOrdinal(row.ordinal()).isEmpty()) {
        missing.add(row.name());
      }
    }
    assertEquals(new TreeSet<>(WITHOUT_PARAMETERS), missing);
    // The tables have no ordinals of the connection (TSC_ORD_...); there are two.
    assertEquals(TABLES.commands().size() - missing.size() + 2, Commands.names().size());
  }

  @TestFactory
  Stream<DynamicTest> everyCommandIsAsTheTableHasIt() {
    return TABLES.commands().stream()
        .filter(row -> !WITHOUT_PARAMETERS.contains(row.name()))
        .map(row -> dynamicTest(row.name(), () -> compare(row)));
  }

  private static void compare(SpecTables.CommandRow row) {
    CommandSpec<?, ?> spec = Commands.byOrdinal(row.ordinal()).orElseThrow();
    assertEquals(plain(row.name()), plain(spec.name()), "its name");
    if (!row.known()) {
      return;
    }
    compareFields(
        spec.name() + ": handles", row.handles(), front(spec.request(), spec.handleCount()));
    compareFields(
        spec.name() + ": parameters", row.parameters(), back(spec.request(), spec.handleCount()));
    compareFields(
        spec.name() + ": response handles",
        row.responseHandles(),
        front(spec.response(), spec.responseHandleCount()));
    compareFields(
        spec.name() + ": response",
        row.responseParameters(),
        back(spec.response(), spec.responseHandleCount()));
    assertEquals(
        row.authorizations(),
        IntStream.rangeClosed(spec.requiredRoles(), spec.roles().size())
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new)),
        () -> spec.name() + ": how many authorisations it goes with");
  }

  private static List<Layout.Part> front(Struct<?> struct, int handles) {
    return parts(struct.fields().subList(0, handles));
  }

  private static List<Layout.Part> back(Struct<?> struct, int handles) {
    return parts(struct.fields().subList(handles, struct.fields().size()));
  }

  private static List<Layout.Part> parts(List<? extends Field<?, ?>> fields) {
    List<Layout.Part> parts = new ArrayList<>();
    fields.forEach(field -> parts.addAll(field.parts()));
    return parts;
  }

  private static void compareFields(
      String where, List<SpecTables.FieldRow> expected, List<Layout.Part> found) {
    List<String> names = new ArrayList<>();
    for (int k = 0; k < found.size(); k++) {
      String shape = shape(found.get(k).layout());
      // A number of four octets has many types in the table; a structure has its own name.
      boolean number =
          k < expected.size()
              && shape.equals("int4")
              && !TABLES.isStructure(expected.get(k).shape());
      names.add(found.get(k).name() + " " + (number ? expected.get(k).shape() : shape));
    }
    assertEquals(
        String.join("\n", expected.stream().map(row -> row.name() + " " + row.shape()).toList()),
        String.join("\n", names),
        where);
  }

  private static String shape(Layout layout) {
    if (layout instanceof Layout.Int integer) {
      return "int" + integer.width();
    } else if (layout instanceof Layout.Octets octets) {
      return "octets" + octets.length();
    } else if (layout instanceof Layout.Counted counted) {
      return "counted" + counted.prefix();
    } else if (layout instanceof Layout.Constant constant) {
      int length = constant.value().length();
      return length == 2 ? "int2" : length == 1 ? "int1" : "octets" + length;
    } else if (layout instanceof Layout.Sized sized) {
      return "sized" + sized.prefix() + "(" + shape(sized.inner()) + ")";
    } else if (layout instanceof Layout.Tail tail) {
      return "tail(" + shape(tail.element()) + ")";
    } else if (layout instanceof Layout.Listing listing) {
      return "list" + listing.prefix() + "(" + shape(listing.element()) + ")";
    } else if (layout instanceof Layout.Rest) {
      return "rest";
    } else {
      return layout.name();
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  @TestFactory
  Stream<DynamicTest> everyStructureIsAsTheTableHasIt() {
    return TABLES.structures().entrySet().stream()
        .filter(entry -> !TABLES.isExcused(entry.getKey()))
        .map(entry -> dynamicTest(entry.getKey(), () -> compare(entry.getKey(), entry.getValue())));
  }

  private static void compare(String name, List<SpecTables.FieldRow> fields) {
    Layout layout =
        Structures.named(name).orElseThrow(() -> new AssertionError(name + " is missing")).layout();
    assertTrue(layout instanceof Layout.Structure, () -> name + " is " + layout.name());
    compareFields(name, fields, ((Layout.Structure) layout).parts());
  }

  @Test
  void everyPermissionHasItsBit() {
    for (OwnerPermission permission : OwnerPermission.values()) {
      assertEquals(
          TABLES
              .constants()
              .get("TPM_DELEGATE " + permission.command().replace("TPM_", "TPM_DELEGATE_")),
          permission.bit(),
          permission.command());
    }
    for (KeyPermission permission : KeyPermission.values()) {
      assertEquals(
          TABLES
              .constants()
              .get("TPM_KEY_DELEGATE " + permission.command().replace("TPM_", "TPM_KEY_DELEGATE_")),
          permission.bit(),
          permission.command());
    }
    assertEquals(32, OwnerPermission.values().length);
    assertEquals(29, KeyPermission.values().length);
  }

  @Test
  void noReasonExcusesWhatTheTablesDoNotHave() {
    TABLES.structures().keySet().forEach(TABLES::isExcused);
    assertEquals(Set.of(), TABLES.unusedRenames());
  }
}
