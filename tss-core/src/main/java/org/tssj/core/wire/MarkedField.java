package org.tssj.core.wire;

import java.util.List;

/**
 * A field like another, of which a family's commands say something more: that it is a handle with
 * its authorisation, that it is encrypted on its way. On the wire the two are the same.
 *
 * @param <S> the structure
 * @param <A> the part, as the structure's constructor takes it
 */
public abstract class MarkedField<S, A> implements Field<S, A> {

  private final Field<S, A> field;

  /** Marks a field. */
  protected MarkedField(Field<S, A> field) {
    this.field = field;
  }

  @Override
  public final String name() {
    return field.name();
  }

  @Override
  public final void write(S owner, WireWriter out) {
    field.write(owner, out);
  }

  @Override
  public final A read(WireReader in) {
    return field.read(in);
  }

  @Override
  public final A random(RandomValues random) {
    return field.random(random);
  }

  @Override
  public final List<Layout.Part> parts() {
    return field.parts();
  }
}
