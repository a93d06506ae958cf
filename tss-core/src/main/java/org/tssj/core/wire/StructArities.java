package org.tssj.core.wire;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One class per number of fields. They are records, whose components the JIT compiler trusts to be
 * constant; written out, because only so does the compiler check every field's type against the
 * constructor's parameter.
 */
final class StructArities {

  /** A random value may break a rule its constructor checks; then another one is tried. */
  private static final int TRIES = 200;

  private static final Logger LOG = LoggerFactory.getLogger(StructArities.class);

  private StructArities() {}

  private interface Attempt<S> {
    S make();
  }

  private static <S> S retry(String name, RandomValues random, Attempt<S> attempt) {
    for (int k = 0; k < TRIES; k++) {
      long outer = random.enter();
      try {
        return attempt.make();
      } catch (IllegalArgumentException refused) {
        LOG.trace("a random {} is refused: {}", name, refused.getMessage());
      } finally {
        random.leave(outer);
      }
    }
    throw new IllegalStateException("no random " + name + " passes its constructor");
  }

  record Struct0<S>(String name, S only) implements Struct<S> {
    @Override
    public List<Field<S, ?>> fields() {
      return List.of();
    }

    @Override
    public void write(S value, WireWriter out) {}

    @Override
    public S read(WireReader in) {
      return only;
    }

    @Override
    public S random(RandomValues random) {
      return only;
    }
  }

