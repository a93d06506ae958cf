package org.tssj.core.wire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;

/**
 * Codecs of values that are not structures. They are records, whose fields the JIT compiler trusts
 * to be constant, so that a structure's codec compiles to nearly straight-line code.
 */
public final class Codecs {

  /** UINT8. */
  public static final Codec<Integer> U8 = new SmallInt("UINT8", 1);

  /** UINT16. */
  public static final Codec<Integer> U16 = new SmallInt("UINT16", 2);

  /** UINT32 with its unsigned meaning. */
  public static final Codec<Long> U32 = new UnsignedInt();

  /** UINT64; negative where the unsigned value is above 2^63-1. */
  public static final Codec<Long> U64 = new WideInt();

  /** BOOL of TPM 1.2: one octet, 0 or 1. */
  public static final Codec<Boolean> BOOL = new Fields.YesNo("BOOL");

  /** INT32: the one signed integer of the specification. */
  public static final Codec<Integer> I32 = new SignedInt();

  private Codecs() {}

  /** An open set of 8-bit numbers. */
  public static <N extends WireNumber> Codec<N> number8(String type, IntFunction<N> make) {
    return new NumberCodec<>(type, 1, make);
  }

  /** An open set of 16-bit numbers. */
  public static <N extends WireNumber> Codec<N> number16(String type, IntFunction<N> make) {
    return new NumberCodec<>(type, 2, make);
  }

  /** An open set of 32-bit numbers. */
  public static <N extends WireNumber> Codec<N> number32(String type, IntFunction<N> make) {
    return new NumberCodec<>(type, 4, make);
  }

  /** Attributes in 8 bits. */
  public static <B extends WireBits> Codec<B> bits8(String type, IntFunction<B> make) {
    return new BitField<>(type, 1, make);
  }

  /** Attributes in 16 bits. */
  public static <B extends WireBits> Codec<B> bits16(String type, IntFunction<B> make) {
    return new BitField<>(type, 2, make);
  }

  /** Attributes in 32 bits. */
  public static <B extends WireBits> Codec<B> bits32(String type, IntFunction<B> make) {
    return new BitField<>(type, 4, make);
  }

  /** Exactly {@code length} octets. */
  public static Codec<Bytes> octets(int length) {
    return new FixedBytes(length);
  }

  /**
   * Octets behind their count: TPM2B_DIGEST and the like.
   *
   * @param width octets of the count: 1, 2 or 4
   * @param most the largest count allowed
   */
  public static Codec<Bytes> counted(int width, int most) {
    return new CountedBytes(width, most);
  }

  /** A secret behind its count: TPM2B_AUTH and the like. */
  public static Codec<AuthValue> secret(int width, int most) {
    return new CountedSecret(width, most);
  }

  /** Exactly {@code length} octets that are a secret, as in TPM 1.2's TPM_SECRET. */
  public static Codec<AuthValue> secretOctets(int length) {
    return new FixedSecret(length);
  }

  /** All octets left in the region. */
  public static Codec<Bytes> rest() {
    return new Remaining();
  }

  /** All octets left in the region, which are a secret. */
  public static Codec<AuthValue> secretRest() {
    return new RemainingSecret();
  }

  /** No octets, one value. */
  public static <T> Codec<T> nothing(String name, T value) {
    return new NoOctets<>(name, value);
  }

  /** A region behind its size (TPM2B around a structure), which reads cannot leave. */
  public static <T> Codec<T> sized(int width, Codec<T> inner) {
    return new Sized<>(width, inner);
  }

  /** A region behind its size that may be absent, written as a size of zero. */
  public static <T> Codec<Optional<T>> sizedOrEmpty(int width, Codec<T> inner) {
    return new OptionalSized<>(width, inner);
  }

  /**
   * Elements behind their count (TPML).
   *
   * @param width octets of the count: 1, 2 or 4
   * @param most how many are allowed
   */
  public static <T> Codec<List<T>> list(int width, int most, Codec<T> element) {
    return new Listing<>(width, most, element);
  }

  /** Elements to the end of the region. */
  public static <T> Codec<List<T>> listToEnd(Codec<T> element) {
    return new ListToEnd<>(element);
  }

