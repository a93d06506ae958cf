package org.tssj.attest.eventlog.whatif;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.eventlog.data.BootLoaderData;
import org.tssj.attest.eventlog.data.EventData;
import org.tssj.attest.eventlog.data.TaggedData;
import org.tssj.attest.predict.BootLoaderMeasurements;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.predict.PcrStory;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * A recorded boot with changes: what the PCRs will hold after the next one.
 *
 * @param log of a boot that the next one repeats
 * @param replaced what is measured instead, by the number of the event
 * @param left numbers of events that will not be there
 * @param added what is measured after everything in the log, by PCR
 */
public record LogForecast(
    EventLog log,
    Map<Integer, Measurement> replaced,
    Set<Integer> left,
    Map<Integer, List<Measurement>> added) {

  public LogForecast {
    replaced = Collections.unmodifiableMap(new TreeMap<>(replaced));
    left = Collections.unmodifiableSet(new TreeSet<>(left));
    Map<Integer, List<Measurement>> copy = new TreeMap<>();
    added.forEach((pcr, measurements) -> copy.put(pcr, List.copyOf(measurements)));
    added = Collections.unmodifiableMap(copy);
  }

  /** The same boot again. */
  public static LogForecast of(EventLog log) {
    return new LogForecast(log, Map.of(), Set.of(), Map.of());
  }

  /**
   * With something else in the place of an event.
   *
   * @throws IllegalArgumentException if there is no such event, or it is never extended
   */
  public LogForecast replacing(int event, Measurement by) {
    check(event);
    Map<Integer, Measurement> more = new LinkedHashMap<>(replaced);
    more.put(event, by);
    return new LogForecast(log, more, left, added);
  }

  /**
   * Without an event.
   *
   * @throws IllegalArgumentException if there is no such event, or it is never extended
   */
  public LogForecast without(int event) {
    check(event);
    Set<Integer> more = new TreeSet<>(left);
    more.add(event);
    return new LogForecast(log, replaced, more, added);
  }

  /** With something that is measured behind the log: a root file system's image from an initrd. */
  public LogForecast then(int pcr, Measurement measurement) {
    Map<Integer, List<Measurement>> more = new LinkedHashMap<>(added);
    List<Measurement> ofPcr = new ArrayList<>(more.getOrDefault(pcr, List.of()));
    ofPcr.add(measurement);
    more.put(pcr, ofPcr);
    return new LogForecast(log, replaced, left, more);
  }

  /**
   * With another command line, wherever GRUB or the kernel's EFI stub have measured the kernel's.
   *
   * @param commandLine of GRUB with the kernel's path first
   * @throws IllegalArgumentException if neither has measured one
   */
  public LogForecast withKernelCommandLine(String commandLine) {
    LogForecast changed = this;
    for (Event event : log.events()) {
      EventData data = EventData.of(log, event);
      if (data instanceof BootLoaderData words
          && words.kind() == BootLoaderData.Kind.KERNEL_COMMAND_LINE) {
        changed =
            changed.replacing(
                event.number(),
                BootLoaderMeasurements.grubKernelCommandLine(commandLine, banks(event)));
      } else if (data instanceof TaggedData tagged
          && tagged.id() == TaggedData.LINUX_LOAD_OPTIONS) {
        changed =
            changed.replacing(
                event.number(), BootLoaderMeasurements.stubLoadOptions(commandLine, banks(event)));
      }
    }
    return changed.orRefuse(this, "a kernel's command line");
  }

  /**
   * With other contents of a file that GRUB reads.
   *
   * @param path as the log has it, with or without the device in parentheses before it
   * @param contents digests of the new contents
   * @throws IllegalArgumentException if GRUB has not read it
   */
  public LogForecast withFile(String path, Map<Bank, Bytes> contents) {
    return replacingAll(
        event ->
            EventData.of(log, event) instanceof BootLoaderData words
                && words.kind() == BootLoaderData.Kind.FILE
                && (words.text().equals(path)
                    || words.text().replaceFirst("^\\(.*?\\)", "").equals(path)),
        new Measurement(path, contents),
        "the file " + path);
  }

  /**
   * With another initrd, where the kernel's EFI stub has measured it.
   *
   * @param contents digests of all of it
   * @throws IllegalArgumentException if it has measured none
   */
  public LogForecast withInitrd(Map<Bank, Bytes> contents) {
    return replacingAll(
        event ->
            EventData.of(log, event) instanceof TaggedData tagged
                && tagged.id() == TaggedData.LINUX_INITRD,
        new Measurement("initrd", contents),
        "an initrd");
  }

  /**
   * With another image of an application that the firmware has started.
   *
   * @param which from 0 on, in the order of the log
   * @param image digests as Authenticode makes them
   * @throws IllegalArgumentException if it has started fewer
   */
  public LogForecast withApplication(int which, Map<Bank, Bytes> image) {
    int seen = 0;
    for (Event event : log.events()) {
      if (event.type().equals(EventType.EFI_BOOT_SERVICES_APPLICATION) && seen++ == which) {
        return replacing(event.number(), new Measurement("application " + which, image));
      }
    }
    throw new IllegalArgumentException(
        "the log has " + seen + " applications, none with the number " + which);
  }

  private LogForecast replacingAll(Predicate<Event> which, Measurement by, String what) {
    LogForecast changed = this;
    for (Event event : log.events()) {
      if (event.isExtended() && which.test(event)) {
        changed = changed.replacing(event.number(), by);
      }
    }
    return changed.orRefuse(this, what);
  }

  private LogForecast orRefuse(LogForecast before, String what) {
    if (replaced.equals(before.replaced)) {
      throw new IllegalArgumentException("the log has no event of " + what);
    }
    return this;
  }

  private void check(int event) {
    if (event < 0 || event >= log.events().size()) {
      throw new IllegalArgumentException(
          "the log has events 0 to " + (log.events().size() - 1) + ", not " + event);
    }
    if (!log.events().get(event).isExtended()) {
      throw new IllegalArgumentException(
          log.events().get(event).title() + " is never extended: nothing can be in its place");
    }
  }

  private List<Bank> banks(Event event) {
    return log.banks().stream().filter(bank -> event.digest(bank).isPresent()).toList();
  }

  /**
   * How a PCR will get its value in one bank.
   *
   * @throws IllegalArgumentException if something that is measured instead has no digest of the
   *     bank
   */
  public PcrStory story(int pcr, Bank bank) {
    List<Measurement> measurements = new ArrayList<>();
    for (Event event : log.events()) {
      if (event.pcrIndex() != pcr || !event.isExtended() || left.contains(event.number())) {
        continue;
      }
      Measurement instead = replaced.get(event.number());
      if (instead != null) {
        // Who measures into one bank alone measures something else into that one too.
        if (instead.digests().containsKey(bank) || event.digest(bank).isPresent()) {
          measurements.add(instead);
        }
      } else {
        event
            .digest(bank)
            .ifPresent(
                digest ->
                    measurements.add(
                        Measurement.ofDigest(
                            "event " + event.number() + " " + event.type(), bank, digest)));
      }
    }
    measurements.addAll(added.getOrDefault(pcr, List.of()));
    return new PcrPrediction(pcr, Replay.of(log).start(pcr), measurements).story(bank);
  }

  /** The banks of the log in which everything that is measured instead has a digest. */
  public Set<Bank> banks() {
    Set<Bank> banks = new LinkedHashSet<>(log.banks());
    replaced.forEach(
        (number, by) ->
            banks.removeIf(
                bank ->
                    !by.digests().containsKey(bank)
                        && log.events().get(number).digest(bank).isPresent()));
    added.values().stream()
        .flatMap(List::stream)
        .forEach(more -> banks.removeIf(bank -> !more.digests().containsKey(bank)));
    return banks;
  }

  /** The PCRs that something is different in. */
  public Set<Integer> changed() {
    Set<Integer> changed = new TreeSet<>(added.keySet());
    for (int event : replaced.keySet()) {
      changed.add((int) log.events().get(event).pcrIndex());
    }
    for (int event : left) {
      changed.add((int) log.events().get(event).pcrIndex());
    }
    return changed;
  }

  /**
   * What the PCRs of the log will hold, and those that something is added to.
   *
   * @throws IllegalArgumentException if something that is measured instead has no digest of a bank
   */
  public PcrValues values() {
    return values(log.banks());
  }

  /**
   * The same in some banks.
   *
   * @throws IllegalArgumentException if something that is measured instead has no digest of one
   */
  public PcrValues values(Set<Bank> banks) {
    Map<Bank, Map<Integer, Bytes>> values = new LinkedHashMap<>();
    PcrValues replayed = Replay.of(log).values();
    for (Bank bank : banks) {
      Map<Integer, Bytes> ofBank = new TreeMap<>(replayed.bank(bank));
      changed().forEach(pcr -> ofBank.put(pcr, story(pcr, bank).value()));
      if (!ofBank.isEmpty()) {
        values.put(bank, ofBank);
      }
    }
    return PcrValues.of(values);
  }
}
