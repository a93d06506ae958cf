package org.tssj.tpm20.command;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Fields;
import org.tssj.core.wire.MarkedField;
import org.tssj.core.wire.Restricted;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * A handle in the handle area of a command or response, which comes before the authorisation area;
 * and whether it needs an authorisation.
 *
 * @param <S> the command or response
 */
public final class HandleField<S> extends MarkedField<S, Handle> {

  private final Function<S, Handle> get;
  private final @Nullable Role role;

  private HandleField(
      String name, Codec<Handle> type, @Nullable Role role, Function<S, Handle> get) {
    super(Fields.field(name, type, get));
    this.get = get;
    this.role = role;
  }

  /** A handle of any kind that needs no authorisation. */
  public static <S> HandleField<S> plainHandle(String name, Function<S, Handle> get) {
    return new HandleField<>(name, Handle.CODEC, null, get);
  }

  /**
   * A handle that needs no authorisation.
   *
   * @param type its interface type, which says what may stand there
   */
  public static <S> HandleField<S> plainHandle(
      String name, Restricted<Handle> type, Function<S, Handle> get) {
    return new HandleField<>(name, type, null, get);
  }

  /** A handle of any kind whose use has to be authorised (with an at-sign in Part 3). */
  public static <S> HandleField<S> authorizedHandle(
      String name, Role role, Function<S, Handle> get) {
    return new HandleField<>(name, Handle.CODEC, role, get);
  }

  /**
   * A handle whose use has to be authorised (written with an at-sign in Part 3).
   *
   * @param type its interface type, which says what may stand there
   */
  public static <S> HandleField<S> authorizedHandle(
      String name, Role role, Restricted<Handle> type, Function<S, Handle> get) {
    return new HandleField<>(name, type, role, get);
  }

  /** The role its authorisation needs, or empty if it needs none. */
  public Optional<Role> role() {
    return Optional.ofNullable(role);
  }

  /** The handle in a command or response. */
  public Handle of(S owner) {
    return get.apply(owner);
  }
}
