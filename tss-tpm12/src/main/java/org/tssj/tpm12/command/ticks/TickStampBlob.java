package org.tssj.tpm12.command.ticks;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.time.CurrentTicks;

/**
 * TPM_TickStampBlob: has a key sign a digest together with the ticks: it existed at this time.
 *
 * @param keyHandle a signing, identity or legacy key
 * @param antiReplay the verifier's nonce, 20 octets
 * @param digestToStamp the digest, 20 octets
 * @see "TPM 1.2 Main, Part 3, 23.2 TPM_TickStampBlob"
 */
public record TickStampBlob(Handle keyHandle, Bytes antiReplay, Bytes digestToStamp)
    implements Command<TickStampBlob.Response> {

  /**
   * What TPM_TickStampBlob answers.
   *
   * @param currentTicks the time
   * @param sig signature of TPM_SIGN_INFO {@code TSTP}
   */
  public record Response(CurrentTicks currentTicks, Bytes sig) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_TickStampBlob response",
            Response::new,
            field("currentTicks", CurrentTicks.CODEC, Response::currentTicks),
            bytes32("sig", Response::sig));
  }

  /** TPM_ORD_TickStampBlob: privAuth unless it has no secret. */
  public static final CommandSpec<TickStampBlob, Response> SPEC =
      command(
          0xf2,
          struct(
              "TPM_TickStampBlob",
              TickStampBlob::new,
              handle("keyHandle", TickStampBlob::keyHandle),
              bytes("antiReplay", 20, TickStampBlob::antiReplay),
              bytes("digestToStamp", 20, TickStampBlob::digestToStamp)),
          Response.CODEC,
          optional("privAuth"));

  @Override
  public CommandSpec<TickStampBlob, Response> spec() {
    return SPEC;
  }
}
