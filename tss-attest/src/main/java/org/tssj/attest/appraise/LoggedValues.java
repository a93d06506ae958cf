package org.tssj.attest.appraise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tssj.attest.BankSelection;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.file.QuoteFiles;
import org.tssj.attest.ima.BankRule;
import org.tssj.attest.ima.ImaReplay;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.predict.StartValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * The values that quoted PCRs have if logs are whole and true: where a machine sends none, these
 * are the only ones that can make the quoted digest.
 *
 * @param log of the firmware
 * @param list of IMA
 * @param expected where no log says anything
 */
record LoggedValues(Optional<EventLog> log, Optional<MeasurementList> list, PcrValues expected) {

  private static final int PCR_OF_IMA = 10;

  /** What may be behind a message, one set of values for each rule that IMA may have followed. */
  List<PcrValues> of(Bytes message) {
    List<BankSelection> selection = QuoteFiles.selection(message).orElse(List.of());
    if (selection.isEmpty() || log.isEmpty() && list.isEmpty()) {
      return List.of();
    }
    PcrValues replayed = log.map(each -> Replay.of(each).values()).orElse(PcrValues.NONE);
    boolean depends =
        list.isPresent()
            && selection.stream()
                .anyMatch(each -> !each.bank().equals(Bank.SHA1) && each.pcrs().has(PCR_OF_IMA));
    List<PcrValues> all = new ArrayList<>();
    for (BankRule rule :
        depends ? List.of(BankRule.NATIVE, BankRule.PADDED) : List.of(BankRule.NATIVE)) {
      all.add(of(selection, replayed, rule));
    }
    return all;
  }

  private PcrValues of(List<BankSelection> selection, PcrValues replayed, BankRule rule) {
    Map<Bank, Map<Integer, Bytes>> values = new LinkedHashMap<>();
    for (BankSelection each : selection) {
      Map<Integer, Bytes> ofBank = values.computeIfAbsent(each.bank(), bank -> new TreeMap<>());
      for (int pcr : each.pcrs().indices()) {
        ofBank.computeIfAbsent(pcr, index -> value(each.bank(), index, replayed, rule));
      }
    }
    return PcrValues.of(values);
  }

  private Bytes value(Bank bank, int pcr, PcrValues replayed, BankRule rule) {
    if (pcr == PCR_OF_IMA && list.isPresent()) {
      return ImaReplay.value(list.get(), pcr, bank, rule);
    }
    return replayed
        .get(bank, pcr)
        .or(() -> expected.get(bank, pcr))
        .orElseGet(() -> StartValue.ofPcr(pcr).in(bank));
  }
}
