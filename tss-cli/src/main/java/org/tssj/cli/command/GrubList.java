package org.tssj.cli.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tssj.attest.predict.BootLoaderMeasurements;
import org.tssj.attest.predict.Measurement;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** What GRUB and the kernel's EFI stub measure, by a list in words. */
final class GrubList {

  private final Function<List<String>, Map<Bank, Bytes>> contents;
  private final Collection<Bank> banks;
  private final List<Measurement> commands = new ArrayList<>();
  private final List<Measurement> files = new ArrayList<>();

  private GrubList(Function<List<String>, Map<Bank, Bytes>> contents, Collection<Bank> banks) {
    this.contents = contents;
    this.banks = banks;
  }

  /**
   * Reads a list.
   *
   * @param contents digests of files by their paths, one behind the other
   * @throws WireException naming the first line that says nothing known
   */
  static GrubList read(
      Bytes octets, Function<List<String>, Map<Bank, Bytes>> contents, Collection<Bank> banks) {
    GrubList list = new GrubList(contents, banks);
    String text = new String(octets.toArray(), StandardCharsets.UTF_8);
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank() && !line.startsWith("#") && !list.line(line)) {
        throw WireException.refused(
                "must be grub_cmd:, kernel_cmdline:, module_cmdline:, stub_cmdline:, stub_initrd:"
                    + " and words, or the path of a file",
                0,
                '"' + (line.length() > 60 ? line.substring(0, 60) + "..." : line) + '"')
            .within("line " + number);
      }
    }
    return list;
  }

  /** What goes into PCR 8. */
  List<Measurement> commands() {
    return commands;
  }

  /** What goes into PCR 9. */
  List<Measurement> files() {
    return files;
  }

  private boolean line(String line) {
    String words = line.substring(line.indexOf(": ") < 0 ? 0 : line.indexOf(": ") + 2);
    if (line.startsWith("/") || line.startsWith("(")) {
      files.add(new Measurement(line, contents.apply(List.of(path(line)))));
    } else if (line.startsWith("grub_cmd: ")) {
      commands.add(BootLoaderMeasurements.grubCommand(words, banks));
    } else if (line.startsWith("kernel_cmdline: ")) {
      commands.add(BootLoaderMeasurements.grubKernelCommandLine(words, banks));
    } else if (line.startsWith("module_cmdline: ")) {
      commands.add(BootLoaderMeasurements.grubModuleCommandLine(words, banks));
    } else if (line.startsWith("stub_cmdline: ")) {
      files.add(BootLoaderMeasurements.stubLoadOptions(words, banks));
    } else if (line.startsWith("stub_initrd: /")) {
      files.add(
          new Measurement(line, contents.apply(Arrays.asList(words.strip().split(" +", -1)))));
    } else {
      return false;
    }
    return true;
  }

  /** Without the device that GRUB read it from. */
  private static String path(String name) {
    return name.startsWith("(") ? name.substring(name.indexOf(')') + 1) : name;
  }
}
