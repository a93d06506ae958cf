package org.tssj.core.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A type of which only some values are allowed in some places, as the specification's interface
 * types (TPMI_*) say: the others are refused where they are written, because the caller is wrong.
 * What is read is taken as it comes, because a newer TPM may be right.
 *
 * @param <T> an immutable value
 */
public final class Restricted<T> implements Codec<T> {

  private final String type;
  private final Codec<T> codec;
  private final String words;
  private final List<T> samples;
  private final Predicate<T> allowed;

  private Restricted(
      String type, Codec<T> codec, String words, List<T> samples, Predicate<T> allowed) {
    this.type = type;
    this.codec = codec;
    this.words = words;
    this.samples = List.copyOf(samples);
    this.allowed = allowed;
  }

  /**
   * Declares one.
   *
   * @param type its name in the specification
   * @param codec how all values look on the wire
   * @param words what is allowed, to follow "has to be"
   * @param allowed which values are allowed
   * @param samples some of them, for random values
   */
  @SafeVarargs
  public static <T> Restricted<T> restricted(
      String type, Codec<T> codec, String words, Predicate<T> allowed, T... samples) {
    return new Restricted<>(type, codec, words, List.of(samples), allowed);
  }

  /** The same with one value more; a plus sign follows its name, as in the specification. */
  public Restricted<T> or(T value) {
    List<T> more = new ArrayList<>(samples);
    more.add(value);
    return new Restricted<>(
        type + "+",
        codec,
        words + " or " + value,
        more,
        each -> each.equals(value) || allowed.test(each));
  }

  /** Its name in the specification. */
  public String type() {
    return type;
  }

  /** Whether a value is allowed. */
  public boolean allows(T value) {
    return allowed.test(value);
  }

  @Override
  public void write(T value, WireWriter out) {
    if (!allowed.test(value)) {
      throw new IllegalArgumentException(
          "has to be " + words + " (" + type + "), was " + value);
    }
    codec.write(value, out);
  }

  @Override
  public T read(WireReader in) {
    return codec.read(in);
  }

  @Override
  public T random(RandomValues random) {
    return random.oneOf(samples);
  }

  @Override
  public Layout layout() {
    return codec.layout() instanceof Layout.Int number
        ? new Layout.Int(type, number.width())
        : codec.layout();
  }

  @Override
  public String toString() {
    return type;
  }
}
