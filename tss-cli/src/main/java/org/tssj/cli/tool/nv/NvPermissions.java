package org.tssj.cli.tool.nv;

import java.util.List;
import java.util.StringJoiner;
import org.tssj.cli.tool.Output;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.tpm12.structure.nv.NvAttributes;

/** TPM_NV_ATTRIBUTES as {@code tpm_nvdefine -p} takes them and {@code tpm_nvinfo} shows them. */
final class NvPermissions {

  private static final String STARTUP = "until TPM_STARTUP(ST_CLEAR)";
  private static final String NO_MORE = "to the same index prevents further ";

  /**
   * A permission with its description, which has reading and writing confused in four places as the
   * tool of before has.
   */
  private record Named(String name, NvAttributes attribute, String description) {}

  private static final List<Named> ALL =
      List.of(
          new Named("AUTHREAD", NvAttributes.AUTHREAD, "reading requires NVRAM area authorization"),
          new Named(
              "AUTHWRITE", NvAttributes.AUTHWRITE, "writing requires NVRAM area authorization"),
          new Named("OWNERREAD", NvAttributes.OWNERREAD, "writing requires owner authorization"),
          new Named("OWNERWRITE", NvAttributes.OWNERWRITE, "reading requires owner authorization"),
          new Named("PPREAD", NvAttributes.PPREAD, "writing requires physical presence"),
          new Named("PPWRITE", NvAttributes.PPWRITE, "reading requires physical presence"),
          new Named(
              "GLOBALLOCK",
              NvAttributes.GLOBALLOCK,
              "write to index 0 locks the NVRAM area " + STARTUP),
          new Named(
              "READ_STCLEAR",
              NvAttributes.READ_STCLEAR,
              "a read with size 0 " + NO_MORE + "reading until ST_STARTUP(ST_CLEAR)"),
          new Named(
              "WRITE_STCLEAR",
              NvAttributes.WRITE_STCLEAR,
              "a write with size 0 " + NO_MORE + "writing until ST_STARTUP(ST_CLEAR)"),
          new Named(
              "WRITEDEFINE",
              NvAttributes.WRITEDEFINE,
              "a write with size 0 to the same index locks the NVRAM area permanently"),
          new Named(
              "WRITEALL",
              NvAttributes.WRITEALL,
              "the value must be written in a single operation"));

  private NvPermissions() {}

  /** The list of all, each line behind this indent. */
  static String list(String indent) {
    StringBuilder text = new StringBuilder(indent + "The following strings are available:\n");
    ALL.forEach(
        each ->
            text.append(indent).append(String.format("%15s : %s\n", each.name, each.description)));
    return text.toString();
  }

  /**
   * Reads names and numbers with {@code |} between them.
   *
   * @throws ToolFailure if one is neither, after having said so
   */
  static NvAttributes read(String text, Output output) {
    NvAttributes attributes = NvAttributes.NONE;
    String rest = text.stripLeading();
    while (!rest.isEmpty()) {
      int bar = rest.indexOf('|');
      String first = bar < 0 ? rest : rest.substring(0, bar);
      attributes = attributes.with(one(first, rest, output));
      rest = bar < 0 ? "" : rest.substring(bar + 1).stripLeading();
    }
    return attributes;
  }

  private static NvAttributes one(String text, String rest, Output output) {
    for (Named each : ALL) {
      if (each.name.equals(text)) {
        return each.attribute;
      }
    }
    try {
      if (text.startsWith("0x")) {
        return new NvAttributes(Integer.parseUnsignedInt(text.substring(2), 16));
      }
      if (text.matches("[0-9]+")) {
        return new NvAttributes(Integer.parseUnsignedInt(text));
      }
    } catch (NumberFormatException notOne) {
      // Too large, or no digits: unknown as any other word.
    }
    output.complain("Unknown element in NVRAM permission: " + rest + ".\n");
    throw new ToolFailure(Tool.FAILED);
  }

  /** The names of the bits, the highest first; a number for those without a name. */
  static String names(NvAttributes attributes) {
    StringJoiner names = new StringJoiner("|");
    NvAttributes rest = attributes;
    for (int bit = Integer.SIZE - 1; bit >= 0; bit--) {
      NvAttributes mask = new NvAttributes(1 << bit);
      for (Named each : ALL) {
        if (each.attribute.equals(mask) && attributes.has(mask)) {
          names.add(each.name);
          rest = rest.without(mask);
        }
      }
    }
    if (!rest.equals(NvAttributes.NONE) && names.length() > 0) {
      names.add("0x" + Integer.toHexString(rest.bits()));
    }
    return names.toString();
  }
}
