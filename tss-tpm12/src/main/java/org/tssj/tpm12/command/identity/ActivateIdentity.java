package org.tssj.tpm12.command.identity;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.SymmetricKey;

/**
 * TPM_ActivateIdentity: opens a Privacy CA's answer, if it was made for this TPM and this identity
 * key.
 *
 * @param idKeyHandle the loaded identity key
 * @param blob TPM_ASYM_CA_CONTENTS or TPM_EK_BLOB, encrypted with the endorsement key
 * @see "TPM 1.2 Main, Part 3, 15.2 TPM_ActivateIdentity"
 */
public record ActivateIdentity(Handle idKeyHandle, Bytes blob)
    implements Command<ActivateIdentity.Response> {

  /**
   * What TPM_ActivateIdentity answers.
   *
   * @param symmetricKey the key that decrypts the certificate
   */
  public record Response(SymmetricKey symmetricKey) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_ActivateIdentity response",
            Response::new,
            field("symmetricKey", SymmetricKey.CODEC, Response::symmetricKey));
  }

  /**
   * TPM_ORD_ActivateIdentity: idKeyAuth unless the key has no secret, and ownerAuth. libtpms checks
   * the second one first.
   */
  public static final CommandSpec<ActivateIdentity, Response> SPEC =
      command(
              0x7a,
              struct(
                  "TPM_ActivateIdentity",
                  ActivateIdentity::new,
                  handle("idKeyHandle", ActivateIdentity::idKeyHandle),
                  bytes32("blob", ActivateIdentity::blob)),
              Response.CODEC,
              optional("idKeyAuth"),
              required("ownerAuth"))
          .withRefusalsInAnyOrder();

  @Override
  public CommandSpec<ActivateIdentity, Response> spec() {
    return SPEC;
  }
}
