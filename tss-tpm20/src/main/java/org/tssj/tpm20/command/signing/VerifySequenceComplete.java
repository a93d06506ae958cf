package org.tssj.tpm20.command.signing;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.object.VerifiedTicket;

/**
 * TPM2_VerifySequenceComplete: ends a verifying sequence; since 1.85.
 *
 * @param sequenceHandle the sequence
 * @param keyHandle a loaded public key
 * @param signature the signature
 * @see "TPM 2.0 Library, version 185, Part 3, TPM2_VerifySequenceComplete"
 */
public record VerifySequenceComplete(Handle sequenceHandle, Handle keyHandle, Signature signature)
    implements Command<VerifySequenceComplete.Response> {

  /**
   * What TPM2_VerifySequenceComplete answers.
   *
   * @param validation proof for other commands that this TPM verified it
   */
  public record Response(VerifiedTicket validation) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_VerifySequenceComplete response",
            Response::new,
            field("validation", VerifiedTicket.CODEC, Response::validation));
  }

  /** TPM_CC_VerifySequenceComplete. */
  public static final CommandSpec<VerifySequenceComplete, Response> SPEC =
      command(
          0x01a3,
          struct(
              "TPM2_VerifySequenceComplete",
              VerifySequenceComplete::new,
              authorizedHandle("sequenceHandle", Role.USER, DH_OBJECT, VerifySequenceComplete::sequenceHandle),
              plainHandle("keyHandle", DH_OBJECT, VerifySequenceComplete::keyHandle),
              field("signature", Signature.CODEC, VerifySequenceComplete::signature)),
          Response.CODEC);

  @Override
  public CommandSpec<VerifySequenceComplete, Response> spec() {
    return SPEC;
  }
}
