package org.tssj.core.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * A structure's codec: the record's constructor and its fields in wire order, written once.
 *
 * <p>Typed by arity, so that a missing or wrong field does not compile. Two neighbours of one type
 * can still be swapped: the completeness test compares field names with the specification's tables.
 *
 * @param <S> the record
 */
public interface Struct<S> extends Codec<S> {

  /** The structure's name in the specification. */
  String name();

  /** The fields in wire order. */
  List<Field<S, ?>> fields();

  /** Appends the fields from {@code from} (inclusive) to {@code to} (exclusive). */
  default void writeFields(S value, WireWriter out, int from, int to) {
    List<Field<S, ?>> fields = fields();
    for (int k = from; k < to; k++) {
      fields.get(k).write(value, out);
    }
  }

  @Override
  default Layout layout() {
    List<Layout.Part> parts = new ArrayList<>();
    for (Field<S, ?> field : fields()) {
      parts.addAll(field.parts());
    }
    return new Layout.Structure(name(), parts);
  }

  /** A structure without fields. */
  static <S> Struct<S> struct(String name, S only) {
    return new StructArities.Struct0<>(name, only);
  }

  /** A constructor with 1 parameter. */
  interface Make1<A, S> {
    /** Makes the record. */
    S make(A a);
  }

  /** A structure of 1 field. */
  static <S, A> Struct<S> struct(String name, Make1<A, S> make, Field<S, A> a) {
    return new StructArities.Struct1<>(name, make, List.of(a), a);
  }

  /** A constructor with 2 parameters. */
  interface Make2<A, B, S> {
    /** Makes the record. */
    S make(A a, B b);
  }

  /** A structure of 2 fields. */
  static <S, A, B> Struct<S> struct(
      String name, Make2<A, B, S> make, Field<S, A> a, Field<S, B> b) {
    return new StructArities.Struct2<>(name, make, List.of(a, b), a, b);
  }

  /** A constructor with 3 parameters. */
  interface Make3<A, B, C, S> {
    /** Makes the record. */
    S make(A a, B b, C c);
  }

  /** A structure of 3 fields. */
  static <S, A, B, C> Struct<S> struct(
      String name, Make3<A, B, C, S> make, Field<S, A> a, Field<S, B> b, Field<S, C> c) {
    return new StructArities.Struct3<>(name, make, List.of(a, b, c), a, b, c);
  }

  /** A constructor with 4 parameters. */
  interface Make4<A, B, C, D, S> {
    /** Makes the record. */
    S make(A a, B b, C c, D d);
  }

  /** A structure of 4 fields. */
  static <S, A, B, C, D> Struct<S> struct(
      String name,
      Make4<A, B, C, D, S> make,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d) {
    return new StructArities.Struct4<>(name, make, List.of(a, b, c, d), a, b, c, d);
  }

  /** A constructor with 5 parameters. */
  interface Make5<A, B, C, D, E, S> {
    /** Makes the record. */
    S make(A a, B b, C c, D d, E e);
  }

  /** A structure of 5 fields. */
  static <S, A, B, C, D, E> Struct<S> struct(
      String name,
      Make5<A, B, C, D, E, S> make,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e) {
    return new StructArities.Struct5<>(name, make, List.of(a, b, c, d, e), a, b, c, d, e);
  }

  /** A constructor with 6 parameters. */
  interface Make6<A, B, C, D, E, F, S> {
    /** Makes the record. */
    S make(A a, B b, C c, D d, E e, F f);
  }

  /** A structure of 6 fields. */
  static <S, A, B, C, D, E, F> Struct<S> struct(
      String name,
      Make6<A, B, C, D, E, F, S> make,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f) {
    return new StructArities.Struct6<>(name, make, List.of(a, b, c, d, e, f), a, b, c, d, e, f);
  }

