package org.tssj.tpm12.command.capability;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.capability.CapabilityArea;

/**
 * TPM_GetCapability: asks the TPM about itself.
 *
 * <p>{@code Tpm12.capability} takes a typed question and gives a typed answer.
 *
 * @param capArea what it is about
 * @param subCap what of it, as the area wants it; may be empty
 * @see "TPM 1.2 Main, Part 3, 7.1 TPM_GetCapability"
 */
public record GetCapability(CapabilityArea capArea, Bytes subCap)
    implements Command<GetCapability.Response> {

  /**
   * What TPM_GetCapability answers.
   *
   * @param resp the answer, as the area has it
   */
  public record Response(Bytes resp) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_GetCapability response", Response::new, bytes32("resp", Response::resp));
  }

  /** TPM_ORD_GetCapability: no authorisation. */
  public static final CommandSpec<GetCapability, Response> SPEC =
      command(
          0x65,
          struct(
              "TPM_GetCapability",
              GetCapability::new,
              field("capArea", CapabilityArea.CODEC, GetCapability::capArea),
              bytes32("subCap", GetCapability::subCap)),
          Response.CODEC);

  /** The command for a typed question, whose {@code answer()} reads the response. */
  public static GetCapability of(Capability<?> question) {
    return new GetCapability(question.area(), question.subCap());
  }

  @Override
  public CommandSpec<GetCapability, Response> spec() {
    return SPEC;
  }
}
