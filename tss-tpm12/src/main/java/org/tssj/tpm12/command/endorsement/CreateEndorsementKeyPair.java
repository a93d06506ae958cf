package org.tssj.tpm12.command.endorsement;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_CreateEndorsementKeyPair: makes the endorsement key of a TPM that has none. It cannot be
 * revoked.
 *
 * @param antiReplay a nonce, 20 octets
 * @param keyInfo RSA 2048 with OAEP
 * @see "TPM 1.2 Main, Part 3, 14.1 TPM_CreateEndorsementKeyPair"
 */
public record CreateEndorsementKeyPair(Bytes antiReplay, KeyParms keyInfo)
    implements Command<CreateEndorsementKeyPair.Response> {

  /**
   * What TPM_CreateEndorsementKeyPair answers.
   *
   * @param pubEndorsementKey the new key
   * @param checksum SHA-1 of the key and the nonce, 20 octets
   */
  public record Response(PubKey pubEndorsementKey, Bytes checksum) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CreateEndorsementKeyPair response",
            Response::new,
            field("pubEndorsementKey", PubKey.CODEC, Response::pubEndorsementKey),
            bytes("checksum", 20, Response::checksum));
  }

  /** TPM_ORD_CreateEndorsementKeyPair: no authorisation. */
  public static final CommandSpec<CreateEndorsementKeyPair, Response> SPEC =
      command(
          0x78,
          struct(
              "TPM_CreateEndorsementKeyPair",
              CreateEndorsementKeyPair::new,
              bytes("antiReplay", 20, CreateEndorsementKeyPair::antiReplay),
              field("keyInfo", KeyParms.CODEC, CreateEndorsementKeyPair::keyInfo)),
          Response.CODEC);

  @Override
  public CommandSpec<CreateEndorsementKeyPair, Response> spec() {
    return SPEC;
  }
}
