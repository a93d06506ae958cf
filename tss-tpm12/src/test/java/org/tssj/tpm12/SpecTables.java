package org.tssj.tpm12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of TPM 1.2's commands, structures and constants as the test resources hold them, and
 * the reviewed list of what we name or cut differently ({@code renames.tsv}).
 */
final class SpecTables {

  /** A field of a command or structure, in the table's or in our words: its name and its shape. */
  record FieldRow(String name, String shape) {}

  /** A command's row. An ordinal whose parameters nobody has is not {@code known}. */
  record CommandRow(
      String name,
      int ordinal,
      boolean known,
      List<FieldRow> handles,
      List<FieldRow> parameters,
      Set<Integer> authorizations,
      List<FieldRow> responseHandles,
      List<FieldRow> responseParameters) {}

  /** A row of the reviewed differences. */
  private record Rename(String where, String field, String ours, String shape) {}

  private static final Map<String, String> SHAPES =
      Map.ofEntries(
          Map.entry("BYTE", "int1"),
          Map.entry("TPM_BOOL", "int1"),
          Map.entry("TSS_BOOL", "int1"),
          Map.entry("UINT16", "int2"),
          Map.entry("UINT32", "int4"),
          Map.entry("uint32_t", "int4"),
          Map.entry("UINT64", "int8"),
          Map.entry("TPM_SIZED_BUFFER", "counted4"),
          Map.entry("TPM_STORE_BUFFER", "counted4"),
          Map.entry("TPM_STORE_PUBKEY", "counted4"),
          Map.entry("TPM_KEY", "TPM_KEY or TPM_KEY12"),
          Map.entry("TPM_STORED_DATA", "TPM_STORED_DATA or TPM_STORED_DATA12"));

