package org.tssj.tpm12.command.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.basic.Version;

/**
 * TPM_GetCapabilityOwner: asks for all flags at once, as bits. Capability.PERMANENT_FLAGS needs no
 * owner and replaces it.
 *
 * @see "TPM 1.2 Main, Part 3, 7.3 TPM_GetCapabilityOwner"
 */
public record GetCapabilityOwner() implements Command<GetCapabilityOwner.Response> {

  /**
   * What TPM_GetCapabilityOwner answers.
   *
   * @param version of the TPM
   * @param nonVolatileFlags TPM_PERMANENT_FLAGS, bit 0 first
   * @param volatileFlags TPM_STCLEAR_FLAGS, bit 0 first
   */
  public record Response(Version version, long nonVolatileFlags, long volatileFlags) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_GetCapabilityOwner response",
            Response::new,
            field("version", Version.CODEC, Response::version),
            u32("non_volatile_flags", Response::nonVolatileFlags),
            u32("volatile_flags", Response::volatileFlags));
  }

  /** TPM_ORD_GetCapabilityOwner: ownerAuth. */
  public static final CommandSpec<GetCapabilityOwner, Response> SPEC =
      command(
          0x66,
          struct("TPM_GetCapabilityOwner", new GetCapabilityOwner()),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<GetCapabilityOwner, Response> spec() {
    return SPEC;
  }
}
