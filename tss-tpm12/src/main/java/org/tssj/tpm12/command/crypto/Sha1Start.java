package org.tssj.tpm12.command.crypto;

import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SHA1Start: begins a SHA-1 calculation inside the TPM.
 *
 * @see "TPM 1.2 Main, Part 3, 13.1 TPM_SHA1Start"
 */
public record Sha1Start() implements Command<Sha1Start.Response> {

  /**
   * What TPM_SHA1Start answers.
   *
   * @param maxNumBytes how many octets TPM_SHA1Update takes at most
   */
  public record Response(long maxNumBytes) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_SHA1Start response", Response::new, u32("maxNumBytes", Response::maxNumBytes));
  }

  /** TPM_ORD_SHA1Start: no authorisation. */
  public static final CommandSpec<Sha1Start, Response> SPEC =
      command(0xa0, struct("TPM_SHA1Start", new Sha1Start()), Response.CODEC);

  @Override
  public CommandSpec<Sha1Start, Response> spec() {
    return SPEC;
  }
}
