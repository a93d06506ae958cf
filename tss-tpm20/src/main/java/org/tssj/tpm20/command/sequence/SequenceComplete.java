package org.tssj.tpm20.command.sequence;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
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
import org.tssj.tpm20.structure.object.HashcheckTicket;

/**
 * TPM2_SequenceComplete: ends a hash or HMAC sequence, which is flushed.
 *
 * @param sequenceHandle the sequence
 * @param buffer the last octets, at most 1024
 * @param hierarchy whom the ticket belongs to; TPM_RH_NULL for no ticket
 * @see "TPM 2.0 Library, Part 3, 17.6 TPM2_SequenceComplete"
 */
public record SequenceComplete(Handle sequenceHandle, Bytes buffer, Handle hierarchy)
    implements Command<SequenceComplete.Response> {

  /**
   * What TPM2_SequenceComplete answers.
   *
   * @param result the digest or code
   * @param validation proof that this TPM made the digest, and that it does not start with
   *     TPM_GENERATED_VALUE
   */
  public record Response(Bytes result, HashcheckTicket validation) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_SequenceComplete response",
            Response::new,
            bytes16("result", 64, Response::result),
            field("validation", HashcheckTicket.CODEC, Response::validation));
  }

  /** TPM_CC_SequenceComplete. */
  public static final CommandSpec<SequenceComplete, Response> SPEC =
      command(
          0x013e,
          struct(
              "TPM2_SequenceComplete",
              SequenceComplete::new,
              authorizedHandle("sequenceHandle", Role.USER, DH_OBJECT, SequenceComplete::sequenceHandle),
              bytes16("buffer", SequenceComplete::buffer),
              field("hierarchy", RH_HIERARCHY.or(Handle.NULL), SequenceComplete::hierarchy)),
          Response.CODEC);

  @Override
  public CommandSpec<SequenceComplete, Response> spec() {
    return SPEC;
  }
}
