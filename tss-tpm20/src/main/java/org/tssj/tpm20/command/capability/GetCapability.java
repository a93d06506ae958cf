package org.tssj.tpm20.command.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;

/**
 * TPM2_GetCapability: asks for a list of things the TPM is, has or can.
 *
 * <p>{@code Tpm20.capabilities(Capability, int)} asks until there is no more data.
 *
 * @param capability what is asked for: it chooses the kind of answer
 * @param property the first item wanted, unsigned 32 bits; what it counts depends on {@code
 *     capability}
 * @param propertyCount how many items at most, unsigned 32 bits
 * @see "TPM 2.0 Library, Part 3, 30.2 TPM2_GetCapability"
 */
public record GetCapability(Capability capability, long property, long propertyCount)
    implements Command<GetCapability.Response> {

  /**
   * What TPM2_GetCapability answers.
   *
   * @param moreData whether there are more items than fit: ask again from the last one on
   * @param capabilityData the items, decoded by kind
   */
  public record Response(boolean moreData, CapabilityData capabilityData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_GetCapability response",
            Response::new,
            yesNo("moreData", Response::moreData),
            field("capabilityData", CapabilityData.CODEC, Response::capabilityData));
  }

  /** TPM_CC_GetCapability. */
  public static final CommandSpec<GetCapability, Response> SPEC =
      command(
          0x017a,
          struct(
              "TPM2_GetCapability",
              GetCapability::new,
              field("capability", Capability.CODEC, GetCapability::capability),
              u32("property", GetCapability::property),
              u32("propertyCount", GetCapability::propertyCount)),
          Response.CODEC);

  @Override
  public CommandSpec<GetCapability, Response> spec() {
    return SPEC;
  }
}
