package org.tssj.tpm12.command;

import java.util.function.Function;
import org.tssj.core.AuthValue;
import org.tssj.core.wire.Fields;
import org.tssj.core.wire.MarkedField;

/**
 * Data behind its count, which the engine encrypts under the session of one of the command's
 * authorisations: TPM_Sealx has it. In the command's record it stands as it is; in octets that were
 * captured it is the encrypted form.
 *
 * @param <S> the command
 * @see "TPM 1.2 Main, Part 3, 10.7 TPM_Sealx"
 */
public final class EncDataField<S> extends MarkedField<S, AuthValue> {

  private final String role;

  private EncDataField(String name, String role, Function<S, AuthValue> get) {
    super(Fields.secret32(name, get));
    this.role = role;
  }

  /**
   * Data to be encrypted.
   *
   * @param role the authorisation whose OSAP session encrypts it
   */
  public static <S> EncDataField<S> encData(String name, String role, Function<S, AuthValue> get) {
    return new EncDataField<>(name, role, get);
  }

  /** The authorisation whose OSAP session encrypts it. */
  public String role() {
    return role;
  }
}
