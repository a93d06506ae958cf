package org.tssj.core.wire;

import java.util.List;

/**
 * A part of a structure: its name in the specification, how to get it out of the record, and its
 * codec. Made by the factories of {@link Fields}.
 *
 * @param <S> the structure
 * @param <A> the part, as the structure's constructor takes it
 */
public interface Field<S, A> {

  /** The name in the specification; it is the error path and the tree's label. */
  String name();

  /** Appends this part of {@code owner}. */
  void write(S owner, WireWriter out);

  /** Reads this part; a failure names it. */
  A read(WireReader in);

  /** A random part. */
  A random(RandomValues random);

  /** The parts this field has on the wire: one, and those declared to come before it. */
  List<Layout.Part> parts();
}