  private static final Set<String> OCTETS20 =
      Set.of(
          "TPM_DIGEST",
          "TPM_NONCE",
          "TPM_AUTHDATA",
          "TPM_SECRET",
          "TPM_ENCAUTH",
          "TPM_HMAC",
          "TPM_COMPOSITE_HASH",
          "TPM_CHOSENID_HASH",
          "TPM_DIRVALUE",
          "TPM_PCRVALUE");

  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("TPM_STRUCTURE_TAG", "int2"),
          Map.entry("TPM_ENTITY_TYPE", "int2"),
          Map.entry("TPM_PROTOCOL_ID", "int2"),
          Map.entry("TPM_MIGRATE_SCHEME", "int2"),
          Map.entry("TPM_STARTUP_TYPE", "int2"),
          Map.entry("TPM_ENC_SCHEME", "int2"),
          Map.entry("TPM_SIG_SCHEME", "int2"),
          Map.entry("TPM_KEY_USAGE", "int2"),
          Map.entry("TPM_EK_TYPE", "int2"),
          Map.entry("TPM_AUTH_DATA_USAGE", "int1"),
          Map.entry("TPM_PAYLOAD_TYPE", "int1"),
          Map.entry("TPM_LOCALITY_SELECTION", "int1"),
          Map.entry("TPM_DA_STATE", "int1"),
          Map.entry("TPM_FAMILY_LABEL", "int1"),
          Map.entry("TPM_DELEGATE_LABEL", "int1"));

  private final List<CommandRow> commands = new ArrayList<>();
  private final Map<String, List<FieldRow>> structures = new LinkedHashMap<>();
  private final Map<String, Long> constants = new LinkedHashMap<>();
  private final Set<String> structureNames = new TreeSet<>();
  private final List<Rename> renames = new ArrayList<>();
  private final Set<String> unused = new TreeSet<>();

  SpecTables() {
    rows("renames.tsv")
        .forEach(
            row -> {
              if (row.length != 5 || row[4].isBlank()) {
                throw new AssertionError("five columns, the last a reason: " + List.of(row));
              }
              renames.add(new Rename(row[0], row[1], row[2], row[3]));
              unused.add(row[0] + " " + row[1]);
            });
    rows("tpm12-constants.tsv")
        .forEach(row -> constants.putIfAbsent(row[0] + " " + row[1], Long.parseLong(row[3])));
    Map<String, List<String[]>> byStructure = new LinkedHashMap<>();
    rows("tpm12-structures.tsv")
        .forEach(row -> byStructure.computeIfAbsent(row[0], n -> new ArrayList<>()).add(row));
    structureNames.addAll(byStructure.keySet());
    byStructure.forEach(
        (name, rows) -> {
          List<FieldRow> fields = new ArrayList<>();
          for (String[] row : rows) {
            fields.add(new FieldRow(row[3], shape(row[2], row[4])));
          }
          structures.put(name, renamed(name, fields));
        });
    rows("tpm12-commands.tsv").forEach(row -> commands.add(command(row)));
  }

  private static Stream<String[]> rows(String table) {
    try (InputStream in = SpecTables.class.getResourceAsStream("/org/tssj/tpm12/spec/" + table)) {
      if (in == null) {
        throw new AssertionError("there is no table " + table);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandRow command(String[] row) {
    String name = row[0].replaceFirst("^(T..)_ORD_", "$1_");
    return new CommandRow(
        name,
        Integer.parseUnsignedInt(row[1].substring(2), 16),
        !row[14].endsWith("parameters not extracted"),
        renamed(name + " handles", cells(row[2])),
        renamed(name, cells(row[3])),
        Stream.of(row[5].split(","))
            .filter(count -> !count.isEmpty())
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(TreeSet::new)),
        renamed(name + " response handles", cells(row[6])),
        renamed(name + " response", cells(row[7])));
  }

  private static List<FieldRow> cells(String cell) {
    List<FieldRow> fields = new ArrayList<>();
    for (String part : cell.split("; ")) {
      if (!part.isBlank()) {
        String[] words = part.strip().replaceFirst("\\(.*\\)$", "").strip().split(" ", 2);
        fields.add(new FieldRow(words[1], shape(words[0], "")));
      }
    }
    return fields;
  }

  private static String shape(String type, String relation) {
    if (relation.startsWith("array[")) {
      String length = relation.substring(6, relation.length() - 1);
      return "octets" + (length.startsWith("TPM_SHA1") ? "20" : length);
    }
    if (OCTETS20.contains(type)) {
      return "octets20";
    }
    if (SHAPES.containsKey(type)) {
      return SHAPES.get(type);
    }
    if (NUMBERS.containsKey(type)) {
      return NUMBERS.get(type);
    }
    // What is left are structures, by their name, and numbers of four octets.
    return type;
  }

  /** The fields as we have them: renamed, left out, cut otherwise, added. */
  private List<FieldRow> renamed(String where, List<FieldRow> fields) {
    List<FieldRow> ours = new ArrayList<>();
    added(where, "^", ours);
    for (FieldRow field : fields) {
      FieldRow mine = field;
      for (Rename rename : renames) {
        if (rename.where().equals(where) && rename.field().equals(field.name())) {
          unused.remove(where + " " + field.name());
          mine =
              new FieldRow(
                  rename.ours(), rename.shape().equals("=") ? field.shape() : rename.shape());
          break;
        }
      }
      if (!mine.name().equals("-")) {
        ours.add(mine);
      }
      added(where, field.name(), ours);
    }
    return List.copyOf(ours);
  }

  private void added(String where, String after, List<FieldRow> ours) {
    for (Rename rename : renames) {
      if (rename.where().equals(where) && rename.field().equals("+" + after)) {
        unused.remove(where + " +" + after);
        ours.add(new FieldRow(rename.ours(), rename.shape()));
      }
    }
  }

  List<CommandRow> commands() {
    return commands;
  }

  Map<String, List<FieldRow>> structures() {
    return structures;
  }

  boolean isStructure(String name) {
    return structureNames.contains(name) || name.contains(" or ");
  }

  /** The value of a constant; its family first: {@code TPM_DELEGATE TPM_DELEGATE_DAA_Sign}. */
  Map<String, Long> constants() {
    return constants;
  }

  /** A whole structure that we leave out or cut otherwise, with a reason. */
  boolean isExcused(String structure) {
    unused.remove(structure + " -");
    return renames.stream()
        .anyMatch(row -> row.where().equals(structure) && row.field().equals("-"));
  }

  /** Differences that the tables do not have: they excuse what is not there. */
  Set<String> unusedRenames() {
    return unused;
  }
}
