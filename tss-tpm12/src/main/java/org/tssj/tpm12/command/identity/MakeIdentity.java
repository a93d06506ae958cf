package org.tssj.tpm12.command.identity;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.EncAuthField.encAuth;
import static org.tssj.tpm12.command.Role.optional;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.key.TpmKey;

/**
 * TPM_MakeIdentity: makes an attestation identity key below the storage root key. It is not loaded.
 *
 * @param identityAuth secret of the new key, 20 octets
 * @param labelPrivCaDigest TPM_CHOSENID_HASH: SHA-1 of the label and the Privacy CA's TPM_PUBKEY,
 *     20 octets
 * @param idKeyParams template: RSA 2048, PKCS#1 v1.5 with SHA-1, not migratable
 * @see "TPM 1.2 Main, Part 3, 15.1 TPM_MakeIdentity"
 */
public record MakeIdentity(AuthValue identityAuth, Bytes labelPrivCaDigest, TpmKey idKeyParams)
    implements Command<MakeIdentity.Response> {

  /**
   * What TPM_MakeIdentity answers.
   *
   * @param idKey the new key
   * @param identityBinding signature of TPM_IDENTITY_CONTENTS by the new key
   */
  public record Response(TpmKey idKey, Bytes identityBinding) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_MakeIdentity response",
            Response::new,
            field("idKey", TpmKey.CODEC, Response::idKey),
            bytes32("identityBinding", Response::identityBinding));
  }

  /** TPM_ORD_MakeIdentity: srkAuth unless the SRK has no secret, and ownerAuth by OSAP. */
  public static final CommandSpec<MakeIdentity, Response> SPEC =
      command(
          0x79,
          struct(
              "TPM_MakeIdentity",
              MakeIdentity::new,
              encAuth("identityAuth", "ownerAuth", MakeIdentity::identityAuth),
              bytes("labelPrivCADigest", 20, MakeIdentity::labelPrivCaDigest),
              field("idKeyParams", TpmKey.CODEC, MakeIdentity::idKeyParams)),
          Response.CODEC,
          optional("srkAuth"),
          required("ownerAuth"));

  @Override
  public CommandSpec<MakeIdentity, Response> spec() {
    return SPEC;
  }
}
