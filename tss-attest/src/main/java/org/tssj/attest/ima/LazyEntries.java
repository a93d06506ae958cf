package org.tssj.attest.ima;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Entries that are cut out of the list when somebody looks at them, so that a list costs its size.
 */
final class LazyEntries extends AbstractList<ImaEntry> implements RandomAccess {

  /** Reads one entry where one was read before. */
  interface Reader {
    ImaEntry entry(int number, int offset);
  }

  /** Where entries begin. */
  static final class Offsets {

    private int[] offsets = new int[64];
    private int count;

    void add(int offset) {
      if (count == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * count);
      }
      offsets[count++] = offset;
    }

    int count() {
      return count;
    }
  }

  private final Offsets offsets;
  private final Reader reader;

  LazyEntries(Offsets offsets, Reader reader) {
    this.offsets = offsets;
    this.reader = reader;
  }

  @Override
  public ImaEntry get(int index) {
    Objects.checkIndex(index, offsets.count);
    return reader.entry(index, offsets.offsets[index]);
  }

  @Override
  public int size() {
    return offsets.count;
  }
}
