package org.tssj.attest.eventlog.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.eventlog.data.BootLoaderData;
import org.tssj.attest.eventlog.data.EventData;
import org.tssj.attest.eventlog.data.ImageLoad;
import org.tssj.attest.eventlog.data.WindowsData;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * What a log says was started, and with which words: applications in their order, the boot loader's
 * commands, the kernel's command line. It counts for as much as PCRs 4, 8, 9, 11 and 12 do.
 *
 * @param applications the images that were started, in order
 * @param loaders what is known to have taken part, in order
 * @param kernelCommandLines with what kernels were started, as far as the digest is of the words
 * @param commands of GRUB's script, in order, as far as the digest is of the words
 * @param files that GRUB has read, with the digests of their contents
 */
public record BootChain(
    List<Application> applications,
    List<Loader> loaders,
    List<String> kernelCommandLines,
    List<String> commands,
    List<MeasuredFile> files) {

  public BootChain {
    applications = List.copyOf(applications);
    loaders = List.copyOf(loaders);
    kernelCommandLines = List.copyOf(kernelCommandLines);
    commands = List.copyOf(commands);
    files = List.copyOf(files);
  }

  /** What takes part in a boot. */
  public enum Loader {
    /** shim: judges the loader behind it by its own lists. */
    SHIM,
    /** GRUB. */
    GRUB,
    /** systemd-boot, or systemd's stub around a kernel. */
    SYSTEMD,
    /** Windows' boot manager. */
    WINDOWS
  }

  /**
   * An image that was started.
   *
   * @param event its number in the log
   * @param path where it came from, as the firmware writes it; empty if it lay in memory
   * @param digests of the image as Authenticode hashes it
   */
  public record Application(int event, String path, List<Event.Digest> digests) {
    public Application {
      digests = List.copyOf(digests);
    }
  }

  /**
   * A file that GRUB has read.
   *
   * @param event its number in the log
   * @param path as GRUB writes it
   * @param digests of the contents
   */
  public record MeasuredFile(int event, String path, List<Event.Digest> digests) {
    public MeasuredFile {
      digests = List.copyOf(digests);
    }

    /** The digest of this bank, if there is one. */
    public Optional<Bytes> digest(Bank bank) {
      return digests.stream()
          .filter(digest -> digest.algorithm() == bank.algorithm())
          .map(Event.Digest::value)
          .findFirst();
    }
  }

  private static final int PCR_OF_APPLICATIONS = 4;
  private static final int PCR_OF_COMMAND_LINE = 12;

  /** Reads it out of the events, as the log has them. */
  public static BootChain of(EventLog log) {
    return of(log, event -> log.banks());
  }

  /**
   * Reads it out of those events that values prove: what no bank was extended with is passed over.
   *
   * @param comparison of this log with what a TPM has quoted
   */
  public static BootChain proven(EventLog log, PcrComparison comparison) {
    return of(log, comparison::proving);
  }

  private static BootChain of(EventLog log, Function<Event, Set<Bank>> banks) {
    Reader reader = new Reader(log, banks);
    log.events().forEach(reader::event);
    return reader.chain();
  }

  private static final class Reader {

    private final EventLog log;
    private final Function<Event, Set<Bank>> banks;
    private final List<Application> applications = new ArrayList<>();
    private final List<Loader> loaders = new ArrayList<>();
    private final List<String> kernelCommandLines = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final List<MeasuredFile> files = new ArrayList<>();

    Reader(EventLog log, Function<Event, Set<Bank>> banks) {
      this.log = log;
      this.banks = banks;
    }

    void event(Event event) {
      if (banks.apply(event).isEmpty()) {
        return;
      }
      EventType type = event.type();
      if (type.equals(EventType.EFI_BOOT_SERVICES_APPLICATION)
          && event.pcrIndex() == PCR_OF_APPLICATIONS) {
        if (EventData.of(log, event) instanceof ImageLoad image) {
          applications.add(
              new Application(event.number(), image.path().toString(), event.digests()));
        }
      } else if (type.equals(EventType.IPL)) {
        if (EventData.of(log, event) instanceof BootLoaderData words) {
          words(event, words);
        }
      } else if (type.equals(EventType.EVENT_TAG)
          && EventData.of(log, event) instanceof WindowsData) {
        takesPart(Loader.WINDOWS);
      }
    }

    private void words(Event event, BootLoaderData words) {
      switch (words.kind()) {
        case GRUB_COMMAND -> {
          takesPart(Loader.GRUB);
          ifMeasured(event, words, commands);
        }
        case KERNEL_COMMAND_LINE -> {
          takesPart(Loader.GRUB);
          ifMeasured(event, words, kernelCommandLines);
        }
        case MODULE_COMMAND_LINE -> takesPart(Loader.GRUB);
        case FILE -> {
          takesPart(Loader.GRUB);
          files.add(new MeasuredFile(event.number(), words.text(), event.digests()));
        }
        case SHIM_VARIABLE -> takesPart(Loader.SHIM);
        case IMAGE_SECTION -> takesPart(Loader.SYSTEMD);
        case WIDE_TEXT -> {
          takesPart(Loader.SYSTEMD);
          if (event.pcrIndex() == PCR_OF_COMMAND_LINE) {
            ifMeasured(event, words, kernelCommandLines);
          }
        }
        case WORDS, OCTETS -> {
          // Somebody else's words, of which nothing follows.
        }
      }
    }

    private void ifMeasured(Event event, BootLoaderData words, List<String> into) {
      for (Bank bank : banks.apply(event)) {
        if (DigestCheck.of(event, words, bank).outcome() == DigestCheck.Outcome.MISMATCH) {
          return;
        }
      }
      into.add(words.text());
    }

    private void takesPart(Loader loader) {
      if (!loaders.contains(loader)) {
        loaders.add(loader);
      }
    }

    BootChain chain() {
      return new BootChain(applications, loaders, kernelCommandLines, commands, files);
    }
  }
}
