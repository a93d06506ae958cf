package org.tssj.tpm12.command.maintenance;

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
 * TPM_LoadManuMaintPub: tells the TPM its manufacturer's maintenance key, once. Optional.
 *
 * @param antiReplay the caller's nonce, 20 octets
 * @param pubKey the manufacturer's key
 * @see "TPM 1.2 Main, Part 3, 12.4 TPM_LoadManuMaintPub"
 */
public record LoadManuMaintPub(Bytes antiReplay, PubKey pubKey)
    implements Command<LoadManuMaintPub.Response> {

  /**
   * What TPM_LoadManuMaintPub answers.
   *
   * @param checksum SHA-1 of key and nonce, 20 octets
   */
  public record Response(Bytes checksum) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_LoadManuMaintPub response",
            Response::new,
            bytes("checksum", 20, Response::checksum));
  }

  /** TPM_ORD_LoadManuMaintPub: no authorisation. */
  public static final CommandSpec<LoadManuMaintPub, Response> SPEC =
      command(
          0x2f,
          struct(
              "TPM_LoadManuMaintPub",
              LoadManuMaintPub::new,
              bytes("antiReplay", 20, LoadManuMaintPub::antiReplay),
              field("pubKey", PubKey.CODEC, LoadManuMaintPub::pubKey)),
          Response.CODEC);

  @Override
  public CommandSpec<LoadManuMaintPub, Response> spec() {
    return SPEC;
  }
}
