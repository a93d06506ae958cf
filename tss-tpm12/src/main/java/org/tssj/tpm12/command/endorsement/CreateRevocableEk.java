package org.tssj.tpm12.command.endorsement;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_CreateRevocableEK: makes an endorsement key that can be revoked.
 *
 * @param antiReplay a nonce, 20 octets
 * @param keyInfo RSA 2048 with OAEP
 * @param generateReset whether the TPM chooses the secret that revokes it
 * @param inputEkReset the secret that revokes it; ignored if the TPM chooses
 * @see "TPM 1.2 Main, Part 3, 14.2 TPM_CreateRevocableEK"
 */
public record CreateRevocableEk(
    Bytes antiReplay, KeyParms keyInfo, boolean generateReset, AuthValue inputEkReset)
    implements Command<CreateRevocableEk.Response> {

  /**
   * What TPM_CreateRevocableEK answers.
   *
   * @param pubEndorsementKey the new key
   * @param checksum SHA-1 of the key and the nonce, 20 octets
   * @param outputEkReset the secret that revokes it
   */
  public record Response(PubKey pubEndorsementKey, Bytes checksum, AuthValue outputEkReset) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CreateRevocableEK response",
            Response::new,
            field("pubEndorsementKey", PubKey.CODEC, Response::pubEndorsementKey),
            bytes("checksum", 20, Response::checksum),
            secret("outputEKreset", 20, Response::outputEkReset));
  }

  /** TPM_ORD_CreateRevocableEK: no authorisation. */
  public static final CommandSpec<CreateRevocableEk, Response> SPEC =
      command(
          0x7f,
          struct(
              "TPM_CreateRevocableEK",
              CreateRevocableEk::new,
              bytes("antiReplay", 20, CreateRevocableEk::antiReplay),
              field("keyInfo", KeyParms.CODEC, CreateRevocableEk::keyInfo),
              bool("generateReset", CreateRevocableEk::generateReset),
              secret("inputEKreset", 20, CreateRevocableEk::inputEkReset)),
          Response.CODEC);

  @Override
  public CommandSpec<CreateRevocableEk, Response> spec() {
    return SPEC;
  }
}
