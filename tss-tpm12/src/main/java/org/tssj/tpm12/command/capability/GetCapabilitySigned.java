package org.tssj.tpm12.command.capability;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.basic.Version;
import org.tssj.tpm12.structure.capability.CapabilityArea;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_GetCapabilitySigned: as TPM_GetCapability, with a signature. Deleted from the specification;
 * TPMs answer TPM_BAD_ORDINAL.
 *
 * @param keyHandle the key that signs
 * @param antiReplay the verifier's nonce, 20 octets
 * @param capArea what is asked
 * @param subCap more exactly
 * @see "TPM 1.2 Main, Part 3, 28.1 TPM_GetCapabilitySigned"
 */
public record GetCapabilitySigned(
    Handle keyHandle, Bytes antiReplay, CapabilityArea capArea, Bytes subCap)
    implements Command<GetCapabilitySigned.Response> {

  /**
   * What TPM_GetCapabilitySigned answers.
   *
   * @param version of the TPM
   * @param resp the answer
   * @param sig the signature
   */
  public record Response(Version version, Bytes resp, Bytes sig) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_GetCapabilitySigned response",
            Response::new,
            field("version", Version.CODEC, Response::version),
            bytes32("resp", Response::resp),
            bytes32("sig", Response::sig));
  }

  /** TPM_ORD_GetCapabilitySigned: privAuth unless it has no secret. */
  public static final CommandSpec<GetCapabilitySigned, Response> SPEC =
      command(
          0x64,
          struct(
              "TPM_GetCapabilitySigned",
              GetCapabilitySigned::new,
              handle("keyHandle", GetCapabilitySigned::keyHandle),
              bytes("antiReplay", 20, GetCapabilitySigned::antiReplay),
              field("capArea", CapabilityArea.CODEC, GetCapabilitySigned::capArea),
              bytes32("subCap", GetCapabilitySigned::subCap)),
          Response.CODEC,
          optional("privAuth"));

  @Override
  public CommandSpec<GetCapabilitySigned, Response> spec() {
    return SPEC;
  }
}
