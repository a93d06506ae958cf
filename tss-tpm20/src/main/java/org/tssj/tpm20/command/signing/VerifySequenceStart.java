package org.tssj.tpm20.command.signing;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_VerifySequenceStart: starts a sequence that verifies a message of any length; since 1.85.
 *
 * @param keyHandle a loaded public key
 * @param auth the auth value of the sequence
 * @param hint what a verification may need before the message: the R value of an EdDSA signature;
 *     else empty
 * @param context the context string of the scheme, at most 255 octets; empty for none
 * @see "TPM 2.0 Library, version 185, Part 3, TPM2_VerifySequenceStart"
 */
public record VerifySequenceStart(Handle keyHandle, AuthValue auth, Bytes hint, Bytes context)
    implements Command<VerifySequenceStart.Response> {

  /**
   * What TPM2_VerifySequenceStart answers.
   *
   * @param sequenceHandle the sequence
   */
  public record Response(Handle sequenceHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_VerifySequenceStart response",
            Response::new,
            plainHandle("sequenceHandle", Response::sequenceHandle));
  }

  /** TPM_CC_VerifySequenceStart. */
  public static final CommandSpec<VerifySequenceStart, Response> SPEC =
      command(
          0x01a9,
          struct(
              "TPM2_VerifySequenceStart",
              VerifySequenceStart::new,
              plainHandle("keyHandle", DH_OBJECT, VerifySequenceStart::keyHandle),
              secret16("auth", 64, VerifySequenceStart::auth),
              bytes16("hint", VerifySequenceStart::hint),
              bytes16("context", VerifySequenceStart::context)),
          Response.CODEC);

  @Override
  public CommandSpec<VerifySequenceStart, Response> spec() {
    return SPEC;
  }
}
