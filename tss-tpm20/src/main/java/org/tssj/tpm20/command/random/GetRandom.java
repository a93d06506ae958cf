package org.tssj.tpm20.command.random;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;

/**
 * TPM2_GetRandom: asks for octets from the TPM's generator.
 *
 * <p>The TPM may return fewer, never more: as many as its largest digest holds. Ask again for the
 * rest, or use {@code Tpm20.random(int)}, which does.
 *
 * @param bytesRequested octets wanted, 0 to 65535
 * @see "TPM 2.0 Library, Part 3, 16.1 TPM2_GetRandom"
 */
public record GetRandom(int bytesRequested) implements Command<GetRandom.Response> {

  /**
   * What TPM2_GetRandom answers.
   *
   * @param randomBytes 0 to {@code bytesRequested} octets
   */
  public record Response(Bytes randomBytes) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_GetRandom response",
            Response::new,
            bytes16("randomBytes", Response::randomBytes));
  }

  /** TPM_CC_GetRandom: no handles, no authorisation. */
  public static final CommandSpec<GetRandom, Response> SPEC =
      command(
          0x017b,
          struct(
              "TPM2_GetRandom", GetRandom::new, u16("bytesRequested", GetRandom::bytesRequested)),
          Response.CODEC);

  @Override
  public CommandSpec<GetRandom, Response> spec() {
    return SPEC;
  }
}
