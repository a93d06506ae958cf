package org.tssj.core.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;

/**
 * The fields a structure's declaration is made of. Each takes the field's name in the
 * specification, which is the error path and the label in a printed tree, and the record's
 * accessor.
 */
public final class Fields {

  private Fields() {}

  /** UINT8. */
  public static <S> Field<S, Integer> u8(String name, ToIntFunction<S> get) {
    return new IntField<>(name, 1, get);
  }

  /** UINT16. */
  public static <S> Field<S, Integer> u16(String name, ToIntFunction<S> get) {
    return new IntField<>(name, 2, get);
  }

  /** UINT32 with its unsigned meaning. */
  public static <S> Field<S, Long> u32(String name, ToLongFunction<S> get) {
    return new LongField<>(name, 4, get);
  }

  /** UINT64; negative where the unsigned value is above 2^63-1. */
  public static <S> Field<S, Long> u64(String name, ToLongFunction<S> get) {
    return new LongField<>(name, 8, get);
  }

  /** TPMI_YES_NO: one octet, 0 or 1. */
  public static <S> Field<S, Boolean> yesNo(String name, Predicate<S> get) {
    return new YesNoField<>(name, "TPMI_YES_NO", get);
  }

  /** BOOL of TPM 1.2: one octet, 0 or 1. */
  public static <S> Field<S, Boolean> bool(String name, Predicate<S> get) {
    return new YesNoField<>(name, "BOOL", get);
  }

  /** Anything with a codec. */
  public static <S, A> Field<S, A> field(String name, Codec<A> codec, Function<S, A> get) {
    return new CodecField<>(name, codec, get);
  }

  /** Exactly {@code length} octets. */
  public static <S> Field<S, Bytes> bytes(String name, int length, Function<S, Bytes> get) {
    return new CodecField<>(name, Codecs.octets(length), get);
  }

  /** Octets behind a UINT8 count. */
  public static <S> Field<S, Bytes> bytes8(String name, Function<S, Bytes> get) {
    return new CodecField<>(name, Codecs.counted(1, 0xff), get);
  }

  /** Octets behind a UINT16 count: a TPM2B. */
  public static <S> Field<S, Bytes> bytes16(String name, Function<S, Bytes> get) {
    return new CodecField<>(name, Codecs.counted(2, 0xffff), get);
  }

  /** At most {@code most} octets behind a UINT16 count. */
  public static <S> Field<S, Bytes> bytes16(String name, int most, Function<S, Bytes> get) {
    return new CodecField<>(name, Codecs.counted(2, most), get);
  }

  /** Octets behind a UINT32 count, as TPM 1.2 has them. */
  public static <S> Field<S, Bytes> bytes32(String name, Function<S, Bytes> get) {
    return new CodecField<>(name, Codecs.counted(4, Integer.MAX_VALUE), get);
  }

  /** A secret behind a UINT16 count: TPM2B_AUTH, TPM2B_SENSITIVE_DATA. */
  public static <S> Field<S, AuthValue> secret16(String name, Function<S, AuthValue> get) {
    return new CodecField<>(name, Codecs.secret(2, 0xffff), get);
  }

  /** A secret of at most {@code most} octets behind a UINT16 count. */
  public static <S> Field<S, AuthValue> secret16(
      String name, int most, Function<S, AuthValue> get) {
    return new CodecField<>(name, Codecs.secret(2, most), get);
  }

  /** A secret behind a UINT32 count. */
  public static <S> Field<S, AuthValue> secret32(String name, Function<S, AuthValue> get) {
    return new CodecField<>(name, Codecs.secret(4, Integer.MAX_VALUE), get);
  }

  /** A secret of fixed length: TPM 1.2's TPM_SECRET. */
  public static <S> Field<S, AuthValue> secret(
      String name, int length, Function<S, AuthValue> get) {
    return new CodecField<>(name, Codecs.secretOctets(length), get);
  }

  /** All octets left in the region. */
  public static <S> Field<S, Bytes> rest(String name, Function<S, Bytes> get) {
    return new CodecField<>(name, Codecs.rest(), get);
  }

  /** All octets left in the region, which are a secret. */
  public static <S> Field<S, AuthValue> secretRest(String name, Function<S, AuthValue> get) {
    return new CodecField<>(name, Codecs.secretRest(), get);
  }

