package org.tssj.tpm12.command.crypto;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SHA1Complete: ends a SHA-1 calculation.
 *
 * @param hashData the last 0 to 64 octets
 * @see "TPM 1.2 Main, Part 3, 13.3 TPM_SHA1Complete"
 */
public record Sha1Complete(Bytes hashData) implements Command<Sha1Complete.Response> {

  /**
   * What TPM_SHA1Complete answers.
   *
   * @param hashValue SHA-1 of everything, 20 octets
   */
  public record Response(Bytes hashValue) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_SHA1Complete response",
            Response::new,
            bytes("hashValue", 20, Response::hashValue));
  }

  /** TPM_ORD_SHA1Complete: no authorisation. */
  public static final CommandSpec<Sha1Complete, Response> SPEC =
      command(
          0xa2,
          struct(
              "TPM_SHA1Complete", Sha1Complete::new, bytes32("hashData", Sha1Complete::hashData)),
          Response.CODEC);

  @Override
  public CommandSpec<Sha1Complete, Response> spec() {
    return SPEC;
  }
}
