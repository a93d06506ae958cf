package org.tssj.core.wire;

import org.tssj.core.Bytes;

/**
 * How a {@code T} looks on the wire, declared once: from it come writing, reading, the printable
 * tree, random values for tests, and the layout that is compared with the specification's tables.
 *
 * <p>Codecs are values without state, shared by threads. Most are made by {@link Struct#struct},
 * {@link Union#union} and the factories of {@link Codecs}.
 *
 * @param <T> an immutable value
 */
public interface Codec<T> {

  /**
   * Appends {@code value}.
   *
   * @throws IllegalArgumentException if the value has no wire form: a number too large, a list too
   *     long, a union arm that contradicts its selector
   */
  void write(T value, WireWriter out);

  /**
   * Reads one value and leaves the reader behind it.
   *
   * @throws WireException if the bytes are not a {@code T}
   */
  T read(WireReader in);

  /** A value that this codec can write, with a liking for the edges of ranges. */
  T random(RandomValues random);

  /** The shape on the wire. */
  Layout layout();

  /** The wire form of {@code value}. */
  default Bytes encode(T value) {
    WireWriter out = new WireWriter();
    write(value, out);
    return Bytes.wrap(out.toArray());
  }

  /**
   * Reads a value that takes all of {@code octets}.
   *
   * @throws WireException if they are not a {@code T}, or something is left over
   */
  default T decode(Bytes octets) {
    return decode(new WireReader(octets.toArray()));
  }

  /**
   * Reads a value that takes all that {@code in} holds.
   *
   * @throws WireException if it is not a {@code T}, or something is left over
   */
  default T decode(WireReader in) {
    try {
      T value = read(in);
      in.finish();
      return value;
    } catch (WireException e) {
      throw e.within(layout().name());
    } catch (IllegalArgumentException e) {
      throw in.refused(e).within(layout().name());
    }
  }

  /** Reads {@code octets} as far as they are a {@code T} and says what stands where. */
  default WireTree describe(Bytes octets) {
    return WireTrace.describe(this, new WireReader(octets.toArray()));
  }
}
