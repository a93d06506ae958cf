package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;

/**
 * TPM_SYMMETRIC_KEY: a symmetric session key, as a Privacy CA sends one and TPM_ActivateIdentity
 * hands it out.
 *
 * @param algId whose key it is
 * @param encScheme the mode it is used in
 * @param data the key itself
 * @see "TPM 1.2 Main, Part 2, 9.4 TPM_SYMMETRIC_KEY"
 */
public record SymmetricKey(AlgorithmId algId, EncScheme encScheme, AuthValue data) {

  /** TPM_SYMMETRIC_KEY: 8 octets and the key. */
  public static final Codec<SymmetricKey> CODEC =
      struct(
          "TPM_SYMMETRIC_KEY",
          SymmetricKey::new,
          field("algId", AlgorithmId.CODEC, SymmetricKey::algId),
          field("encScheme", EncScheme.CODEC, SymmetricKey::encScheme),
          secret16("data", SymmetricKey::data));
}
