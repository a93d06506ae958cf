package org.tssj.core.wire;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The names of an open set of numbers: filled by the constants of one class while it initialises,
 * and only read afterwards.
 *
 * @param <N> the class of the constants
 */
public final class NumberNames<N extends WireNumber> {

  private final String prefix;
  private final int digits;
  private final IntFunction<N> make;
  private final Map<Integer, String> names = new LinkedHashMap<>();
  private final Map<String, N> byName = new LinkedHashMap<>();

  /**
   * @param prefix what the specification puts before each name: {@code TPM_ALG_}
   * @param digits how many hexadecimal digits a number without a name is printed with
   * @param make the constructor
   */
  public NumberNames(String prefix, int digits, IntFunction<N> make) {
    this.prefix = prefix;
    this.digits = digits;
    this.make = make;
  }

  /** Makes a constant and remembers its name, given without the prefix. */
  public N name(String name, int value) {
    N number = make.apply(value);
    names.putIfAbsent(value, name);
    byName.put(name.toUpperCase(Locale.ROOT), number);
    return number;
  }

  /** The specification's name with its prefix, or the number in hexadecimal. */
  public String of(int value) {
    String name = names.get(value);
    return name == null
        ? String.format("0x%0" + digits + "x", Integer.toUnsignedLong(value))
        : prefix + name;
  }

  /** Whether the number has a name. */
  public boolean knows(int value) {
    return names.containsKey(value);
  }

  /** The constant with this name, with or without its prefix, in either case. */
  public Optional<N> named(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replace('-', '_');
    if (plain.startsWith(prefix.toUpperCase(Locale.ROOT))) {
      plain = plain.substring(prefix.length());
    }
    return Optional.ofNullable(byName.get(plain));
  }

  /** All constants, in the order of their declaration. */
  public Collection<N> all() {
    return Collections.unmodifiableCollection(byName.values());
  }
}
