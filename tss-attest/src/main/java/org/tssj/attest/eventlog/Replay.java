package org.tssj.attest.eventlog;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.predict.PcrStory;
import org.tssj.attest.predict.StartValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * What the PCRs hold if a log tells the truth: its digests extended in order, each bank for itself,
 * from the start values that the log implies.
 *
 * <ul>
 *   <li>EV_NO_ACTION is never extended.
 *   <li>PCR 0 starts with the locality of a StartupLocality event in its last octet, or with 4 if a
 *       hardware root of trust (EV_EFI_HCRTM_EVENT) was there before TPM2_Startup.
 *   <li>PCRs 17 to 22 start at zeros if the log has events of theirs, since only a dynamic launch
 *       makes such events; else they are not in the replay.
 *   <li>An event without a digest of a bank leaves that bank as it is.
 * </ul>
 */
public final class Replay {

  private static final Bytes STARTUP_LOCALITY = Bytes.utf8("StartupLocality\0");
  private static final int LAST_PCR = 8 * 255 - 1;

  private final EventLog log;
  private final boolean registers;
  private final StartValue ofPcr0;
  private final Set<Bank> banks;
  private final PcrValues values;

  private Replay(EventLog log, boolean registers) {
    this.log = log;
    this.registers = registers;
    this.ofPcr0 = registers ? new StartValue.Zeros() : startOfPcr0(log);
    this.banks = log.banks();
    this.values = replay();
  }

  /** Replays a log of PCRs. */
  public static Replay of(EventLog log) {
    return new Replay(log, false);
  }

  /**
   * Replays a log of measurement registers that are no PCRs: a CCEL log of Intel TDX, where number
   * 0 is MRTD and 1 to 4 are RTMR0 to RTMR3. All start at zeros.
   */
  public static Replay ofRegisters(EventLog log) {
    return new Replay(log, true);
  }

  /** The values at the end, of the PCRs that the log has events of. */
  public PcrValues values() {
    return values;
  }

  /**
   * The locality that the log's StartupLocality event gives; empty if it has none. The start of PCR
   * 0 depends on it, and on a hardware root of trust: {@link #start} knows both.
   */
  public OptionalInt startupLocality() {
    for (Event event : log.events()) {
      OptionalInt locality = localityOf(event);
      if (event.pcrIndex() == 0 && locality.isPresent()) {
        return locality;
      }
    }
    return OptionalInt.empty();
  }

  /** Where a PCR starts, by what the log says. */
  public StartValue start(int pcr) {
    return pcr == 0 ? ofPcr0 : new StartValue.Zeros();
  }

  /** How a PCR gets its value in one bank, event by event. */
  public PcrStory story(int pcr, Bank bank) {
    StartValue start = start(pcr);
    List<PcrStory.Step> steps = new ArrayList<>();
    Bytes value = start.in(bank);
    for (Event event : log.events()) {
      if (event.pcrIndex() == pcr && event.isExtended()) {
        Optional<Bytes> digest = event.digest(bank);
        if (digest.isPresent()) {
          value = Hashes.extend(bank, value, digest.get());
          steps.add(
              new PcrStory.Step(
                  "event " + event.number() + " " + event.type(), digest.get(), value));
        }
      }
    }
    return new PcrStory(pcr, bank, start.rule(), start.in(bank), steps);
  }

  /** The PCRs that the log has extended events of. */
  public Set<Integer> pcrs() {
    Set<Integer> pcrs = new TreeSet<>();
    values.banks().forEach(bank -> pcrs.addAll(values.bank(bank).keySet()));
    return pcrs;
  }

  private PcrValues replay() {
    Map<Bank, Map<Integer, Bytes>> running = new LinkedHashMap<>();
    Map<Bank, MessageDigest> digests = new LinkedHashMap<>();
    for (Event event : log.events()) {
      if (event.isExtended() && event.pcrIndex() <= LAST_PCR) {
        int pcr = (int) event.pcrIndex();
        for (Bank bank : banks) {
          Optional<Bytes> digest = event.digest(bank);
          if (digest.isPresent()) {
            Map<Integer, Bytes> values = running.computeIfAbsent(bank, ignored -> new TreeMap<>());
            Bytes value = values.get(pcr);
            MessageDigest hash = digests.computeIfAbsent(bank, Hashes::digest);
            (value == null ? start(pcr).in(bank) : value).update(hash);
            digest.get().update(hash);
            values.put(pcr, Bytes.wrap(hash.digest()));
          }
        }
      }
    }
    return PcrValues.of(running);
  }

  private static StartValue startOfPcr0(EventLog log) {
    for (Event event : log.events()) {
      if (event.pcrIndex() == 0) {
        if (event.type().equals(EventType.EFI_HCRTM_EVENT)) {
          return new StartValue.StartupLocality(4);
        }
        Optional<StartValue> locality = startOf(localityOf(event));
        if (locality.isPresent()) {
          return locality.get();
        }
      }
    }
    return new StartValue.Zeros();
  }

  private static Optional<StartValue> startOf(OptionalInt locality) {
    return locality.isPresent() && (locality.getAsInt() == 3 || locality.getAsInt() == 4)
        ? Optional.of(new StartValue.StartupLocality(locality.getAsInt()))
        : Optional.empty();
  }

  /** What a StartupLocality event says; empty for any other event. */
  private static OptionalInt localityOf(Event event) {
    Bytes data = event.data();
    int at = STARTUP_LOCALITY.length();
    return event.type().equals(EventType.NO_ACTION)
            && data.length() > at
            && data.slice(0, at).equals(STARTUP_LOCALITY)
        ? OptionalInt.of(data.get(at))
        : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return (registers ? "registers " : "") + values;
  }
}
