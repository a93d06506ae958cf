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
 * TPM2_SignSequenceStart: starts a sequence that signs a message of any length; since 1.85.
 *
 * @param keyHandle a loaded signing key
 * @param auth the auth value of the sequence
 * @param context the context string of the scheme, at most 255 octets; empty for none
 * @see "TPM 2.0 Library, version 185, Part 3, TPM2_SignSequenceStart"
 */
public record SignSequenceStart(Handle keyHandle, AuthValue auth, Bytes context)
    implements Command<SignSequenceStart.Response> {

  /**
   * What TPM2_SignSequenceStart answers.
   *
   * @param sequenceHandle the sequence
   */
  public record Response(Handle sequenceHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_SignSequenceStart response",
            Response::new,
            plainHandle("sequenceHandle", Response::sequenceHandle));
  }

  /** TPM_CC_SignSequenceStart. */
  public static final CommandSpec<SignSequenceStart, Response> SPEC =
      command(
          0x01aa,
          struct(
              "TPM2_SignSequenceStart",
              SignSequenceStart::new,
              plainHandle("keyHandle", DH_OBJECT, SignSequenceStart::keyHandle),
              secret16("auth", 64, SignSequenceStart::auth),
              bytes16("context", SignSequenceStart::context)),
          Response.CODEC);

  @Override
  public CommandSpec<SignSequenceStart, Response> spec() {
    return SPEC;
  }
}