  /** A constructor with 7 parameters. */
  interface Make7<A, B, C, D, E, F, G, S> {
    /** Makes the record. */
    S make(A a, B b, C c, D d, E e, F f, G g);
  }

  /** A structure of 7 fields. */
  static <S, A, B, C, D, E, F, G> Struct<S> struct(
      String name,
      Make7<A, B, C, D, E, F, G, S> make,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g) {
    return new StructArities.Struct7<>(
        name, make, List.of(a, b, c, d, e, f, g), a, b, c, d, e, f, g);
  }

  /** A constructor with 8 parameters. */
  interface Make8<A, B, C, D, E, F, G, H, S> {
    /** Makes the record. */
    S make(A a, B b, C c, D d, E e, F f, G g, H h);
  }

  /** A structure of 8 fields. */
  static <S, A, B, C, D, E, F, G, H> Struct<S> struct(
      String name,
      Make8<A, B, C, D, E, F, G, H, S> make,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g,
      Field<S, H> h) {
    return new StructArities.Struct8<>(
        name, make, List.of(a, b, c, d, e, f, g, h), a, b, c, d, e, f, g, h);
  }

  /** A constructor with 9 parameters. */
  interface Make9<A, B, C, D, E, F, G, H, I, S> {
    /** Makes the record. */
    S make(A a, B b, C c, D d, E e, F f, G g, H h, I i);
  }

  /** A structure of 9 fields. */
  static <S, A, B, C, D, E, F, G, H, I> Struct<S> struct(
      String name,
      Make9<A, B, C, D, E, F, G, H, I, S> make,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g,
      Field<S, H> h,
      Field<S, I> i) {
    return new StructArities.Struct9<>(
        name, make, List.of(a, b, c, d, e, f, g, h, i), a, b, c, d, e, f, g, h, i);
  }

  /** A constructor with 10 parameters. */
  interface Make10<A, B, C, D, E, F, G, H, I, J, S> {
    /** Makes the record. */
    S make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
  }

  /** A structure of 10 fields. */
  static <S, A, B, C, D, E, F, G, H, I, J> Struct<S> struct(
      String name,
      Make10<A, B, C, D, E, F, G, H, I, J, S> make,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g,
      Field<S, H> h,
      Field<S, I> i,
      Field<S, J> j) {
    return new StructArities.Struct10<>(
        name, make, List.of(a, b, c, d, e, f, g, h, i, j), a, b, c, d, e, f, g, h, i, j);
  }

  /** A constructor with 11 parameters. */
  interface Make11<A, B, C, D, E, F, G, H, I, J, K, S> {
    /** Makes the record. */
    S make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
  }

  /** A structure of 11 fields. */
  static <S, A, B, C, D, E, F, G, H, I, J, K> Struct<S> struct(
      String name,
      Make11<A, B, C, D, E, F, G, H, I, J, K, S> make,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g,
      Field<S, H> h,
      Field<S, I> i,
      Field<S, J> j,
      Field<S, K> k) {
    return new StructArities.Struct11<>(
        name, make, List.of(a, b, c, d, e, f, g, h, i, j, k), a, b, c, d, e, f, g, h, i, j, k);
  }

  /** A constructor with 12 parameters. */
  interface Make12<A, B, C, D, E, F, G, H, I, J, K, L, S> {
    /** Makes the record. */
    S make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
  }

  /** A structure of 12 fields. */
  static <S, A, B, C, D, E, F, G, H, I, J, K, L> Struct<S> struct(
      String name,
      Make12<A, B, C, D, E, F, G, H, I, J, K, L, S> make,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g,
      Field<S, H> h,
      Field<S, I> i,
      Field<S, J> j,
      Field<S, K> k,
      Field<S, L> l) {
    return new StructArities.Struct12<>(
        name,
        make,
        List.of(a, b, c, d, e, f, g, h, i, j, k, l),
        a,
        b,
        c,
        d,
        e,
        f,
        g,
        h,
        i,
        j,
        k,
        l);
  }
}
