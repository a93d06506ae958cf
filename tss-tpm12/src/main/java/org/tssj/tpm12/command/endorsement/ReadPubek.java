package org.tssj.tpm12.command.endorsement;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_ReadPubek: reads the public endorsement key while there is no owner.
 *
 * <p>{@code Endorsement.read} checks the checksum.
 *
 * @param antiReplay a nonce, 20 octets
 * @see "TPM 1.2 Main, Part 3, 14.4 TPM_ReadPubek"
 */
public record ReadPubek(Bytes antiReplay) implements Command<ReadPubek.Response> {

  /**
   * What TPM_ReadPubek answers.
   *
   * @param pubEndorsementKey the key
   * @param checksum SHA-1 of the key and the nonce, 20 octets
   */
  public record Response(PubKey pubEndorsementKey, Bytes checksum) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_ReadPubek response",
            Response::new,
            field("pubEndorsementKey", PubKey.CODEC, Response::pubEndorsementKey),
            bytes("checksum", 20, Response::checksum));
  }

  /** TPM_ORD_ReadPubek: no authorisation. */
  public static final CommandSpec<ReadPubek, Response> SPEC =
      command(
          0x7c,
          struct("TPM_ReadPubek", ReadPubek::new, bytes("antiReplay", 20, ReadPubek::antiReplay)),
          Response.CODEC);

  @Override
  public CommandSpec<ReadPubek, Response> spec() {
    return SPEC;
  }
}
