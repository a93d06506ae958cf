package org.tssj.tpm20.command.pcr;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PLATFORM;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import java.util.List;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPM2_PCR_Allocate: chooses the PCR banks for the next start.
 *
 * @param authHandle TPM_RH_PLATFORM
 * @param pcrAllocation which PCRs each bank shall have
 * @see "TPM 2.0 Library, Part 3, 22.5 TPM2_PCR_Allocate"
 */
public record PcrAllocate(Handle authHandle, List<PcrSelection> pcrAllocation)
    implements Command<PcrAllocate.Response> {

  /**
   * What TPM2_PCR_Allocate answers.
   *
   * @param allocationSuccess whether it will be so after the next reset
   * @param maxPcr how many PCRs a bank may have, unsigned 32 bits
   * @param sizeNeeded octets it needs, unsigned 32 bits
   * @param sizeAvailable octets there are, unsigned 32 bits
   */
  public record Response(
      boolean allocationSuccess, long maxPcr, long sizeNeeded, long sizeAvailable) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_PCR_Allocate response",
            Response::new,
            yesNo("allocationSuccess", Response::allocationSuccess),
            u32("maxPCR", Response::maxPcr),
            u32("sizeNeeded", Response::sizeNeeded),
            u32("sizeAvailable", Response::sizeAvailable));
  }

  /** TPM_CC_PCR_Allocate. */
  public static final CommandSpec<PcrAllocate, Response> SPEC =
      command(
          0x012b,
          struct(
              "TPM2_PCR_Allocate",
              PcrAllocate::new,
              authorizedHandle("authHandle", Role.USER, RH_PLATFORM, PcrAllocate::authHandle),
              list("pcrAllocation", 16, PcrSelection.CODEC, PcrAllocate::pcrAllocation)),
          Response.CODEC);

  public PcrAllocate {
    pcrAllocation = List.copyOf(pcrAllocation);
  }

  @Override
  public CommandSpec<PcrAllocate, Response> spec() {
    return SPEC;
  }
}
