package org.tssj.tpm20.command.sequence;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_PCR;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_EventSequenceComplete: ends an event sequence and extends a PCR with its digests.
 *
 * @param pcrHandle the PCR to extend, or TPM_RH_NULL
 * @param sequenceHandle the sequence
 * @param buffer the last octets, at most 1024
 * @see "TPM 2.0 Library, Part 3, 17.7 TPM2_EventSequenceComplete"
 */
public record EventSequenceComplete(Handle pcrHandle, Handle sequenceHandle, Bytes buffer)
    implements Command<EventSequenceComplete.Response> {

  /**
   * What TPM2_EventSequenceComplete answers.
   *
   * @param results the digest in every bank
   */
  public record Response(List<HashValue> results) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_EventSequenceComplete response",
            Response::new,
            list("results", 16, HashValue.CODEC, Response::results));

    public Response {
      results = List.copyOf(results);
    }
  }

  /** TPM_CC_EventSequenceComplete. */
  public static final CommandSpec<EventSequenceComplete, Response> SPEC =
      command(
          0x0185,
          struct(
              "TPM2_EventSequenceComplete",
              EventSequenceComplete::new,
              authorizedHandle("pcrHandle", Role.USER, DH_PCR.or(Handle.NULL), EventSequenceComplete::pcrHandle),
              authorizedHandle("sequenceHandle", Role.USER, DH_OBJECT, EventSequenceComplete::sequenceHandle),
              bytes16("buffer", EventSequenceComplete::buffer)),
          Response.CODEC);

  @Override
  public CommandSpec<EventSequenceComplete, Response> spec() {
    return SPEC;
  }
}