  /** One element if anything is left in the region. */
  public static <T> Codec<Optional<T>> tail(Codec<T> element) {
    return new OptionalTail<>(element);
  }

  /**
   * One of two forms of a structure, as TPM 1.2 has them in the same places: the newer one begins
   * with its tag of two octets, the older one with anything else.
   *
   * @param name what the two have in common, for messages
   * @param tag the first two octets of the newer form
   */
  public static <T, N extends T, O extends T> Codec<T> byTag(
      String name,
      int tag,
      Class<N> newer,
      Codec<N> newerForm,
      Class<O> older,
      Codec<O> olderForm) {
    return new TwoForms<>(name, tag, newer, newerForm, older, olderForm);
  }

  /**
   * A long list of BOOLs, one octet each in the order of the constants (TPM_PERMANENT_FLAGS has
   * 20). A constant's {@code toString} is the flag's name in the specification.
   */
  public static <E extends Enum<E>> Codec<Set<E>> flags(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    return new FlagList<>(type, constants, constants.size());
  }

  /**
   * As {@link #flags(Class)}, at the end of a region, where a TPM of an earlier revision answers
   * fewer: those missing are not set.
   *
   * @param least how many there must be
   */
  public static <E extends Enum<E>> Codec<Set<E>> flags(Class<E> type, int least) {
    return new FlagList<>(type, List.of(type.getEnumConstants()), least);
  }

  static long range(long value, int width, String what) {
    if (value < 0 || value >>> 8 * width != 0) {
      throw new IllegalArgumentException(
          what + " must be 0 to " + (-1L >>> 64 - 8 * width) + ", was " + value);
    }
    return value;
  }

  private static void writeInt(WireWriter out, int width, int value) {
    switch (width) {
      case 1 -> out.u8(value);
      case 2 -> out.u16(value);
      default -> out.u32(value);
    }
  }

  private static int readInt(WireReader in, int width) {
    return switch (width) {
      case 1 -> in.u8();
      case 2 -> in.u16();
      default -> in.bits32();
    };
  }

  private static void writeCount(WireWriter out, int width, int count, int most, String what) {
    if (count > most) {
      throw new IllegalArgumentException(
          "at most " + most + " " + what + " fit here, there are " + count);
    }
    writeInt(out, width, count);
  }

  private record SmallInt(String name, int width) implements Codec<Integer> {
    @Override
    public void write(Integer value, WireWriter out) {
      writeInt(out, width, (int) range(value, width, name));
    }

    @Override
    public Integer read(WireReader in) {
      return readInt(in, width);
    }

    @Override
    public Integer random(RandomValues random) {
      return (int) random.unsigned(8 * width);
    }

    @Override
    public Layout layout() {
      return new Layout.Int(name, width);
    }
  }

  private record UnsignedInt() implements Codec<Long> {
    @Override
    public void write(Long value, WireWriter out) {
      out.u32((int) range(value, 4, "UINT32"));
    }

    @Override
    public Long read(WireReader in) {
      return in.u32();
    }

    @Override
    public Long random(RandomValues random) {
      return random.unsigned(32);
    }

    @Override
    public Layout layout() {
      return new Layout.Int("UINT32", 4);
    }
  }

  private record SignedInt() implements Codec<Integer> {
    @Override
    public void write(Integer value, WireWriter out) {
      out.u32(value);
    }

    @Override
    public Integer read(WireReader in) {
      return in.bits32();
    }

    @Override
    public Integer random(RandomValues random) {
      return (int) random.unsigned(32);
    }

    @Override
    public Layout layout() {
      return new Layout.Int("INT32", 4);
    }
  }

  private record WideInt() implements Codec<Long> {
    @Override
    public void write(Long value, WireWriter out) {
      out.u64(value);
    }

    @Override
    public Long read(WireReader in) {
      return in.u64();
    }

    @Override
    public Long random(RandomValues random) {
      return random.bits64();
    }

    @Override
    public Layout layout() {
      return new Layout.Int("UINT64", 8);
    }
  }

