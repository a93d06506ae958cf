package org.tssj.core;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Values of PCRs by bank and index, each of its bank's size. Banks are in the order of their
 * algorithm numbers, indices ascend.
 */
public final class PcrValues {

  /** No values. */
  public static final PcrValues NONE = new PcrValues(empty());

  private final NavigableMap<Bank, NavigableMap<Integer, Bytes>> banks;

  private PcrValues(NavigableMap<Bank, NavigableMap<Integer, Bytes>> banks) {
    this.banks = banks;
  }

  private static NavigableMap<Bank, NavigableMap<Integer, Bytes>> empty() {
    return new TreeMap<>(Comparator.comparingInt(Bank::algorithm));
  }

  /** One value. */
  public static PcrValues of(Bank bank, int index, Bytes value) {
    return NONE.with(bank, index, value);
  }

  /**
   * Values by bank and index.
   *
   * @throws IllegalArgumentException if an index is negative or a value not of its bank's size
   */
  public static PcrValues of(Map<Bank, ? extends Map<Integer, Bytes>> values) {
    NavigableMap<Bank, NavigableMap<Integer, Bytes>> banks = empty();
    values.forEach(
        (bank, byIndex) -> {
          if (!byIndex.isEmpty()) {
            byIndex.forEach((index, value) -> check(bank, index, value));
            banks.put(bank, new TreeMap<>(byIndex));
          }
        });
    return new PcrValues(banks);
  }

  /**
   * These values and one more, which replaces the one that was there.
   *
   * @throws IllegalArgumentException if the index is negative or the value not of the bank's size
   */
  public PcrValues with(Bank bank, int index, Bytes value) {
    check(bank, index, value);
    NavigableMap<Bank, NavigableMap<Integer, Bytes>> more = empty();
    banks.forEach((each, values) -> more.put(each, new TreeMap<>(values)));
    more.computeIfAbsent(bank, ignored -> new TreeMap<>()).put(index, value);
    return new PcrValues(more);
  }

  private static void check(Bank bank, int index, Bytes value) {
    if (index < 0) {
      throw new IllegalArgumentException("a PCR index is not negative, this one is " + index);
    }
    if (value.length() != bank.size()) {
      throw new IllegalArgumentException(
          "PCR "
              + index
              + " of the "
              + bank
              + " bank has "
              + bank.size()
              + " bytes, this value "
              + value.length());
    }
  }

  /** These values and all of {@code others}, which replace the ones that were there. */
  public PcrValues with(PcrValues others) {
    NavigableMap<Bank, NavigableMap<Integer, Bytes>> more = empty();
    banks.forEach((bank, values) -> more.put(bank, new TreeMap<>(values)));
    others.banks.forEach(
        (bank, values) -> more.computeIfAbsent(bank, ignored -> new TreeMap<>()).putAll(values));
    return new PcrValues(more);
  }

  /** The banks there are values of. */
  public SortedSet<Bank> banks() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(banks.navigableKeySet()));
  }

  /** The values of one bank by index, ascending; empty if there are none. */
  public NavigableMap<Integer, Bytes> bank(Bank bank) {
    return Collections.unmodifiableNavigableMap(
        banks.getOrDefault(bank, Collections.emptyNavigableMap()));
  }

  /** One value, if it is here. */
  public Optional<Bytes> get(Bank bank, int index) {
    return Optional.ofNullable(bank(bank).get(index));
  }

  /** Whether there is no value at all. */
  public boolean isEmpty() {
    return banks.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PcrValues that && asMap().equals(that.asMap());
  }

  @Override
  public int hashCode() {
    return asMap().hashCode();
  }

  private Map<Bank, NavigableMap<Integer, Bytes>> asMap() {
    return Map.copyOf(banks);
  }

  /** As in {@code {sha256={0=00.., 10=7f..}}}. */
  @Override
  public String toString() {
    return banks.toString();
  }
}
