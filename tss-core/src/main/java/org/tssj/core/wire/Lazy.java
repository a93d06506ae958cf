package org.tssj.core.wire;

import java.util.function.Supplier;

/**
 * A codec that is looked up each time it is used, so that whoever declares it does not yet
 * initialise the class it stands in. Nothing of it shows: neither in messages nor in layouts.
 */
record Lazy<T>(Supplier<Codec<T>> codec) implements Codec<T> {

  @Override
  public void write(T value, WireWriter out) {
    codec.get().write(value, out);
  }

  @Override
  public T read(WireReader in) {
    return codec.get().read(in);
  }

  @Override
  public T random(RandomValues random) {
    return codec.get().random(random);
  }

  @Override
  public Layout layout() {
    return codec.get().layout();
  }
}