  private record NumberCodec<N extends WireNumber>(String type, int width, IntFunction<N> make)
      implements Codec<N> {
    @Override
    public void write(N value, WireWriter out) {
      int number = value.value();
      writeInt(out, width, width == 4 ? number : (int) range(number, width, type));
    }

    @Override
    public N read(WireReader in) {
      return make.apply(readInt(in, width));
    }

    @Override
    public N random(RandomValues random) {
      return make.apply((int) random.unsigned(8 * width));
    }

    @Override
    public Layout layout() {
      return new Layout.Int(type, width);
    }
  }

  private record BitField<B extends WireBits>(String type, int width, IntFunction<B> make)
      implements Codec<B> {
    @Override
    public void write(B value, WireWriter out) {
      int bits = value.bits();
      writeInt(out, width, width == 4 ? bits : (int) range(bits, width, type));
    }

    @Override
    public B read(WireReader in) {
      return make.apply(readInt(in, width));
    }

    @Override
    public B random(RandomValues random) {
      return make.apply((int) random.unsigned(8 * width));
    }

    @Override
    public Layout layout() {
      return new Layout.Int(type, width);
    }
  }

  private record FixedBytes(int length) implements Codec<Bytes> {
    @Override
    public void write(Bytes value, WireWriter out) {
      if (value.length() != length) {
        throw new IllegalArgumentException(
            "must be " + length + " bytes, there are " + value.length());
      }
      out.bytes(value);
    }

    @Override
    public Bytes read(WireReader in) {
      return in.bytes(length);
    }

    @Override
    public Bytes random(RandomValues random) {
      return random.bytes(length);
    }

    @Override
    public Layout layout() {
      return new Layout.Octets(length);
    }
  }

  private record CountedBytes(int width, int most) implements Codec<Bytes> {
    @Override
    public void write(Bytes value, WireWriter out) {
      writeCount(out, width, value.length(), most, "bytes");
      out.bytes(value);
    }

    @Override
    public Bytes read(WireReader in) {
      return in.bytes(in.count(width, most));
    }

    @Override
    public Bytes random(RandomValues random) {
      return random.bytesUpTo(most);
    }

    @Override
    public Layout layout() {
      return new Layout.Counted(width);
    }
  }

  private record CountedSecret(int width, int most) implements Codec<AuthValue> {
    @Override
    public void write(AuthValue value, WireWriter out) {
      writeCount(out, width, value.length(), most, "bytes");
      out.secret(value);
    }

    @Override
    public AuthValue read(WireReader in) {
      return in.secret(in.count(width, most));
    }

    @Override
    public AuthValue random(RandomValues random) {
      return random.secretUpTo(most);
    }

    @Override
    public Layout layout() {
      return new Layout.Counted(width);
    }
  }

  private record FixedSecret(int length) implements Codec<AuthValue> {
    @Override
    public void write(AuthValue value, WireWriter out) {
      if (value.length() != length) {
        throw new IllegalArgumentException(
            "must be " + length + " bytes, there are " + value.length());
      }
      out.secret(value);
    }

    @Override
    public AuthValue read(WireReader in) {
      return in.secret(length);
    }

    @Override
    public AuthValue random(RandomValues random) {
      return AuthValue.wrap(random.bytes(length).toArray());
    }

    @Override
    public Layout layout() {
      return new Layout.Octets(length);
    }
  }

  private record Remaining() implements Codec<Bytes> {
    @Override
    public void write(Bytes value, WireWriter out) {
      out.bytes(value);
    }

    @Override
    public Bytes read(WireReader in) {
      return in.bytes(in.remaining());
    }

    @Override
    public Bytes random(RandomValues random) {
      return random.bytesUpTo(64);
    }

    @Override
    public Layout layout() {
      return new Layout.Rest();
    }
  }

  private record RemainingSecret() implements Codec<AuthValue> {
    @Override
    public void write(AuthValue value, WireWriter out) {
      out.secret(value);
    }

    @Override
    public AuthValue read(WireReader in) {
      return in.secret(in.remaining());
    }

    @Override
    public AuthValue random(RandomValues random) {
      return random.secretUpTo(64);
    }

    @Override
    public Layout layout() {
      return new Layout.Rest();
    }
  }

