package org.tssj.attest.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tssj.attest.Advice;
import org.tssj.attest.BankSelection;
import org.tssj.attest.Reason;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/** Whether the quoted PCRs are the ones that were asked for, and hold what they should. */
final class PcrCheck {

  private final Findings findings;
  private final PcrValues expected;
  private final PcrValues evidence;
  private final List<BankSelection> selection;

  PcrCheck(
      Findings findings, PcrValues expected, PcrValues evidence, List<BankSelection> selection) {
    this.findings = findings;
    this.expected = expected;
    this.evidence = evidence;
    this.selection = selection;
  }

  /**
   * Every PCR that had to be quoted is; no value is handed in that the quote says nothing about.
   */
  void selected(List<BankSelection> required) {
    if (quoted().values().stream().allMatch(Set::isEmpty)) {
      findings.reject(
          Reason.Code.SELECTION_EMPTY,
          "no PCR is quoted: the quote says nothing about the platform");
    }
    Map<Bank, Set<Integer>> wanted = new LinkedHashMap<>();
    required.forEach(each -> of(wanted, each.bank()).addAll(each.pcrs().indices()));
    wanted.forEach((bank, indices) -> covered(bank, indices, "must be quoted"));
    expected
        .banks()
        .forEach(
            bank ->
                covered(bank, expected.bank(bank).keySet(), "are expected to have certain values"));
    evidence
        .banks()
        .forEach(
            bank -> covered(bank, evidence.bank(bank).keySet(), "have values in the evidence"));
  }

  private void covered(Bank bank, Set<Integer> indices, String why) {
    Set<Integer> not = new LinkedHashSet<>(indices);
    not.removeAll(quoted().getOrDefault(bank, Set.of()));
    if (!not.isEmpty()) {
      findings.reject(
          Reason.Code.PCR_NOT_QUOTED,
          pcrs(bank, not) + " " + why + ", but quoted is " + BankSelection.text(selection));
    }
  }

  /**
   * The values that are known make the quoted digest, and are the expected ones.
   *
   * @param digest how the family makes a digest of values in the order of the selection; gives
   *     nothing if it cannot
   * @return the values that are proven; none if none are
   */
  PcrValues proven(Bytes quotedDigest, Function<List<Bytes>, Optional<Bytes>> digest) {
    if (expected.isEmpty() && evidence.isEmpty()) {
      findings.advise(
          Advice.Code.PCRS_NOT_COMPARED,
          "no PCR value was given to compare with: the quote is authentic, and that is all");
      return PcrValues.NONE;
    }
    if (expected.isEmpty()) {
      findings.advise(
          Advice.Code.PCRS_NOT_COMPARED,
          "no PCR value was expected: the values in the evidence are authentic, whatever they mean");
    }
    compareWithExpected();

    PcrValues known = expected.with(evidence);
    List<Bytes> values = new ArrayList<>();
    Map<Bank, Map<Integer, Bytes>> proven = new LinkedHashMap<>();
    Map<Bank, Set<Integer>> missing = new LinkedHashMap<>();
    for (BankSelection each : selection) {
      for (int index : each.pcrs().indices()) {
        Optional<Bytes> value = known.get(each.bank(), index);
        if (value.isPresent()) {
          values.add(value.get());
          proven
              .computeIfAbsent(each.bank(), ignored -> new LinkedHashMap<>())
              .put(index, value.get());
        } else {
          of(missing, each.bank()).add(index);
        }
      }
    }
    missing.forEach(
        (bank, indices) ->
            findings.reject(
                Reason.Code.PCR_VALUE_MISSING,
                pcrs(bank, indices)
                    + " are quoted, but no value is known that the digest could be checked with"));
    if (!missing.isEmpty()) {
      return PcrValues.NONE;
    }
    Optional<Bytes> computed = digest.apply(values);
    if (computed.isPresent() && !computed.get().equals(quotedDigest)) {
      findings.reject(
          Reason.Code.PCR_DIGEST_DIFFERS,
          "the values of "
              + BankSelection.text(selection)
              + " give the digest "
              + computed.get()
              + ", the TPM quoted "
              + quotedDigest);
      return PcrValues.NONE;
    }
    return PcrValues.of(proven);
  }

  private void compareWithExpected() {
    for (Bank bank : expected.banks()) {
      expected
          .bank(bank)
          .forEach(
              (index, value) ->
                  evidence
                      .get(bank, index)
                      .filter(found -> !found.equals(value))
                      .ifPresent(found -> differs(bank, index, value, found)));
    }
  }

  private void differs(Bank bank, int index, Bytes value, Bytes found) {
    String what = "PCR " + index + " of the " + bank + " bank: ";
    if (Hashes.extend(bank, value, Bytes.zeros(bank.size())).equals(found)) {
      findings.reject(
          Reason.Code.PCR_BANK_CAPPED,
          what
              + "expected "
              + value
              + ", found "
              + found
              + ", which is that value with zeros extended after it: the bank was capped");
    } else {
      findings.reject(
          Reason.Code.PCR_VALUE_DIFFERS, what + "expected " + value + ", found " + found);
    }
  }

  private Map<Bank, Set<Integer>> quoted() {
    Map<Bank, Set<Integer>> quoted = new LinkedHashMap<>();
    selection.forEach(each -> of(quoted, each.bank()).addAll(each.pcrs().indices()));
    return quoted;
  }

  private static Set<Integer> of(Map<Bank, Set<Integer>> banks, Bank bank) {
    return banks.computeIfAbsent(bank, ignored -> new LinkedHashSet<>());
  }

  private static String pcrs(Bank bank, Set<Integer> indices) {
    return bank + " PCRs " + indices.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