  /** A structure inside a region with a UINT16 size: TPM2B around it. */
  public static <S, A> Field<S, A> sized16(String name, Codec<A> inner, Function<S, A> get) {
    return new CodecField<>(name, Codecs.sized(2, inner), get);
  }

  /** A structure inside a region with a UINT32 size, as TPM 1.2 has them. */
  public static <S, A> Field<S, A> sized32(String name, Codec<A> inner, Function<S, A> get) {
    return new CodecField<>(name, Codecs.sized(4, inner), get);
  }

  /** A structure inside a region whose size may be zero: then it is absent. */
  public static <S, A> Field<S, Optional<A>> sizedOrEmpty16(
      String name, Codec<A> inner, Function<S, Optional<A>> get) {
    return new CodecField<>(name, Codecs.sizedOrEmpty(2, inner), get);
  }

  /** A structure inside a region whose UINT32 size may be zero: then it is absent. */
  public static <S, A> Field<S, Optional<A>> sizedOrEmpty32(
      String name, Codec<A> inner, Function<S, Optional<A>> get) {
    return new CodecField<>(name, Codecs.sizedOrEmpty(4, inner), get);
  }

  /** Elements behind a UINT32 count: a TPML. */
  public static <S, A> Field<S, List<A>> list(
      String name, int most, Codec<A> element, Function<S, List<A>> get) {
    return new CodecField<>(name, Codecs.list(4, most, element), get);
  }

  /** What may be missing at the end of a message. */
  public static <S, A> Field<S, Optional<A>> tail(
      String name, Codec<A> element, Function<S, Optional<A>> get) {
    return new CodecField<>(name, Codecs.tail(element), get);
  }

  /**
   * No octets: the selector by which this union arm was chosen, kept inside of it, so that one
   * record can stand for several arms of the same shape.
   */
  public static <S, N extends WireNumber> Field<S, N> selected(
      String name, IntFunction<N> make, Function<S, N> get) {
    return new SelectedField<>(name, make, get);
  }

  /** A field with something before it that is on the wire but not in the record. */
  public static <S, A> Field<S, A> after(Part<S> part, Field<S, A> field) {
    return new AfterField<>(part, field);
  }

  /** A field with two things before it that are on the wire but not in the record. */
  public static <S, A> Field<S, A> after(Part<S> first, Part<S> second, Field<S, A> field) {
    return new AfterField<>(first, new AfterField<>(second, field));
  }

  /**
   * Octets that are always the same.
   *
   * @param hex their hexadecimal form
   */
  public static <S> Part<S> constant(String name, String hex) {
    return new ConstantPart<>(name, Bytes.hex(hex));
  }

  /**
   * The number that chooses the arm of the unions that follow in this structure; it is taken from
   * the union's value, so that it cannot contradict it.
   */
  public static <S, N extends WireNumber> Part<S> selector(
      String name, Codec<N> codec, Function<S, N> get) {
    return new SelectorPart<>(name, codec, get);
  }

  /**
   * The UINT32 count of octets that stand further behind in this structure, as {@link #counted}
   * fields in the order of their counts. TPM 1.2's requests to a Privacy CA begin with all counts.
   */
  public static <S> Part<S> countOf(String name, Function<S, Bytes> get) {
    return new CountPart<>(name, get);
  }

  /** Octets whose count stands before: see {@link #countOf}. */
  public static <S> Field<S, Bytes> counted(String name, Function<S, Bytes> get) {
    return new CodecField<>(name, Codecs.countedBefore(), get);
  }

  /**
   * Something on the wire that is not a component of the record: a constant, a selector, a count.
   */
  public sealed interface Part<S> permits ConstantPart, SelectorPart, CountPart {
    /** The name in the specification. */
    String name();

    /** Appends it. */
    void write(S owner, WireWriter out);

    /** Reads and checks it. */
    void read(WireReader in);

    /** Prepares for a random owner. */
    void random(RandomValues random);

    /** Its shape. */
    Layout layout();
  }

  static String hex8(int octet) {
    return String.format("0x%02x", octet);
  }

  private static IllegalArgumentException named(String name, IllegalArgumentException e) {
    return new IllegalArgumentException(name + ": " + e.getMessage(), e);
  }

