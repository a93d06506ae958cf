package org.tssj.tpm20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.Bank;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Field;
import org.tssj.core.wire.Layout;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.HandleField;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * Every command and structure of the specification's tables against our records: code, handles and
 * their roles, the fields' names in order, what stands on the wire, and what a session may encrypt.
 *
 * <p>What differs by intent stands in {@code spec/renames.tsv}, each row with its reason.
 */
class CompletenessTest {

  /** A row of the reviewed differences; {@code -} stands for the whole structure. */
  private record Rename(String structure, String field, String component) {}

  private static final int HANDLE_WIDTH = 4;

  private static final SpecTables TABLES = new SpecTables();
  private static final List<Rename> RENAMES = new ArrayList<>();
  private static final Map<String, CommandSpec<?, ?>> COMMANDS = new LinkedHashMap<>();
  private static final Map<CommandSpec<?, ?>, Class<?>> RECORDS = new LinkedHashMap<>();
  private static final Map<String, Codec<?>> STRUCTURES = new LinkedHashMap<>();
  private static final Map<Codec<?>, Class<?>> HOLDERS = new LinkedHashMap<>();

  /** What has been compared so far; filled by {@link #compareAll}. */
  private static final Set<String> SEEN = new TreeSet<>();

  private static final Map<String, Set<Integer>> SEEN_ARMS = new LinkedHashMap<>();

  @BeforeAll
  static void findDeclarations() throws Exception {
    try (InputStream in = CompletenessTest.class.getResourceAsStream("/spec/renames.tsv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(
              row -> {
                assertEquals(5, row.length, () -> "five columns: " + String.join("|", row));
                assertTrue(!row[4].isBlank(), () -> "a reason for " + row[0]);
                RENAMES.add(new Rename(row[0], row[1], row[3]));
              });
    }
    for (Class<?> type : classes()) {
      for (java.lang.reflect.Field constant : type.getDeclaredFields()) {
        if (!Modifier.isStatic(constant.getModifiers())) {
          continue;
        }
        constant.setAccessible(true);
        Object value = constant.get(null);
        if (value instanceof CommandSpec<?, ?> spec) {
          COMMANDS.put(spec.name().substring("TPM2_".length()), spec);
          RECORDS.put(spec, type);
        } else if (value instanceof Codec<?> codec) {
          STRUCTURES.putIfAbsent(codec.layout().name(), codec);
          HOLDERS.put(codec, type);
        }
      }
    }
  }

