package org.tssj.tpm12.command.maintenance;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_ReadManuMaintPub: reads a digest of the manufacturer's maintenance key. Optional.
 *
 * @param antiReplay the caller's nonce, 20 octets
 * @see "TPM 1.2 Main, Part 3, 12.5 TPM_ReadManuMaintPub"
 */
public record ReadManuMaintPub(Bytes antiReplay) implements Command<ReadManuMaintPub.Response> {

  /**
   * What TPM_ReadManuMaintPub answers.
   *
   * @param checksum SHA-1 of key and nonce, 20 octets
   */
  public record Response(Bytes checksum) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_ReadManuMaintPub response",
            Response::new,
            bytes("checksum", 20, Response::checksum));
  }

  /** TPM_ORD_ReadManuMaintPub: no authorisation. */
  public static final CommandSpec<ReadManuMaintPub, Response> SPEC =
      command(
          0x30,
          struct(
              "TPM_ReadManuMaintPub",
              ReadManuMaintPub::new,
              bytes("antiReplay", 20, ReadManuMaintPub::antiReplay)),
          Response.CODEC);

  @Override
  public CommandSpec<ReadManuMaintPub, Response> spec() {
    return SPEC;
  }
}
