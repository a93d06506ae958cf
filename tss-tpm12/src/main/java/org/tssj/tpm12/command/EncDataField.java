package org.tssj.tpm12.command;

import java.util.List;
import java.util.function.Function;
import org.tssj.core.AuthValue;
import org.tssj.core.wire.Field;
import org.tssj.core.wire.Fields;
import org.tssj.core.wire.Layout;
import org.tssj.core.wire.RandomValues;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;

/**
 * Data behind its count, which the engine encrypts under the session of one of the command's
 * authorisations: TPM_Sealx has it. In the command's record it stands as it is; in octets that were
 * captured it is the encrypted form.
 *
 * @param <S> the command
 * @see "TPM 1.2 Main, Part 3, 10.7 TPM_Sealx"
 */
public final class EncDataField<S> implements Field<S, AuthValue> {

  private final Field<S, AuthValue> field;
  private final String role;

  private EncDataField(String name, String role, Function<S, AuthValue> get) {
    this.field = Fields.secret32(name, get);
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

  @Override
  public String name() {
    return field.name();
  }

  @Override
  public void write(S owner, WireWriter out) {
    field.write(owner, out);
  }

  @Override
  public AuthValue read(WireReader in) {
    return field.read(in);
  }

  @Override
  public AuthValue random(RandomValues random) {
    return field.random(random);
  }

  @Override
  public List<Layout.Part> parts() {
    return field.parts();
  }
}
