package org.tssj.core.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A union's codec (TPMU): which arm is read is chosen by a selector that came before, which arm is
 * written by the value itself, which carries its selector inside.
 *
 * <p>The Java side is a sealed interface. An arm for selectors this version does not know keeps
 * their octets; that is possible only where the union ends a sized region, because elsewhere nobody
 * knows where the unknown arm ends.
 *
 * @param <U> the sealed interface
 */
public final class Union<U> implements Codec<U> {

  private record Arm<U>(int selector, Class<? extends U> type, Codec<? extends U> codec) {
    void write(U value, WireWriter out) {
      // The class was compared with the arm's before.
      @SuppressWarnings("unchecked")
      Codec<U> exact = (Codec<U>) codec;
      exact.write(value, out);
    }
  }

  private final String name;
  private final Function<U, ? extends WireNumber> selectorOf;
  private final IntFunction<? extends WireNumber> selectorNamed;
  private final List<Arm<U>> arms;
  private final int[] selectors; // of the arms: looked through for every value
  private final @Nullable Arm<U> unknown;

  private Union(
      String name,
      Function<U, ? extends WireNumber> selectorOf,
      IntFunction<? extends WireNumber> selectorNamed,
      List<Arm<U>> arms,
      @Nullable Arm<U> unknown) {
    this.name = name;
    this.selectorOf = selectorOf;
    this.selectorNamed = selectorNamed;
    this.arms = arms;
    this.selectors = arms.stream().mapToInt(Arm::selector).toArray();
    this.unknown = unknown;
  }

  /**
   * Begins a union without arms.
   *
   * @param name the union's name in the specification
   * @param selectorOf the selector a value carries
   * @param selectorNamed the constructor of the selector's type, for messages
   */
  public static <U, N extends WireNumber> Union<U> union(
      String name, Function<U, N> selectorOf, IntFunction<N> selectorNamed) {
    return new Union<>(name, selectorOf, selectorNamed, List.of(), null);
  }

  /**
   * With an arm for one selector.
   *
   * @throws IllegalStateException if the selector has an arm already, or the arm's class is only
   *     being initialised: a class initialises the interfaces above it first if they have default
   *     methods, and an interface that holds a union needs its arms before that
   */
  public <A extends U> Union<U> on(WireNumber selector, Class<A> type, Codec<A> arm) {
    if (arm == null) {
      throw new IllegalStateException(
          type.getName() + " came before " + name + ", whose interface has a default method");
    }
    if (arms.stream().anyMatch(other -> other.selector() == selector.value())) {
      throw new IllegalStateException(name + " has two arms for " + selector);
    }
    List<Arm<U>> more = new ArrayList<>(arms);
    more.add(new Arm<>(selector.value(), type, arm));
    return new Union<>(name, selectorOf, selectorNamed, List.copyOf(more), unknown);
  }

  /**
   * With an arm whose class is initialised when the first value of it is read or written: for
   * unions of which a run needs one arm, while all of them would bring hundreds of classes.
   *
   * @param arm looks the codec up, as in {@code () -> Public.CODEC}
   */
  public <A extends U> Union<U> on(WireNumber selector, Class<A> type, Supplier<Codec<A>> arm) {
    return on(selector, type, new Lazy<>(arm));
  }

  /** With an arm that keeps the octets of every other selector. */
  public <A extends U> Union<U> otherwise(Class<A> type, Codec<A> arm) {
    return new Union<>(name, selectorOf, selectorNamed, arms, new Arm<>(0, type, arm));
  }

  private @Nullable Arm<U> arm(int selector) {
    // Few arms: walking them is faster than hashing a boxed number.
    for (int k = 0; k < selectors.length; k++) {
      if (selectors[k] == selector) {
        return arms.get(k);
      }
    }
    return unknown;
  }

  @Override
  public void write(U value, WireWriter out) {
    int selector = selectorOf.apply(value).value();
    if (!out.admits(selector)) {
      throw new IllegalArgumentException(
          name
              + ": is of "
              + selectorNamed.apply(selector)
              + ", but the structure says "
              + selectorNamed.apply(out.selector()));
    }
    write(value, selector, out);
  }

  private void write(U value, int selector, WireWriter out) {
    Arm<U> arm = arm(selector);
    if (arm == null || !arm.type().isInstance(value)) {
      throw new IllegalArgumentException(
          name
              + ": "
              + selectorNamed.apply(selector)
              + " does not go with a "
              + value.getClass().getSimpleName());
    }
    arm.write(value, out);
  }

  @Override
  public U read(WireReader in) {
    Arm<U> arm = arm(in.selector());
    if (arm == null) {
      throw WireException.refused(
          name + " must be selected by one of its " + arms.size() + " arms",
          in.offset(),
          String.valueOf(selectorNamed.apply(in.selector())));
    }
    return arm.codec().read(in);
  }

  @Override
  public U random(RandomValues random) {
    if (!random.isSelected()) {
      random.select(random.oneOf(arms).selector());
    }
    Arm<U> arm = arm(random.selector());
    if (arm == null) {
      throw new IllegalStateException(
          name + " has no arm for " + selectorNamed.apply(random.selector()));
    }
    return arm.codec().random(random);
  }

  @Override
  public Layout layout() {
    Map<Integer, Layout> shapes = new LinkedHashMap<>();
    arms.forEach(arm -> shapes.put(arm.selector(), arm.codec().layout()));
    return new Layout.Choice(name, shapes);
  }

  /**
   * A structure that is nothing but a selector and this union: TPMT_SIGNATURE,
   * TPMS_CAPABILITY_DATA.
   *
   * @param structure its name in the specification
   * @param field the selector's name in the specification
   * @param selector the selector's codec
   */
  public <N extends WireNumber> Codec<U> tagged(String structure, String field, Codec<N> selector) {
    return new Tagged<>(structure, field, selector, this);
  }

  private record Tagged<U, N extends WireNumber>(
      String name, String field, Codec<N> selector, Union<U> union) implements Codec<U> {

    @Override
    public void write(U value, WireWriter out) {
      long outer = out.scope();
      WireNumber number = union.selectorOf.apply(value);
      // The selector's type is the one the union was declared with.
      @SuppressWarnings("unchecked")
      N typed = (N) number;
      selector.write(typed, out);
      out.select(number.value());
      union.write(value, number.value(), out);
      out.scope(outer);
    }

    @Override
    public U read(WireReader in) {
      int outer = in.selector();
      WireTrace trace = in.trace();
      if (trace != null) {
        in.selector(trace.read(field, selector, in).value());
      } else {
        try {
          in.selector(selector.read(in).value());
        } catch (WireException e) {
          throw e.within(field);
        }
      }
      U value = union.read(in);
      in.selector(outer);
      return value;
    }

    @Override
    public U random(RandomValues random) {
      long outer = random.enter();
      random.unselect();
      U value = union.random(random);
      random.leave(outer);
      return value;
    }

    @Override
    public Layout layout() {
      return new Layout.Structure(
          name,
          List.of(
              new Layout.Part(field, selector.layout()),
              new Layout.Part(union.name, union.layout())));
    }
  }
}
