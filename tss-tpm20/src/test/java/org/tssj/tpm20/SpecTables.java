package org.tssj.tpm20;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The specification's tables as the test resources hold them: commands, structures, unions, and the
 * types their fields have, after aliases are resolved.
 */
final class SpecTables {

  /** A handle of a command; the role is {@code -} for none. */
  record HandleRow(String name, String role) {}

  /** A named field of a type. */
  record FieldRow(String name, String type) {}

  /** A command's row. */
  record CommandRow(
      String name,
      int code,
      List<HandleRow> handles,
      List<FieldRow> parameters,
      List<FieldRow> responseHandles,
      List<FieldRow> responseParameters,
      Set<String> flags) {}

  /** What a type is on the wire. */
  sealed interface Shape {}

  /** An integer of {@code width} octets. */
  record Int(int width) implements Shape {}

  /** Octets behind a count of {@code prefix} octets. */
  record Counted(int prefix) implements Shape {}

  /** A structure behind a size of two octets. */
  record Sized(String inner) implements Shape {}

  /** Elements behind a count of four octets. */
  record Listing(String element) implements Shape {}

  /** Fields; those that only count what follows are left out. */
  record Structure(List<Member> members) implements Shape {}

  /**
   * A field of a structure.
   *
   * @param selector the field that selects the arm, for a union; else empty
   * @param counted the count's octets if it is octets behind a count; else 0
   */
  record Member(String name, String type, String selector, int counted) {}

  /** Arms by their selector's number. The type of an empty arm is {@code -}. */
  record Union(Map<Integer, String> arms) implements Shape {}

  private static final Pattern ROW_HANDLE = Pattern.compile("\\S+ (\\S+) (USER|ADMIN|DUP|-)");

  private final Map<String, CommandRow> commands = new LinkedHashMap<>();
  private final Map<String, List<String[]>> structures = new LinkedHashMap<>();
  private final Map<String, List<String[]>> unions = new LinkedHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Map<String, Integer> constants = new LinkedHashMap<>();

  SpecTables() {
    Stream.concat(rows("typedefs.tsv"), rows("interfaces.tsv"))
        .forEach(row -> aliases.put(row[0], row[1]));
    rows("v185/interfaces-v185.tsv").forEach(row -> aliases.putIfAbsent(row[0], row[1]));
    Stream.concat(rows("constants.tsv"), rows("v185/constants-v185.tsv"))
        .forEach(
            row -> {
              if (!row[4].equals("?") && !row[4].equals("-")) {
                aliases.putIfAbsent(row[0], row[4]);
              }
              if (row[2].startsWith("0x")) {
                constants.putIfAbsent(row[1], Integer.parseUnsignedInt(row[2].substring(2), 16));
              }
            });
    rows("bitfields.tsv")
        .filter(row -> !row[3].equals("?"))
        .forEach(row -> aliases.putIfAbsent(row[0], row[3]));
    // Types that the tables use and do not define.
    aliases.put("TPMA_NV_EXP", "UINT64");
    aliases.put("TPMI_RH_NV_DEFINED_INDEX", "UINT32");
    aliases.put("TPMI_RH_NV_EXP_INDEX", "UINT32");
    aliases.put("TPMI_MLKEM_PARAMETER_SET", "UINT16");
    Stream.concat(rows("structures.tsv"), rows("v185/structures-v185.tsv"))
        .forEach(
            row -> {
              List<String[]> fields = structures.computeIfAbsent(row[0], n -> new ArrayList<>());
              // 1.85 declares a structure anew: its first field begins it again.
              if (row[2].equals("0")) {
                fields.clear();
              }
              if (!row[2].equals("-")) {
                fields.add(row);
              }
            });
    Stream.concat(rows("unions.tsv"), rows("v185/unions-v185.tsv"))
        .forEach(row -> unions.computeIfAbsent(row[0], n -> new ArrayList<>()).add(row));
    Stream.concat(rows("commands.tsv"), rows("v185/commands-v185.tsv"))
        .forEach(row -> commands.put(row[0], command(row)));
  }

  /**
   * A field of an interface type: only some values are allowed.
   *
   * @param owner the command or structure
   * @param type TPMI_*, with a plus sign where null is allowed too
   */
  record InterfaceField(String owner, String field, String type) {}

  /** Fields of interface types of commands, structures and arms of unions. */
  static List<InterfaceField> interfaceFields() {
    List<InterfaceField> all = new ArrayList<>();
    Stream.concat(rows("commands.tsv"), rows("v185/commands-v185.tsv"))
        .forEach(
            row ->
                Stream.concat(parts(row[2]).stream(), parts(row[3]).stream())
                    .map(field -> field.split(" "))
                    .map(words -> new InterfaceField("TPM2_" + row[0], words[1], words[0]))
                    .forEach(all::add));
    Stream.concat(rows("structures.tsv"), rows("v185/structures-v185.tsv"))
        .map(row -> new InterfaceField(row[0], row[4], row[3] + row[7]))
        .forEach(all::add);
    return all.stream().filter(one -> one.type().startsWith("TPMI_")).distinct().toList();
  }

