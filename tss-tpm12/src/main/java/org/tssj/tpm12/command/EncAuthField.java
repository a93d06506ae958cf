package org.tssj.tpm12.command;

import java.util.function.Function;
import org.tssj.core.AuthValue;
import org.tssj.core.wire.Fields;
import org.tssj.core.wire.MarkedField;
import org.tssj.tpm12.structure.auth.Secret;

/**
 * TPM_ENCAUTH: a new secret, which the engine encrypts under the session of one of the command's
 * authorisations. In the command's record it stands as it is; in octets that were captured it is
 * the encrypted form.
 *
 * @param <S> the command
 * @see "TPM 1.2 Main, Part 1, 17 ADIP"
 */
public final class EncAuthField<S> extends MarkedField<S, AuthValue> {

  private final String role;

  private EncAuthField(String name, String role, Function<S, AuthValue> get) {
    super(Fields.secret(name, Secret.SIZE, get));
    this.role = role;
  }

  /**
   * A new secret.
   *
   * @param role the authorisation whose OSAP session encrypts it
   */
  public static <S> EncAuthField<S> encAuth(String name, String role, Function<S, AuthValue> get) {
    return new EncAuthField<>(name, role, get);
  }

  /** The authorisation whose OSAP session encrypts it. */
  public String role() {
    return role;
  }
}
