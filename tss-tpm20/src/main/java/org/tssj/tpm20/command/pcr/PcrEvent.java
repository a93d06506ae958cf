package org.tssj.tpm20.command.pcr;

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
 * TPM2_PCR_Event: hashes an event in every bank and extends a PCR with the digests.
 *
 * @param pcrHandle the PCR, or TPM_RH_NULL to hash only
 * @param eventData what happened, at most 1024 octets
 * @see "TPM 2.0 Library, Part 3, 22.3 TPM2_PCR_Event"
 */
public record PcrEvent(Handle pcrHandle, Bytes eventData) implements Command<PcrEvent.Response> {

  /**
   * What TPM2_PCR_Event answers.
   *
   * @param digests the digest of {@code eventData} in every bank
   */
  public record Response(List<HashValue> digests) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_PCR_Event response",
            Response::new,
            list("digests", 16, HashValue.CODEC, Response::digests));

    public Response {
      digests = List.copyOf(digests);
    }
  }

  /** TPM_CC_PCR_Event. */
  public static final CommandSpec<PcrEvent, Response> SPEC =
      command(
          0x013c,
          struct(
              "TPM2_PCR_Event",
              PcrEvent::new,
              authorizedHandle("pcrHandle", Role.USER, DH_PCR.or(Handle.NULL), PcrEvent::pcrHandle),
              bytes16("eventData", 1024, PcrEvent::eventData)),
          Response.CODEC);

  @Override
  public CommandSpec<PcrEvent, Response> spec() {
    return SPEC;
  }
}
