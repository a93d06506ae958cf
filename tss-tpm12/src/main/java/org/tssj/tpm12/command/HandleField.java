package org.tssj.tpm12.command;

import java.util.function.Function;
import org.tssj.core.wire.Fields;
import org.tssj.core.wire.MarkedField;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * A handle in front of the parameters of a command or response. It is outside the HMAC digest: a
 * resource manager may put another number there without knowing any secret.
 *
 * <p>A handle that the digest covers (TPM_OwnerReadInternalPub has one) is an ordinary field.
 *
 * @param <S> the command or response
 */
public final class HandleField<S> extends MarkedField<S, Handle> {

  private final Function<S, Handle> get;
  private final boolean key;

  private HandleField(String name, Function<S, Handle> get, boolean key) {
    super(Fields.field(name, Handle.CODEC, get));
    this.get = get;
    this.key = key;
  }

  /** The handle of a key, outside the digest. */
  public static <S> HandleField<S> handle(String name, Function<S, Handle> get) {
    return new HandleField<>(name, get, true);
  }

  /** The handle of something else, outside the digest. */
  public static <S> HandleField<S> otherHandle(String name, Function<S, Handle> get) {
    return new HandleField<>(name, get, false);
  }

  /** Whether it is the handle of a key, which the log of a transport session names. */
  public boolean isKey() {
    return key;
  }

  /** The handle in a command or response. */
  public Handle of(S owner) {
    return get.apply(owner);
  }
}