  static Codec<Bytes> countedBefore() {
    return new CountedBefore();
  }

  private record CountedBefore() implements Codec<Bytes> {
    @Override
    public void write(Bytes value, WireWriter out) {
      out.bytes(value);
    }

    @Override
    public Bytes read(WireReader in) {
      return in.bytes(in.announced());
    }

    @Override
    public Bytes random(RandomValues random) {
      return random.bytesUpTo(64);
    }

    @Override
    public Layout layout() {
      return new Layout.CountedBefore();
    }
  }

  private record NoOctets<T>(String name, T value) implements Codec<T> {
    @Override
    public void write(T ignored, WireWriter out) {}

    @Override
    public T read(WireReader in) {
      return value;
    }

    @Override
    public T random(RandomValues random) {
      return value;
    }

    @Override
    public Layout layout() {
      return new Layout.Nothing(name);
    }
  }

  private record Sized<T>(int width, Codec<T> inner) implements Codec<T> {
    @Override
    public void write(T value, WireWriter out) {
      int mark = out.mark(width);
      inner.write(value, out);
      out.patch(mark, width);
    }

    @Override
    public T read(WireReader in) {
      int outer = in.enter(in.count(width, Integer.MAX_VALUE));
      T value = inner.read(in);
      in.leave(outer);
      return value;
    }

    @Override
    public T random(RandomValues random) {
      return inner.random(random);
    }

    @Override
    public Layout layout() {
      return new Layout.Sized(width, inner.layout(), false);
    }
  }

  private record OptionalSized<T>(int width, Codec<T> inner) implements Codec<Optional<T>> {
    @Override
    public void write(Optional<T> value, WireWriter out) {
      int mark = out.mark(width);
      if (value.isPresent()) {
        inner.write(value.get(), out);
      }
      out.patch(mark, width);
    }

    @Override
    public Optional<T> read(WireReader in) {
      int size = in.count(width, Integer.MAX_VALUE);
      if (size == 0) {
        return Optional.empty();
      }
      int outer = in.enter(size);
      T value = inner.read(in);
      in.leave(outer);
      return Optional.of(value);
    }

    @Override
    public Optional<T> random(RandomValues random) {
      return random.below(4) == 0 ? Optional.empty() : Optional.of(inner.random(random));
    }

    @Override
    public Layout layout() {
      return new Layout.Sized(width, inner.layout(), true);
    }
  }

  private record Listing<T>(int width, int most, Codec<T> element) implements Codec<List<T>> {
    @Override
    public void write(List<T> value, WireWriter out) {
      int count = value.size();
      writeCount(out, width, count, most, "elements");
      for (int k = 0; k < count; k++) {
        element.write(value.get(k), out);
      }
    }

    @Override
    public List<T> read(WireReader in) {
      int count = in.count(width, most);
      if (count == 1) {
        return List.of(readElement(element, in, 0));
      }
      // An element takes at least an octet, so a lying count cannot make this larger than the
      // input.
      List<T> values = new ArrayList<>(Math.min(count, in.remaining()));
      for (int k = 0; k < count; k++) {
        values.add(readElement(element, in, k));
      }
      return List.copyOf(values);
    }

    @Override
    public List<T> random(RandomValues random) {
      long outer = random.enter();
      List<T> values = new ArrayList<>();
      for (int k = random.length(Math.min(most, 5)); k > 0; k--) {
        values.add(element.random(random));
      }
      random.leave(outer);
      return List.copyOf(values);
    }

    @Override
    public Layout layout() {
      return new Layout.Listing(width, element.layout());
    }
  }

  private static <T> T readElement(Codec<T> element, WireReader in, int index) {
    WireTrace trace = in.trace();
    if (trace != null) {
      return trace.read("[" + index + "]", element, in);
    }
    try {
      return element.read(in);
    } catch (WireException e) {
      throw e.within("[" + index + "]");
    } catch (IllegalArgumentException e) {
      throw in.refused(e).within("[" + index + "]");
    }
  }

  private record ListToEnd<T>(Codec<T> element) implements Codec<List<T>> {
    @Override
    public void write(List<T> value, WireWriter out) {
      for (T each : value) {
        element.write(each, out);
      }
    }

