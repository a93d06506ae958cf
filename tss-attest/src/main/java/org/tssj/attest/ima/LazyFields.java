package org.tssj.attest.ima;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.tssj.core.Bytes;

/**
 * Fields that are cut out of template data when somebody looks at them: who replays a list looks at
 * none. That their lengths add up was checked before.
 */
final class LazyFields extends AbstractList<Bytes> implements RandomAccess {

  private static final int LENGTH = 4;

  private final Bytes data;
  private final ByteOrder order;
  private final int count;

  LazyFields(Bytes data, ByteOrder order, int count) {
    this.data = data;
    this.order = order;
    this.count = count;
  }

  @Override
  public Bytes get(int index) {
    Objects.checkIndex(index, count);
    ByteBuffer in = data.toBuffer().order(order);
    int at = 0;
    for (int before = 0; before < index; before++) {
      at += LENGTH + in.getInt(at);
    }
    return data.slice(at + LENGTH, at + LENGTH + in.getInt(at));
  }

  @Override
  public int size() {
    return count;
  }
}
