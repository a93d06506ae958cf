package org.tssj.tpm12.command.crypto;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_GetRandom: asks for octets from the TPM's generator.
 *
 * <p>The TPM may return fewer, never more. Ask again for the rest, or use {@code
 * Tpm12.random(int)}, which does.
 *
 * @param bytesRequested octets wanted
 * @see "TPM 1.2 Main, Part 3, 13.6 TPM_GetRandom"
 */
public record GetRandom(long bytesRequested) implements Command<GetRandom.Response> {

  /**
   * What TPM_GetRandom answers.
   *
   * @param randomBytes 0 to {@code bytesRequested} octets
   */
  public record Response(Bytes randomBytes) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_GetRandom response", Response::new, bytes32("randomBytes", Response::randomBytes));
  }

  /** TPM_ORD_GetRandom: no authorisation. */
  public static final CommandSpec<GetRandom, Response> SPEC =
      command(
          0x46,
          struct("TPM_GetRandom", GetRandom::new, u32("bytesRequested", GetRandom::bytesRequested)),
          Response.CODEC);

  @Override
  public CommandSpec<GetRandom, Response> spec() {
    return SPEC;
  }
}
