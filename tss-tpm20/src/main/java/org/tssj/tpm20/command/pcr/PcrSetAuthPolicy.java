package org.tssj.tpm20.command.pcr;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_PCR;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PLATFORM;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PCR_SetAuthPolicy: sets the policy of a group of PCRs.
 *
 * @param authHandle TPM_RH_PLATFORM
 * @param authPolicy the policy's digest, or empty
 * @param hashAlg its hash, or TPM_ALG_NULL
 * @param pcrNum a PCR of the group
 * @see "TPM 2.0 Library, Part 3, 22.6 TPM2_PCR_SetAuthPolicy"
 */
public record PcrSetAuthPolicy(
    Handle authHandle, Bytes authPolicy, AlgorithmId hashAlg, Handle pcrNum)
    implements Command<Empty> {

  /** TPM_CC_PCR_SetAuthPolicy. */
  public static final CommandSpec<PcrSetAuthPolicy, Empty> SPEC =
      command(
          0x012c,
          struct(
              "TPM2_PCR_SetAuthPolicy",
              PcrSetAuthPolicy::new,
              authorizedHandle("authHandle", Role.USER, RH_PLATFORM, PcrSetAuthPolicy::authHandle),
              bytes16("authPolicy", 64, PcrSetAuthPolicy::authPolicy),
              field("hashAlg", AlgorithmInterface.HASH.or(AlgorithmId.NULL), PcrSetAuthPolicy::hashAlg),
              field("pcrNum", DH_PCR, PcrSetAuthPolicy::pcrNum)),
          Empty.CODEC);

  @Override
  public CommandSpec<PcrSetAuthPolicy, Empty> spec() {
    return SPEC;
  }
}
