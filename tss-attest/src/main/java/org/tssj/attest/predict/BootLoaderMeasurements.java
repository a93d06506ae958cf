package org.tssj.attest.predict;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * How boot loaders and the kernel's EFI stub measure: each of these is one extend, to be put into a
 * prediction in the order of the boot.
 */
public final class BootLoaderMeasurements {

  /** The PCR of GRUB's commands and command lines. */
  public static final int PCR_OF_GRUB_COMMANDS = 8;

  /** The PCR of the files that GRUB reads, and of what the EFI stub measures. */
  public static final int PCR_OF_FILES = 9;

  private BootLoaderMeasurements() {}

  /**
   * PCR 8: a command of GRUB's script, as GRUB carries it out, with its variables filled in.
   *
   * @param command without the words {@code grub_cmd: } of the log
   */
  public static Measurement grubCommand(String command, Collection<Bank> banks) {
    return Measurement.ofData("grub_cmd: " + command, Bytes.utf8(command), banks);
  }

  /**
   * PCR 8: the kernel's command line as GRUB hands it over, the kernel's path first.
   *
   * @param commandLine without the words {@code kernel_cmdline: } of the log
   */
  public static Measurement grubKernelCommandLine(String commandLine, Collection<Bank> banks) {
    return Measurement.ofData("kernel_cmdline: " + commandLine, Bytes.utf8(commandLine), banks);
  }

  /** PCR 8: the arguments of a module of a multiboot kernel. */
  public static Measurement grubModuleCommandLine(String commandLine, Collection<Bank> banks) {
    return Measurement.ofData("module_cmdline: " + commandLine, Bytes.utf8(commandLine), banks);
  }

  /** PCR 9: a file that GRUB reads, the contents as they are on the disk. */
  public static Measurement grubFile(String path, Bytes contents, Collection<Bank> banks) {
    return Measurement.ofData(path, contents, banks);
  }

  /**
   * PCR 9: the load options that Linux' EFI stub gets, in UTF-16 with a NUL behind them.
   *
   * @param commandLine as the boot loader hands it over
   */
  public static Measurement stubLoadOptions(String commandLine, Collection<Bank> banks) {
    Bytes options = Bytes.wrap((commandLine + "\0").getBytes(StandardCharsets.UTF_16LE));
    return Measurement.ofData("load options", options, banks);
  }

  /**
   * PCR 9: the initrd that Linux' EFI stub loads.
   *
   * @param contents all of it: where there are several files, one behind the other
   */
  public static Measurement stubInitrd(Bytes contents, Collection<Bank> banks) {
    return Measurement.ofData("initrd", contents, banks);
  }
}