  private record IntField<S>(String name, int width, ToIntFunction<S> get)
      implements Field<S, Integer> {
    @Override
    public void write(S owner, WireWriter out) {
      int value = get.applyAsInt(owner);
      if (value >>> 8 * width != 0) {
        throw named(name, new IllegalArgumentException(rule(value)));
      }
      if (width == 1) {
        out.u8(value);
      } else {
        out.u16(value);
      }
    }

    private String rule(int value) {
      return "must be 0 to " + (width == 1 ? 0xff : 0xffff) + ", was " + value;
    }

    @Override
    public Integer read(WireReader in) {
      WireTrace trace = in.trace();
      if (trace != null) {
        return trace.read(name, width == 1 ? Codecs.U8 : Codecs.U16, in);
      }
      try {
        return width == 1 ? in.u8() : in.u16();
      } catch (WireException e) {
        throw e.within(name);
      }
    }

    @Override
    public Integer random(RandomValues random) {
      return (int) random.unsigned(8 * width);
    }

    @Override
    public List<Layout.Part> parts() {
      return List.of(new Layout.Part(name, new Layout.Int("UINT" + 8 * width, width)));
    }
  }

  private record LongField<S>(String name, int width, ToLongFunction<S> get)
      implements Field<S, Long> {
    @Override
    public void write(S owner, WireWriter out) {
      long value = get.applyAsLong(owner);
      if (width == 8) {
        out.u64(value);
      } else if (value >>> 32 == 0) {
        out.u32((int) value);
      } else {
        throw new IllegalArgumentException(name + ": must be 0 to 4294967295, was " + value);
      }
    }

    @Override
    public Long read(WireReader in) {
      WireTrace trace = in.trace();
      if (trace != null) {
        return trace.read(name, width == 4 ? Codecs.U32 : Codecs.U64, in);
      }
      try {
        return width == 4 ? in.u32() : in.u64();
      } catch (WireException e) {
        throw e.within(name);
      }
    }

    @Override
    public Long random(RandomValues random) {
      return width == 4 ? random.unsigned(32) : random.bits64();
    }

    @Override
    public List<Layout.Part> parts() {
      return List.of(new Layout.Part(name, new Layout.Int("UINT" + 8 * width, width)));
    }
  }

  private record YesNoField<S>(String name, String type, Predicate<S> get)
      implements Field<S, Boolean> {
    @Override
    public void write(S owner, WireWriter out) {
      out.u8(get.test(owner) ? 1 : 0);
    }

    @Override
    public Boolean read(WireReader in) {
      WireTrace trace = in.trace();
      if (trace != null) {
        return trace.read(name, new YesNo(type), in);
      }
      try {
        return YesNo.read(type, in);
      } catch (WireException e) {
        throw e.within(name);
      }
    }

    @Override
    public Boolean random(RandomValues random) {
      return random.coin();
    }

    @Override
    public List<Layout.Part> parts() {
      return List.of(new Layout.Part(name, new Layout.Int(type, 1)));
    }
  }

  record YesNo(String type) implements Codec<Boolean> {
    @Override
    public void write(Boolean value, WireWriter out) {
      out.u8(value ? 1 : 0);
    }

    @Override
    public Boolean read(WireReader in) {
      return read(type, in);
    }

    static boolean read(String type, WireReader in) {
      int at = in.offset();
      int octet = in.u8();
      if (octet > 1) {
        throw WireException.refused(type + " must be 0 or 1", at, hex8(octet));
      }
      return octet == 1;
    }

    @Override
    public Boolean random(RandomValues random) {
      return random.coin();
    }

    @Override
    public Layout layout() {
      return new Layout.Int(type, 1);
    }
  }

  private record CodecField<S, A>(String name, Codec<A> codec, Function<S, A> get)
      implements Field<S, A> {
    @Override
    public void write(S owner, WireWriter out) {
      try {
        codec.write(get.apply(owner), out);
      } catch (IllegalArgumentException e) {
        throw named(name, e);
      }
    }

    @Override
    public A read(WireReader in) {
      return in.read(name, codec);
    }

    @Override
    public A random(RandomValues random) {
      long outer = random.enter();
      A value = codec.random(random);
      if (codec instanceof Union<?>) {
        // The arm that was picked is also the arm of the unions that follow in this structure.
        int picked = random.isSelected() ? random.selector() : 0;
        boolean any = random.isSelected();
        random.leave(outer);
        if (any) {
          random.select(picked);
        }
      } else {
        random.leave(outer);
      }
      return value;
    }

    @Override
    public List<Layout.Part> parts() {
      return List.of(new Layout.Part(name, codec.layout()));
    }
  }

