package org.tssj.attest.eventlog.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.eventlog.data.EventData;
import org.tssj.attest.eventlog.data.SignatureList;
import org.tssj.attest.eventlog.data.UefiVariable;
import org.tssj.core.Bank;

/**
 * What a log says of UEFI Secure Boot. It counts for as much as PCR 7 does: look at it when the log
 * replays to the value of PCR 7 that a TPM has quoted.
 *
 * @param state on, off, or not to be told
 * @param databases the keys and lists that images were judged by: PK, KEK, db, dbx and others
 * @param authorities the entries that started images were judged by, in order
 * @param debugMode whether the firmware says that a debugger is allowed
 * @param doubts why it cannot be told; empty unless it is unknown
 */
public record SecureBootState(
    State state,
    Map<String, List<SignatureList>> databases,
    List<UefiVariable> authorities,
    boolean debugMode,
    List<String> doubts) {

  private static final int PCR = 7;

  public SecureBootState {
    databases = Map.copyOf(databases);
    authorities = List.copyOf(authorities);
    doubts = List.copyOf(doubts);
  }

  /** The answers. */
  public enum State {
    /** Images were judged before they were started. */
    ON,
    /** They were not. */
    OFF,
    /** The log does not say, or not in a way that can be believed. */
    UNKNOWN
  }

  /** Reads it out of the events of PCR 7, as the log has them. */
  public static SecureBootState of(EventLog log) {
    return of(log, event -> log.banks());
  }

  /**
   * Reads it out of those events of PCR 7 that values prove: what a bank was not extended with is
   * passed over. Without a proven event it is unknown.
   *
   * @param comparison of this log with what a TPM has quoted
   */
  public static SecureBootState proven(EventLog log, PcrComparison comparison) {
    boolean proven =
        comparison.results().stream()
            .anyMatch(result -> result.pcr() == PCR && result.state() == PcrComparison.State.MATCH);
    return proven
        ? of(log, comparison::proving)
        : new SecureBootState(
            State.UNKNOWN,
            Map.of(),
            List.of(),
            false,
            List.of("no quoted value of PCR 7 proves what the log says of secure boot"));
  }

  private static SecureBootState of(EventLog log, Function<Event, Set<Bank>> banks) {
    Reader reader = new Reader(log, banks);
    log.events().forEach(reader::event);
    return reader.state();
  }

  private static final class Reader {

    private final EventLog log;
    private final Function<Event, Set<Bank>> banks;
    private final SeparatorDigests known = new SeparatorDigests();
    private final Map<String, List<SignatureList>> databases = new LinkedHashMap<>();
    private final List<UefiVariable> authorities = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private int separators;
    private int switches;
    private boolean on;
    private boolean debugMode;

    Reader(EventLog log, Function<Event, Set<Bank>> banks) {
      this.log = log;
      this.banks = banks;
    }

    void event(Event event) {
      if (event.pcrIndex() != PCR || banks.apply(event).isEmpty()) {
        return;
      }
      if (known.disguised(event, banks.apply(event))) {
        doubts.add(event.title() + " is a separator by its digest: its type was changed");
      }
      EventData data = EventData.of(log, event);
      if (event.type().equals(EventType.EFI_ACTION)) {
        debugMode |= data.summary().equals("UEFI Debug Mode");
      } else if (event.type().equals(EventType.SEPARATOR)) {
        separators++;
        matches(event, data, "the separator");
        if (((EventData.Separator) data).isError()) {
          doubts.add(event.title() + " says that the firmware failed to measure");
        }
      } else if (event.type().equals(EventType.EFI_VARIABLE_DRIVER_CONFIG)) {
        if (data instanceof UefiVariable variable) {
          variable(event, variable);
        } else {
          doubts.add(event.title() + " cannot be read: " + data.summary());
        }
      } else if (event.type().equals(EventType.EFI_VARIABLE_AUTHORITY)
          && data instanceof UefiVariable variable) {
        authorities.add(variable);
      }
    }

    private void variable(Event event, UefiVariable variable) {
      matches(event, variable, variable.name());
      if (separators > 0) {
        doubts.add(
            event.title()
                + " ("
                + variable.name()
                + ") stands behind the separator, where anybody"
                + " may have measured it");
        return;
      }
      if (variable.content() instanceof UefiVariable.Content.Signatures signatures) {
        databases.put(variable.name(), signatures.lists());
      } else if (variable.name().equals("SecureBoot")
          && variable.vendor().equals(UefiVariable.GLOBAL)
          && variable.content() instanceof UefiVariable.Content.Flag flag) {
        switches++;
        on = flag.value();
      } else if (variable.content() instanceof UefiVariable.Content.Malformed malformed) {
        doubts.add(event.title() + " (" + variable.name() + "): " + malformed.problem());
      }
    }

    private void matches(Event event, EventData data, String name) {
      for (Bank bank : banks.apply(event)) {
        if (event.digest(bank).isPresent()
            && DigestCheck.of(event, data, bank).outcome() != DigestCheck.Outcome.MATCH) {
          doubts.add(event.title() + " (" + name + ") has a digest of something else");
          return;
        }
      }
    }

    SecureBootState state() {
      if (switches != 1) {
        doubts.add("expected one SecureBoot variable, found " + switches);
      }
      if (separators != 1) {
        doubts.add("expected one separator in PCR 7, found " + separators);
      }
      State state = !doubts.isEmpty() ? State.UNKNOWN : on ? State.ON : State.OFF;
      return new SecureBootState(state, databases, authorities, debugMode, doubts);
    }
  }
}
