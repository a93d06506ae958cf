package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Codec;

/**
 * TPMS_SENSITIVE_CREATE: what the caller puts into the hidden half of a new object.
 *
 * @param userAuth the new object's password
 * @param data what to seal, or the key where the caller brings it; empty where the TPM makes it
 *     (attribute sensitiveDataOrigin), and for every asymmetric key
 * @see "TPM 2.0 Library, Part 2, Table 150 TPMS_SENSITIVE_CREATE"
 */
public record SensitiveCreate(AuthValue userAuth, AuthValue data) {

  /** No password, nothing brought. */
  public static final SensitiveCreate EMPTY = new SensitiveCreate(AuthValue.EMPTY, AuthValue.EMPTY);

  /** TPMS_SENSITIVE_CREATE: password and data, each behind its size. */
  public static final Codec<SensitiveCreate> CODEC =
      struct(
          "TPMS_SENSITIVE_CREATE",
          SensitiveCreate::new,
          secret16("userAuth", 64, SensitiveCreate::userAuth),
          secret16("data", SensitiveCreate::data));

  /** For an object whose secret the TPM makes. */
  public static SensitiveCreate withAuth(AuthValue userAuth) {
    return new SensitiveCreate(userAuth, AuthValue.EMPTY);
  }

  /** For a child of a derivation parent, with the label and context to derive it from. */
  public static SensitiveCreate derived(AuthValue userAuth, Derive derive) {
    return new SensitiveCreate(userAuth, AuthValue.wrap(Derive.CODEC.encode(derive).toArray()));
  }
}