  private record SelectedField<S, N extends WireNumber>(
      String name, IntFunction<N> make, Function<S, N> get) implements Field<S, N> {
    @Override
    public void write(S owner, WireWriter out) {
      int value = get.apply(owner).value();
      if (!out.admits(value)) {
        throw new IllegalArgumentException(
            name + ": is " + make.apply(value) + " inside a " + make.apply(out.selector()));
      }
    }

    @Override
    public N read(WireReader in) {
      return make.apply(in.selector());
    }

    @Override
    public N random(RandomValues random) {
      return make.apply(random.selector());
    }

    @Override
    public List<Layout.Part> parts() {
      return List.of();
    }
  }

  private record ConstantPart<S>(String name, Bytes value) implements Part<S> {
    @Override
    public void write(S owner, WireWriter out) {
      out.bytes(value);
    }

    @Override
    public void read(WireReader in) {
      WireTrace trace = in.trace();
      if (trace != null) {
        trace.read(name, new ConstantCodec(value), in);
        return;
      }
      try {
        ConstantCodec.check(value, in);
      } catch (WireException e) {
        throw e.within(name);
      }
    }

    @Override
    public void random(RandomValues random) {}

    @Override
    public Layout layout() {
      return new Layout.Constant(value);
    }
  }

  private record ConstantCodec(Bytes value) implements Codec<Bytes> {
    @Override
    public void write(Bytes ignored, WireWriter out) {
      out.bytes(value);
    }

    @Override
    public Bytes read(WireReader in) {
      check(value, in);
      return value;
    }

    static void check(Bytes value, WireReader in) {
      int at = in.offset();
      Bytes found = in.bytes(value.length());
      if (!found.equals(value)) {
        throw WireException.refused("must be " + value, at, found.toHex());
      }
    }

    @Override
    public Bytes random(RandomValues random) {
      return value;
    }

    @Override
    public Layout layout() {
      return new Layout.Constant(value);
    }
  }

  private record SelectorPart<S, N extends WireNumber>(
      String name, Codec<N> codec, Function<S, N> get) implements Part<S> {
    @Override
    public void write(S owner, WireWriter out) {
      N number = get.apply(owner);
      codec.write(number, out);
      out.select(number.value());
    }

    @Override
    public void read(WireReader in) {
      WireTrace trace = in.trace();
      if (trace != null) {
        in.selector(trace.read(name, codec, in).value());
        return;
      }
      try {
        in.selector(codec.read(in).value());
      } catch (WireException e) {
        throw e.within(name);
      }
    }

    @Override
    public void random(RandomValues random) {
      random.unselect();
    }

    @Override
    public Layout layout() {
      return codec.layout();
    }
  }

  private record CountPart<S>(String name, Function<S, Bytes> get) implements Part<S> {
    @Override
    public void write(S owner, WireWriter out) {
      out.u32(get.apply(owner).length());
    }

    @Override
    public void read(WireReader in) {
      WireTrace trace = in.trace();
      if (trace != null) {
        in.announce(trace.read(name, Codecs.U32, in));
        return;
      }
      try {
        in.announce(in.u32());
      } catch (WireException e) {
        throw e.within(name);
      }
    }

    @Override
    public void random(RandomValues random) {}

    @Override
    public Layout layout() {
      return new Layout.Int("UINT32", 4);
    }
  }

  private record AfterField<S, A>(Part<S> part, Field<S, A> field) implements Field<S, A> {
    @Override
    public String name() {
      return field.name();
    }

    @Override
    public void write(S owner, WireWriter out) {
      part.write(owner, out);
      field.write(owner, out);
    }

    @Override
    public A read(WireReader in) {
      part.read(in);
      return field.read(in);
    }

    @Override
    public A random(RandomValues random) {
      part.random(random);
      return field.random(random);
    }

    @Override
    public List<Layout.Part> parts() {
      List<Layout.Part> parts = new ArrayList<>();
      parts.add(new Layout.Part(part.name(), part.layout()));
      parts.addAll(field.parts());
      return List.copyOf(parts);
    }
  }
}