  private static List<Class<?>> classes()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path root =
        Path.of(CommandSpec.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        String name = root.relativize(file).toString().replace('/', '.');
        if (name.startsWith("org.tssj.tpm20.")
            && name.endsWith(".class")
            && !name.endsWith("-info.class")) {
          classes.add(Class.forName(name.substring(0, name.length() - ".class".length())));
        }
      }
    }
    return classes;
  }

  private static boolean isExcused(String structure, String field) {
    return RENAMES.stream()
        .anyMatch(row -> row.structure().equals(structure) && row.field().equals(field));
  }

  @Test
  void theTablesHave136Commands() {
    assertEquals(136, TABLES.commands().size());
  }

  @TestFactory
  Stream<DynamicTest> everyCommandIsHere() {
    return TABLES.commands().values().stream()
        .map(row -> dynamicTest("TPM2_" + row.name(), () -> compare(row)));
  }

  @Test
  void noCommandIsHereThatTheTablesDoNotHave() {
    Set<String> more = new TreeSet<>(COMMANDS.keySet());
    more.removeAll(TABLES.commands().keySet());
    // The one command of vendors that the specification itself describes.
    assertEquals(Set.of("Vendor_TCG_Test"), more);
  }

  @TestFactory
  Stream<DynamicTest> everyComponentHasItsFieldsName() {
    List<DynamicTest> tests = new ArrayList<>();
    RECORDS.forEach(
        (spec, type) ->
            tests.add(
                dynamicTest(
                    spec.name(),
                    () -> {
                      compareComponents(type, spec.request(), spec.name());
                      for (Class<?> nested : type.getDeclaredClasses()) {
                        if (nested.getSimpleName().equals("Response")) {
                          compareComponents(nested, spec.response(), spec.response().name());
                        }
                      }
                    })));
    HOLDERS.forEach(
        (codec, type) -> {
          if (codec instanceof Struct<?> struct
              && type.isRecord()
              // A list says in our words what it lists.
              && !struct.name().startsWith("TPML_")
              && !type.getSimpleName().equals("Response")) {
            tests.add(
                dynamicTest(
                    struct.name() + " in " + type.getSimpleName(),
                    () -> compareComponents(type, struct, struct.name())));
          }
        });
    return tests.stream();
  }

  private static void compareComponents(Class<?> type, Struct<?> struct, String name) {
    List<String> fields =
        struct.fields().stream().map(field -> component(name, field.name())).toList();
    List<String> components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .map(CompletenessTest::plain)
            .toList();
    assertEquals(fields, components, () -> type + " for " + name);
  }

  private static String component(String structure, String field) {
    return plain(
        RENAMES.stream()
            .filter(row -> row.structure().equals(structure) && row.field().equals(field))
            .filter(row -> !row.component().equals("-"))
            .map(Rename::component)
            .findFirst()
            .orElse(field));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  private static void compare(SpecTables.CommandRow row) {
    CommandSpec<?, ?> spec = COMMANDS.get(row.name());
    assertTrue(spec != null, () -> "TPM2_" + row.name() + " is missing");
    assertEquals(String.format("%08x", row.code()), String.format("%08x", spec.code()), "its code");
    assertEquals(
        row.handles().stream().map(handle -> handle.name() + " " + handle.role()).toList(),
        spec.handles().stream()
            .map(handle -> handle.name() + " " + handle.role().map(Enum::name).orElse("-"))
            .toList(),
        "handles and roles");
    compareFields(
        spec.name(),
        row.parameters(),
        spec.request().fields().subList(spec.handles().size(), spec.request().fields().size()));
    assertEquals(
        row.responseHandles().stream().map(SpecTables.FieldRow::name).toList(),
        spec.response().fields().stream()
            .filter(HandleField.class::isInstance)
            .map(Field::name)
            .toList(),
        "response handles");
    compareFields(
        spec.response().name(),
        row.responseParameters(),
        spec.response()
            .fields()
            .subList(spec.responseHandleCount(), spec.response().fields().size()));
    assertEquals(
        row.flags().contains("DECRYPT_2"),
        spec.firstParameterCanBeEncrypted(),
        "whether the first parameter can be encrypted");
    assertEquals(
        row.flags().contains("ENCRYPT_2"),
        spec.firstResponseParameterCanBeEncrypted(),
        "whether the first response parameter can be encrypted");
    assertEquals(
        !row.flags().contains("NO_SESSIONS"), spec.sessionsAllowed(), "whether it takes sessions");
  }

  private static void compareFields(
      String owner, List<SpecTables.FieldRow> rows, List<? extends Field<?, ?>> fields) {
    List<Layout.Part> parts = new ArrayList<>();
    fields.forEach(field -> parts.addAll(field.parts()));
    assertEquals(
        rows.stream().map(SpecTables.FieldRow::name).toList(),
        parts.stream().map(Layout.Part::name).toList(),
        () -> "the fields of " + owner);
    for (int k = 0; k < rows.size(); k++) {
      String at = owner + "." + rows.get(k).name();
      if (parts.get(k).layout() instanceof Layout.Counted counted
          && TABLES.shape(rows.get(k).type()) instanceof SpecTables.Sized
          && isExcused(owner, rows.get(k).name())) {
        assertEquals(2, counted.prefix(), at);
        SEEN.add(rows.get(k).type());
        continue;
      }
      compare(at, rows.get(k).type(), parts.get(k).layout());
    }
  }

  private static void compare(String at, String type, Layout ours) {
    String name = TABLES.resolved(type);
    SEEN.add(type);
    SEEN.add(name);
    SpecTables.Shape shape = TABLES.shape(type);
    // A record whose only field is the whole of the type stands for it.
    if (ours instanceof Layout.Structure only
        && only.parts().size() == 1
        && !(shape instanceof SpecTables.Structure structure && structure.members().size() == 1)) {
      compare(at, type, only.parts().get(0).layout());
      return;
    }
    if (shape instanceof SpecTables.Int integer) {
      int width =
          ours instanceof Layout.Constant constant
              ? constant.value().length()
              : ours instanceof Layout.Int ourInt ? ourInt.width() : -1;
      assertEquals(integer.width(), width, () -> at + ": " + type + " is " + ours.name());
    } else if (shape instanceof SpecTables.Counted counted) {
      compareCounted(at, type, counted, ours);
    } else if (shape instanceof SpecTables.Sized sized) {
      assertTrue(
          ours instanceof Layout.Sized ourSized && ourSized.prefix() == 2,
          () -> at + ": " + type + " is " + ours.name());
      compare(at, sized.inner(), ((Layout.Sized) ours).inner());
    } else if (shape instanceof SpecTables.Listing listing) {
      assertTrue(
          ours instanceof Layout.Listing ourListing && ourListing.prefix() == 4,
          () -> at + ": " + type + " is " + ours.name());
      compare(at + "[]", listing.element(), ((Layout.Listing) ours).element());
    } else if (shape instanceof SpecTables.Union union) {
      compareUnion(at, name, union, ours);
    } else if (shape instanceof SpecTables.Structure structure) {
      compareStructure(at, name, structure, ours);
    }
  }

  private static void compareCounted(
      String at, String type, SpecTables.Counted counted, Layout ours) {
    boolean same = ours instanceof Layout.Counted our && our.prefix() == counted.prefix();
    // The specification declares it octets, and says elsewhere which structure they are.
    boolean closer = ours instanceof Layout.Sized our && our.prefix() == counted.prefix();
    assertTrue(
        same || closer && isExcused(TABLES.resolved(type), "-"),
        () -> at + ": " + type + " is " + ours.name());
  }

  private static void compareStructure(
      String at, String name, SpecTables.Structure structure, Layout ours) {
    if (structure.members().isEmpty()) {
      boolean empty =
          ours instanceof Layout.Nothing
              || ours instanceof Layout.Structure none && none.parts().isEmpty();
      assertTrue(empty, () -> at + ": nothing stands there, not " + ours.name());
      return;
    }
    assertTrue(ours instanceof Layout.Structure, () -> at + ": " + name + " is " + ours.name());
    List<Layout.Part> parts = ((Layout.Structure) ours).parts();
    List<SpecTables.Member> members = structure.members();
    int end = parts.size() - 1;
    if (end < members.size()
        && members.get(end).selector().isEmpty()
        && parts.get(end).layout() instanceof Layout.Choice choice) {
      // The fields behind a tag that only some numbers are allowed for: the same for each.
      for (Layout arm : choice.arms().values()) {
        List<Layout.Part> flat = new ArrayList<>(parts.subList(0, end));
        flat.addAll(((Layout.Structure) arm).parts());
        compareStructure(at, name, structure, new Layout.Structure(name, flat));
      }
      return;
    }
    // Two unions with one selector may be one union of pairs.
    int last = members.size() - 1;
    if (parts.size() == last
        && !members.get(last).selector().isEmpty()
        && isExcused(name, members.get(last).name())) {
      comparePairs(at, members.get(last - 1), members.get(last), parts.get(last - 1));
      members = members.subList(0, last - 1);
      parts = parts.subList(0, last - 1);
    }
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (int k = 0; k < members.size(); k++) {
      SpecTables.Member member = members.get(k);
      expected.add(member.name());
      if (k < parts.size()) {
        String ourName = parts.get(k).name();
        // A structure that is a selector and its union has no name for the union.
        boolean unnamed = !member.selector().isEmpty() && ourName.equals(member.type());
        found.add(unnamed ? member.name() : ourName);
      }
    }
    for (int k = members.size(); k < parts.size(); k++) {
      found.add(parts.get(k).name());
    }
    assertEquals(expected, found, () -> at + ": the fields of " + name);
    for (int k = 0; k < members.size(); k++) {
      SpecTables.Member member = members.get(k);
      String where = at + "." + member.name();
      Layout layout = parts.get(k).layout();
      if (layout instanceof Layout.Rest && isExcused(name, member.name())) {
        continue;
      }
      if (member.counted() > 0) {
        compareCounted(where, member.type(), new SpecTables.Counted(member.counted()), layout);
      } else {
        compare(where, member.type(), layout);
      }
    }
  }

  private static void compareUnion(String at, String name, SpecTables.Union union, Layout ours) {
    if (!(ours instanceof Layout.Choice choice)) {
      // All arms look alike on the wire, so that the selector makes no difference.
      union.arms().forEach((selector, arm) -> compare(at, arm, ours));
      SEEN_ARMS.computeIfAbsent(name, n -> new TreeSet<>()).addAll(union.arms().keySet());
      return;
    }
    choice
        .arms()
        .forEach(
            (selector, arm) -> {
              String where = at + ":" + String.format("%04x", selector);
              if (name.equals("TPMU_HA")) {
                compareDigest(where, selector, arm);
              } else {
                assertTrue(
                    union.arms().containsKey(selector), () -> where + " is no arm of " + name);
                compareArm(where, union.arms().get(selector), arm);
              }
            });
    SEEN_ARMS.computeIfAbsent(name, n -> new TreeSet<>()).addAll(choice.arms().keySet());
  }

  private static void compareArm(String at, String type, Layout arm) {
    if (type.equals("-")) {
      compareStructure(at, "nothing", new SpecTables.Structure(List.of()), arm);
    } else {
      compare(at, type, arm);
    }
  }

  private static void compareDigest(String at, int selector, Layout arm) {
    int length = selector == AlgorithmId.NULL.value() ? 0 : Bank.of(selector).orElseThrow().size();
    assertTrue(
        arm instanceof Layout.Structure only
            && only.parts().get(0).layout().equals(new Layout.Octets(length)),
        () -> at + ": " + length + " octets, not " + arm);
  }

  private static void comparePairs(
      String at, SpecTables.Member first, SpecTables.Member second, Layout.Part ours) {
    Map<Integer, String> firsts = ((SpecTables.Union) TABLES.shape(first.type())).arms();
    Map<Integer, String> seconds = ((SpecTables.Union) TABLES.shape(second.type())).arms();
    SEEN.add(first.type());
    SEEN.add(second.type());
    assertTrue(ours.layout() instanceof Layout.Choice, () -> at + ": " + ours.name());
    ((Layout.Choice) ours.layout())
        .arms()
        .forEach(
            (selector, arm) -> {
              String where = at + ":" + String.format("%04x", selector);
              List<SpecTables.Member> both = new ArrayList<>();
              for (SpecTables.Member member : List.of(first, second)) {
                String type = (member == first ? firsts : seconds).get(selector);
                assertTrue(type != null, () -> where + " is no arm of " + member.type());
                if (!type.equals("-")) {
                  both.add(new SpecTables.Member(member.name(), type, "", 0));
                }
              }
              compareStructure(where, "an arm", new SpecTables.Structure(both), arm);
            });
    for (SpecTables.Member member : List.of(first, second)) {
      SEEN_ARMS
          .computeIfAbsent(member.type(), n -> new TreeSet<>())
          .addAll(((Layout.Choice) ours.layout()).arms().keySet());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyStructureIsOfItsFields() {
    return TABLES.structureNames().stream()
        .filter(STRUCTURES::containsKey)
        .map(name -> dynamicTest(name, () -> compare(name, name, STRUCTURES.get(name).layout())));
  }

  @Test
  void everyStructureIsHere() {
    compareAll();
    Set<String> missing = new LinkedHashSet<>(TABLES.structureNames());
    missing.removeAll(SEEN);
    missing.removeIf(name -> isExcused(name, "-"));
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyArmOfEveryUnionIsHere() {
    compareAll();
    for (String union : TABLES.unionNames()) {
      if (isExcused(union, "-")) {
        continue;
      }
      Set<Integer> missing =
          new TreeSet<>(((SpecTables.Union) TABLES.shape(union)).arms().keySet());
      missing.removeAll(SEEN_ARMS.getOrDefault(union, Set.of()));
      assertEquals(Set.of(), missing, () -> "arms of " + union);
    }
  }

  /** Compares whatever is here; what does not fit is another test's failure. */
  private static void compareAll() {
    for (SpecTables.CommandRow row : TABLES.commands().values()) {
      try {
        compare(row);
      } catch (AssertionError reportedElsewhere) {
        continue;
      }
    }
    for (String name : TABLES.structureNames()) {
      try {
        if (STRUCTURES.containsKey(name)) {
          compare(name, name, STRUCTURES.get(name).layout());
        }
      } catch (AssertionError reportedElsewhere) {
        continue;
      }
    }
  }

  /** The name of a handle's type tells nothing here: all are four octets. */
  @Test
  void aHandleIsFourOctets() {
    for (CommandSpec<?, ?> spec : COMMANDS.values()) {
      spec.handles()
          .forEach(
              handle ->
                  assertEquals(
                      HANDLE_WIDTH, ((Layout.Int) handle.parts().get(0).layout()).width()));
    }
  }
}
