package org.tssj.attest.eventlog.data;

import org.tssj.core.Bytes;

/**
 * EV_IPL: a boot loader says in words what it measured.
 *
 * @param kind who says it, and of what
 * @param text the words, without what names the kind
 */
public record BootLoaderData(Kind kind, String text) implements EventData {

  /** What a boot loader measures. */
  public enum Kind {
    /** GRUB: a command of its script, before it is carried out. */
    GRUB_COMMAND,
    /** GRUB: the command line of the kernel. */
    KERNEL_COMMAND_LINE,
    /** GRUB: the arguments of a module of a multiboot kernel. */
    MODULE_COMMAND_LINE,
    /** GRUB: a file it has read; the digest is of its contents. */
    FILE,
    /** shim: one of its variables; the digest is of the variable's value. */
    SHIM_VARIABLE,
    /**
     * systemd's stub: a section of a unified kernel image, its name first and then its contents.
     */
    IMAGE_SECTION,
    /** Text in UTF-16: a command line that systemd-boot or its stub hands over. */
    WIDE_TEXT,
    /** Words that are of none of these. */
    WORDS,
    /** No words. */
    OCTETS
  }

  private static final int PCR_OF_SHIM = 14;
  private static final int PCR_OF_STUB = 11;
  private static final int PCR_OF_GRUB_FILES = 9;

  static BootLoaderData read(long pcr, Bytes data) {
    if (DataDecoder.utf16(data)) {
      String text = DataDecoder.wide(data);
      return pcr == PCR_OF_STUB && text.startsWith(".")
          ? new BootLoaderData(Kind.IMAGE_SECTION, text)
          : new BootLoaderData(Kind.WIDE_TEXT, text);
    }
    String text = firstText(data);
    if (text.isEmpty()) {
      return new BootLoaderData(Kind.OCTETS, data.toHex());
    }
    for (Prefix prefix : PREFIXES) {
      if (text.startsWith(prefix.text())) {
        return new BootLoaderData(prefix.kind(), text.substring(prefix.text().length()));
      }
    }
    if (pcr == PCR_OF_SHIM) {
      return new BootLoaderData(Kind.SHIM_VARIABLE, text);
    }
    if (pcr == PCR_OF_STUB && text.startsWith(".")) {
      return new BootLoaderData(Kind.IMAGE_SECTION, text);
    }
    if (pcr == PCR_OF_GRUB_FILES && (text.startsWith("/") || text.startsWith("("))) {
      return new BootLoaderData(Kind.FILE, text);
    }
    return new BootLoaderData(Kind.WORDS, text);
  }

  private record Prefix(String text, Kind kind) {}

  // GRUB has a colon since 2.04; Red Hat's patches before had none.
  private static final java.util.List<Prefix> PREFIXES =
      java.util.List.of(
          new Prefix("grub_cmd: ", Kind.GRUB_COMMAND),
          new Prefix("grub_cmd ", Kind.GRUB_COMMAND),
          new Prefix("kernel_cmdline: ", Kind.KERNEL_COMMAND_LINE),
          new Prefix("grub_kernel_cmdline ", Kind.KERNEL_COMMAND_LINE),
          new Prefix("module_cmdline: ", Kind.MODULE_COMMAND_LINE),
          new Prefix("grub_module_cmdline ", Kind.MODULE_COMMAND_LINE));

  /** Text up to the first NUL, if all of it is text. */
  private static String firstText(Bytes data) {
    int end = 0;
    while (end < data.length() && data.get(end) != 0) {
      end++;
    }
    return DataDecoder.printable(data.slice(0, end)) ? DataDecoder.utf8(data.slice(0, end)) : "";
  }

  @Override
  public String summary() {
    return switch (kind) {
      case GRUB_COMMAND -> "grub: " + text;
      case KERNEL_COMMAND_LINE -> "kernel command line: " + text;
      case MODULE_COMMAND_LINE -> "module command line: " + text;
      case FILE -> "file " + text;
      case SHIM_VARIABLE -> "shim's " + text;
      case IMAGE_SECTION -> "section " + text;
      case WIDE_TEXT, WORDS -> text;
      case OCTETS -> new EventData.Opaque(Bytes.hex(text)).summary();
    };
  }
}