  record Struct1<S, A>(
      String name, Struct.Make1<A, S> make, List<Field<S, ?>> fields, Field<S, A> a)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      in.selector(outer);
      return make.make(aValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(name, random, () -> make.make(a.random(random)));
    }
  }

  record Struct2<S, A, B>(
      String name,
      Struct.Make2<A, B, S> make,
      List<Field<S, ?>> fields,
      Field<S, A> a,
      Field<S, B> b)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      in.selector(outer);
      return make.make(aValue, bValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(name, random, () -> make.make(a.random(random), b.random(random)));
    }
  }

  record Struct3<S, A, B, C>(
      String name,
      Struct.Make3<A, B, C, S> make,
      List<Field<S, ?>> fields,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      in.selector(outer);
      return make.make(aValue, bValue, cValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name, random, () -> make.make(a.random(random), b.random(random), c.random(random)));
    }
  }

  record Struct4<S, A, B, C, D>(
      String name,
      Struct.Make4<A, B, C, D, S> make,
      List<Field<S, ?>> fields,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      d.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      D dValue = d.read(in);
      in.selector(outer);
      return make.make(aValue, bValue, cValue, dValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name,
          random,
          () -> make.make(a.random(random), b.random(random), c.random(random), d.random(random)));
    }
  }

  record Struct5<S, A, B, C, D, E>(
      String name,
      Struct.Make5<A, B, C, D, E, S> make,
      List<Field<S, ?>> fields,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      d.write(value, out);
      e.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      D dValue = d.read(in);
      E eValue = e.read(in);
      in.selector(outer);
      return make.make(aValue, bValue, cValue, dValue, eValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name,
          random,
          () ->
              make.make(
                  a.random(random),
                  b.random(random),
                  c.random(random),
                  d.random(random),
                  e.random(random)));
    }
  }

  record Struct6<S, A, B, C, D, E, F>(
      String name,
      Struct.Make6<A, B, C, D, E, F, S> make,
      List<Field<S, ?>> fields,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      d.write(value, out);
      e.write(value, out);
      f.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      D dValue = d.read(in);
      E eValue = e.read(in);
      F fValue = f.read(in);
      in.selector(outer);
      return make.make(aValue, bValue, cValue, dValue, eValue, fValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name,
          random,
          () ->
              make.make(
                  a.random(random),
                  b.random(random),
                  c.random(random),
                  d.random(random),
                  e.random(random),
                  f.random(random)));
    }
  }

  record Struct7<S, A, B, C, D, E, F, G>(
      String name,
      Struct.Make7<A, B, C, D, E, F, G, S> make,
      List<Field<S, ?>> fields,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      d.write(value, out);
      e.write(value, out);
      f.write(value, out);
      g.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      D dValue = d.read(in);
      E eValue = e.read(in);
      F fValue = f.read(in);
      G gValue = g.read(in);
      in.selector(outer);
      return make.make(aValue, bValue, cValue, dValue, eValue, fValue, gValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name,
          random,
          () ->
              make.make(
                  a.random(random),
                  b.random(random),
                  c.random(random),
                  d.random(random),
                  e.random(random),
                  f.random(random),
                  g.random(random)));
    }
  }

  record Struct8<S, A, B, C, D, E, F, G, H>(
      String name,
      Struct.Make8<A, B, C, D, E, F, G, H, S> make,
      List<Field<S, ?>> fields,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g,
      Field<S, H> h)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      d.write(value, out);
      e.write(value, out);
      f.write(value, out);
      g.write(value, out);
      h.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      D dValue = d.read(in);
      E eValue = e.read(in);
      F fValue = f.read(in);
      G gValue = g.read(in);
      H hValue = h.read(in);
      in.selector(outer);
      return make.make(aValue, bValue, cValue, dValue, eValue, fValue, gValue, hValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name,
          random,
          () ->
              make.make(
                  a.random(random),
                  b.random(random),
                  c.random(random),
                  d.random(random),
                  e.random(random),
                  f.random(random),
                  g.random(random),
                  h.random(random)));
    }
  }

  record Struct9<S, A, B, C, D, E, F, G, H, I>(
      String name,
      Struct.Make9<A, B, C, D, E, F, G, H, I, S> make,
      List<Field<S, ?>> fields,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g,
      Field<S, H> h,
      Field<S, I> i)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      d.write(value, out);
      e.write(value, out);
      f.write(value, out);
      g.write(value, out);
      h.write(value, out);
      i.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      D dValue = d.read(in);
      E eValue = e.read(in);
      F fValue = f.read(in);
      G gValue = g.read(in);
      H hValue = h.read(in);
      I iValue = i.read(in);
      in.selector(outer);
      return make.make(aValue, bValue, cValue, dValue, eValue, fValue, gValue, hValue, iValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name,
          random,
          () ->
              make.make(
                  a.random(random),
                  b.random(random),
                  c.random(random),
                  d.random(random),
                  e.random(random),
                  f.random(random),
                  g.random(random),
                  h.random(random),
                  i.random(random)));
    }
  }

  record Struct10<S, A, B, C, D, E, F, G, H, I, J>(
      String name,
      Struct.Make10<A, B, C, D, E, F, G, H, I, J, S> make,
      List<Field<S, ?>> fields,
      Field<S, A> a,
      Field<S, B> b,
      Field<S, C> c,
      Field<S, D> d,
      Field<S, E> e,
      Field<S, F> f,
      Field<S, G> g,
      Field<S, H> h,
      Field<S, I> i,
      Field<S, J> j)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      d.write(value, out);
      e.write(value, out);
      f.write(value, out);
      g.write(value, out);
      h.write(value, out);
      i.write(value, out);
      j.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      D dValue = d.read(in);
      E eValue = e.read(in);
      F fValue = f.read(in);
      G gValue = g.read(in);
      H hValue = h.read(in);
      I iValue = i.read(in);
      J jValue = j.read(in);
      in.selector(outer);
      return make.make(
          aValue, bValue, cValue, dValue, eValue, fValue, gValue, hValue, iValue, jValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name,
          random,
          () ->
              make.make(
                  a.random(random),
                  b.random(random),
                  c.random(random),
                  d.random(random),
                  e.random(random),
                  f.random(random),
                  g.random(random),
                  h.random(random),
                  i.random(random),
                  j.random(random)));
    }
  }

  record Struct11<S, A, B, C, D, E, F, G, H, I, J, K>(
      String name,
      Struct.Make11<A, B, C, D, E, F, G, H, I, J, K, S> make,
      List<Field<S, ?>> fields,
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
      Field<S, K> k)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      d.write(value, out);
      e.write(value, out);
      f.write(value, out);
      g.write(value, out);
      h.write(value, out);
      i.write(value, out);
      j.write(value, out);
      k.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      D dValue = d.read(in);
      E eValue = e.read(in);
      F fValue = f.read(in);
      G gValue = g.read(in);
      H hValue = h.read(in);
      I iValue = i.read(in);
      J jValue = j.read(in);
      K kValue = k.read(in);
      in.selector(outer);
      return make.make(
          aValue, bValue, cValue, dValue, eValue, fValue, gValue, hValue, iValue, jValue, kValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name,
          random,
          () ->
              make.make(
                  a.random(random),
                  b.random(random),
                  c.random(random),
                  d.random(random),
                  e.random(random),
                  f.random(random),
                  g.random(random),
                  h.random(random),
                  i.random(random),
                  j.random(random),
                  k.random(random)));
    }
  }

  record Struct12<S, A, B, C, D, E, F, G, H, I, J, K, L>(
      String name,
      Struct.Make12<A, B, C, D, E, F, G, H, I, J, K, L, S> make,
      List<Field<S, ?>> fields,
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
      Field<S, L> l)
      implements Struct<S> {
    @Override
    public void write(S value, WireWriter out) {
      long outer = out.scope();
      a.write(value, out);
      b.write(value, out);
      c.write(value, out);
      d.write(value, out);
      e.write(value, out);
      f.write(value, out);
      g.write(value, out);
      h.write(value, out);
      i.write(value, out);
      j.write(value, out);
      k.write(value, out);
      l.write(value, out);
      out.scope(outer);
    }

    @Override
    public S read(WireReader in) {
      int outer = in.selector();
      A aValue = a.read(in);
      B bValue = b.read(in);
      C cValue = c.read(in);
      D dValue = d.read(in);
      E eValue = e.read(in);
      F fValue = f.read(in);
      G gValue = g.read(in);
      H hValue = h.read(in);
      I iValue = i.read(in);
      J jValue = j.read(in);
      K kValue = k.read(in);
      L lValue = l.read(in);
      in.selector(outer);
      return make.make(
          aValue, bValue, cValue, dValue, eValue, fValue, gValue, hValue, iValue, jValue, kValue,
          lValue);
    }

    @Override
    public S random(RandomValues random) {
      return retry(
          name,
          random,
          () ->
              make.make(
                  a.random(random),
                  b.random(random),
                  c.random(random),
                  d.random(random),
                  e.random(random),
                  f.random(random),
                  g.random(random),
                  h.random(random),
                  i.random(random),
                  j.random(random),
                  k.random(random),
                  l.random(random)));
    }
  }
}
