package org.tssj.tpm20.command.attached;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_AC;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import java.util.List;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.capability.AcOutput;
import org.tssj.tpm20.structure.capability.AcTag;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_AC_GetCapability: asks what an attached component can do.
 *
 * @param ac the attached component, 0x90000000 and up
 * @param capability the first item wanted
 * @param count how many items at most, unsigned 32 bits
 * @see "TPM 2.0 Library, Part 3, 32.2 TPM2_AC_GetCapability"
 */
public record AcGetCapability(Handle ac, AcTag capability, long count)
    implements Command<AcGetCapability.Response> {

  /**
   * What TPM2_AC_GetCapability answers.
   *
   * @param moreData whether there are more items than fit
   * @param capabilitiesData the items
   */
  public record Response(boolean moreData, List<AcOutput> capabilitiesData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_AC_GetCapability response",
            Response::new,
            yesNo("moreData", Response::moreData),
            list("capabilitiesData", 128, AcOutput.CODEC, Response::capabilitiesData));

    public Response {
      capabilitiesData = List.copyOf(capabilitiesData);
    }
  }

  /** TPM_CC_AC_GetCapability. */
  public static final CommandSpec<AcGetCapability, Response> SPEC =
      command(
          0x0194,
          struct(
              "TPM2_AC_GetCapability",
              AcGetCapability::new,
              plainHandle("ac", RH_AC, AcGetCapability::ac),
              field("capability", AcTag.CODEC, AcGetCapability::capability),
              u32("count", AcGetCapability::count)),
          Response.CODEC);

  @Override
  public CommandSpec<AcGetCapability, Response> spec() {
    return SPEC;
  }
}
