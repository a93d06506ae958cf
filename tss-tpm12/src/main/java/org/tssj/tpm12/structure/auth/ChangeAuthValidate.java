package org.tssj.tpm12.structure.auth;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.secret;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_CHANGEAUTH_VALIDATE: a new secret on its way to the TPM with TPM_ChangeAuthAsymFinish.
 *
 * @param newAuthSecret the new secret, 20 octets
 * @param n1 a nonce, 20 octets
 * @see "TPM 1.2 Main, Part 2, 5.12 TPM_CHANGEAUTH_VALIDATE"
 */
public record ChangeAuthValidate(AuthValue newAuthSecret, Bytes n1) {

  /** TPM_CHANGEAUTH_VALIDATE: secret, nonce. */
  public static final Codec<ChangeAuthValidate> CODEC =
      struct(
          "TPM_CHANGEAUTH_VALIDATE",
          ChangeAuthValidate::new,
          secret("newAuthSecret", 20, ChangeAuthValidate::newAuthSecret),
          bytes("n1", 20, ChangeAuthValidate::n1));
}