  private static Stream<String[]> rows(String table) {
    try (InputStream in = SpecTables.class.getResourceAsStream("/spec/" + table)) {
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

  private static CommandRow command(String[] row) {
    List<HandleRow> handles = new ArrayList<>();
    for (String handle : parts(row[2])) {
      Matcher matcher = ROW_HANDLE.matcher(handle);
      if (!matcher.matches()) {
        throw new AssertionError("no handle: " + handle);
      }
      handles.add(new HandleRow(matcher.group(1), matcher.group(2)));
    }
    return new CommandRow(
        row[0],
        Integer.parseUnsignedInt(row[1].substring(2), 16),
        handles,
        fields(row[3]),
        fields(row[4]),
        fields(row[5]),
        Set.of(row[7].split(",")));
  }

  private static List<String> parts(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("; ?"));
  }

  private static List<FieldRow> fields(String cell) {
    return parts(cell).stream()
        .map(part -> part.split(" "))
        .map(words -> new FieldRow(words[1], words[0].replace("+", "")))
        .toList();
  }

  /** Every command, by its name without {@code TPM2_}. */
  Map<String, CommandRow> commands() {
    return commands;
  }

  /** Every structure's name. */
  Set<String> structureNames() {
    return structures.keySet();
  }

  /** Every union whose arms are selected on the wire. */
  Set<String> unionNames() {
    Set<String> names = new LinkedHashSet<>();
    for (String name : unions.keySet()) {
      if (!arms(name).isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** The name behind aliases: TPMI_ALG_HASH is UINT16, TPMS_SIG_SCHEME_RSASSA a scheme hash. */
  String resolved(String type) {
    String name = type;
    for (int k = 0; k < 8; k++) {
      Optional<String> next = alias(name);
      if (next.isEmpty()) {
        return name;
      }
      name = next.get();
    }
    throw new AssertionError(type + " is an alias of itself");
  }

  private Optional<String> alias(String name) {
    if (structures.containsKey(name) || unions.containsKey(name)) {
      return Optional.empty();
    }
    if (name.matches("TPMS_(SIG|ENC|KEY|KDF)_SCHEME_.*")) {
      return Optional.of(
          name.endsWith("_ECDAA")
              ? "TPMS_SCHEME_ECDAA"
              : name.endsWith("_RSAES") ? "TPMS_EMPTY" : "TPMS_SCHEME_HASH");
    }
    if (name.matches("TPMS_SIGNATURE_RSA(SSA|PSS)")) {
      return Optional.of("TPMS_SIGNATURE_RSA");
    }
    if (name.matches("TPMS_SIGNATURE_(ECDSA|ECDAA|SM2|ECSCHNORR)")) {
      return Optional.of("TPMS_SIGNATURE_ECC");
    }
    if (name.matches("TPMI_(AES|SM4|CAMELLIA|TDES)_KEY_BITS")) {
      return Optional.of("UINT16");
    }
    return Optional.ofNullable(aliases.get(name));
  }

  /** The shape of a type, its aliases resolved. */
  Shape shape(String type) {
    String name = resolved(type);
    switch (name) {
      case "uint8_t":
        return new Int(1);
      case "uint16_t":
        return new Int(2);
      case "uint32_t", "int":
        return new Int(4);
      case "uint64_t":
        return new Int(8);
      case "int8_t":
        return new Int(1);
      case "int32_t":
        return new Int(4);
      default:
        break;
    }
    if (unions.containsKey(name)) {
      return new Union(arms(name));
    }
    List<String[]> fields = structures.get(name);
    if (fields == null) {
      throw new AssertionError("the tables do not define " + type + " (" + name + ")");
    }
    if (name.startsWith("TPM2B_")) {
      return fields.get(1)[3].equals("BYTE") ? new Counted(2) : new Sized(fields.get(1)[3]);
    }
    if (name.startsWith("TPML_")) {
      return new Listing(fields.get(1)[3]);
    }
    return new Structure(members(fields));
  }

  private List<Member> members(List<String[]> fields) {
    List<Member> members = new ArrayList<>();
    for (int k = 0; k < fields.size(); k++) {
      String[] field = fields.get(k);
      boolean counts =
          k + 1 < fields.size() && fields.get(k + 1)[5].startsWith("count=" + field[4]);
      if (counts) {
        Int count = (Int) shape(field[3]);
        String[] octets = fields.get(++k);
        members.add(new Member(octets[4], octets[3], "", count.width()));
      } else {
        String selector =
            field[5].startsWith("selector=") ? field[5].substring("selector=".length()) : "";
        members.add(new Member(field[4], field[3], selector, 0));
      }
    }
    return members;
  }

  /**
   * The arms of a union. What the reference code marshals and what 1.85 adds counts; where neither
   * has it, the classes of the older table do not tell single arms.
   */
  private Map<Integer, String> arms(String union) {
    Map<Integer, String> arms = new LinkedHashMap<>();
    for (String[] row : unions.getOrDefault(union, List.of())) {
      if (row[3].contains("(") || row[3].contains("!ALG")) {
        continue;
      }
      for (String selector : row[3].split("; ")) {
        Integer number = constants.get(selector);
        if (number == null) {
          throw new AssertionError(union + ": no constant " + selector);
        }
        String type = row[2].replace("+", "").replaceAll(" .*", "");
        // The empty arm of the older table is filled by the newer ones.
        if (!type.equals("-") || !arms.containsKey(number)) {
          arms.put(number, type);
        }
      }
    }
    return arms;
  }
}
