package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPM2_PolicyPCR: the policy asks for PCR values.
 *
 * @param policySession the policy or trial session
 * @param pcrDigest digest of the PCR values that are wanted, or empty to take those of now
 * @param pcrs which PCRs
 * @see "TPM 2.0 Library, Part 3, 23.7 TPM2_PolicyPCR"
 */
public record PolicyPcr(Handle policySession, Bytes pcrDigest, List<PcrSelection> pcrs)
    implements Command<Empty>, PolicyStep {

  private static final Codec<List<PcrSelection>> SELECTIONS =
      Codecs.list(4, 16, PcrSelection.CODEC);

  /** TPM_CC_PolicyPCR. */
  public static final CommandSpec<PolicyPcr, Empty> SPEC =
      command(
          0x017f,
          struct(
              "TPM2_PolicyPCR",
              PolicyPcr::new,
              plainHandle("policySession", SH_POLICY, PolicyPcr::policySession),
              bytes16("pcrDigest", 64, PolicyPcr::pcrDigest),
              list("pcrs", 16, PcrSelection.CODEC, PolicyPcr::pcrs)),
          Empty.CODEC);

  public PolicyPcr {
    pcrs = List.copyOf(pcrs);
  }

  @Override
  public CommandSpec<PolicyPcr, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    if (pcrDigest.isEmpty()) {
      throw new IllegalArgumentException(
          "TPM2_PolicyPCR without pcrDigest takes the values of now, which only the TPM knows");
    }
    return PolicyStep.extend(hash, digest, SPEC.code(), SELECTIONS.encode(pcrs), pcrDigest);
  }

  @Override
  public PolicyPcr in(Handle session) {
    return new PolicyPcr(session, pcrDigest, pcrs);
  }
}
