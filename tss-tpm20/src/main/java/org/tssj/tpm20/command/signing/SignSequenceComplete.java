package org.tssj.tpm20.command.signing;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;

/**
 * TPM2_SignSequenceComplete: ends a signing sequence; since 1.85.
 *
 * @param sequenceHandle the sequence
 * @param keyHandle a loaded signing key
 * @param buffer the last octets of the message
 * @see "TPM 2.0 Library, version 185, Part 3, TPM2_SignSequenceComplete"
 */
public record SignSequenceComplete(Handle sequenceHandle, Handle keyHandle, Bytes buffer)
    implements Command<SignSequenceComplete.Response> {

  /**
   * What TPM2_SignSequenceComplete answers.
   *
   * @param signature the signature
   */
  public record Response(Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_SignSequenceComplete response",
            Response::new,
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_SignSequenceComplete. */
  public static final CommandSpec<SignSequenceComplete, Response> SPEC =
      command(
          0x01a4,
          struct(
              "TPM2_SignSequenceComplete",
              SignSequenceComplete::new,
              authorizedHandle("sequenceHandle", Role.USER, DH_OBJECT, SignSequenceComplete::sequenceHandle),
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, SignSequenceComplete::keyHandle),
              bytes16("buffer", SignSequenceComplete::buffer)),
          Response.CODEC);

  @Override
  public CommandSpec<SignSequenceComplete, Response> spec() {
    return SPEC;
  }
}
