package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyTransportSPDM: the policy asks that the command comes through a secure channel.
 *
 * @param policySession the policy or trial session
 * @param reqKeyName the Name of the requester's key, or empty
 * @param tpmKeyName the Name of the TPM's key, or empty
 * @see "TPM 2.0 Library, version 184, Part 3, TPM2_PolicyTransportSPDM"
 */
public record PolicyTransportSpdm(Handle policySession, Bytes reqKeyName, Bytes tpmKeyName)
    implements Command<Empty> {

  /** TPM_CC_PolicyTransportSPDM. */
  public static final CommandSpec<PolicyTransportSpdm, Empty> SPEC =
      command(
          0x01a1,
          struct(
              "TPM2_PolicyTransportSPDM",
              PolicyTransportSpdm::new,
              plainHandle("policySession", SH_POLICY, PolicyTransportSpdm::policySession),
              bytes16("reqKeyName", PolicyTransportSpdm::reqKeyName),
              bytes16("tpmKeyName", PolicyTransportSpdm::tpmKeyName)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyTransportSpdm, Empty> spec() {
    return SPEC;
  }
}