    @Override
    public List<T> read(WireReader in) {
      List<T> values = new ArrayList<>();
      while (in.remaining() > 0) {
        int before = in.remaining();
        values.add(readElement(element, in, values.size()));
        if (in.remaining() == before) {
          throw WireException.refused(
              "must take at least one byte", in.offset(), "an empty element");
        }
      }
      return List.copyOf(values);
    }

    @Override
    public List<T> random(RandomValues random) {
      long outer = random.enter();
      List<T> values = new ArrayList<>();
      for (int k = random.below(4); k > 0; k--) {
        values.add(element.random(random));
      }
      random.leave(outer);
      return List.copyOf(values);
    }

    @Override
    public Layout layout() {
      return new Layout.Tail(element.layout());
    }
  }

  private record OptionalTail<T>(Codec<T> element) implements Codec<Optional<T>> {
    @Override
    public void write(Optional<T> value, WireWriter out) {
      if (value.isPresent()) {
        element.write(value.get(), out);
      }
    }

    @Override
    public Optional<T> read(WireReader in) {
      return in.remaining() == 0 ? Optional.empty() : Optional.of(element.read(in));
    }

    @Override
    public Optional<T> random(RandomValues random) {
      return random.coin() ? Optional.empty() : Optional.of(element.random(random));
    }

    @Override
    public Layout layout() {
      return new Layout.Tail(element.layout());
    }
  }

  private record TwoForms<T, N extends T, O extends T>(
      String name, int tag, Class<N> newer, Codec<N> newerForm, Class<O> older, Codec<O> olderForm)
      implements Codec<T> {
    @Override
    public void write(T value, WireWriter out) {
      if (newer.isInstance(value)) {
        newerForm.write(newer.cast(value), out);
      } else {
        olderForm.write(older.cast(value), out);
      }
    }

    @Override
    public T read(WireReader in) {
      return in.peek16() == tag ? newerForm.read(in) : olderForm.read(in);
    }

    @Override
    public T random(RandomValues random) {
      while (true) {
        T value = random.coin() ? newerForm.random(random) : olderForm.random(random);
        // An older form may begin with the octets of the tag by chance, and would be read as the
        // newer.
        if (newer.isInstance(value) || !beginsWithTag(value)) {
          return value;
        }
      }
    }

    private boolean beginsWithTag(T value) {
      return new WireReader(encode(value).toArray()).peek16() == tag;
    }

    @Override
    public Layout layout() {
      java.util.Map<Integer, Layout> arms = new java.util.LinkedHashMap<>();
      arms.put(tag, newerForm.layout());
      arms.put(-1, olderForm.layout());
      return new Layout.Choice(name, arms);
    }
  }

  private record FlagList<E extends Enum<E>>(Class<E> type, List<E> constants, int least)
      implements Codec<Set<E>> {
    @Override
    public void write(Set<E> value, WireWriter out) {
      for (E flag : constants) {
        out.u8(value.contains(flag) ? 1 : 0);
      }
    }

    @Override
    public Set<E> read(WireReader in) {
      Set<E> set = EnumSet.noneOf(type);
      for (int k = 0; k < constants.size(); k++) {
        if (in.remaining() == 0 && k >= least) {
          break;
        }
        E flag = constants.get(k);
        int at = in.offset();
        int octet = in.u8();
        if (octet > 1) {
          throw WireException.refused("BOOL must be 0 or 1", at, Fields.hex8(octet))
              .within(flag.toString());
        }
        if (octet == 1) {
          set.add(flag);
        }
      }
      return java.util.Collections.unmodifiableSet(set);
    }

    @Override
    public Set<E> random(RandomValues random) {
      Set<E> set = EnumSet.noneOf(type);
      for (E flag : constants) {
        if (random.coin()) {
          set.add(flag);
        }
      }
      return java.util.Collections.unmodifiableSet(set);
    }

    @Override
    public Layout layout() {
      return new Layout.Structure(
          type.getSimpleName(),
          constants.stream()
              .map(flag -> new Layout.Part(flag.toString(), new Layout.Int("BOOL", 1)))
              .toList());
    }
  }
}
