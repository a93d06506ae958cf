package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyOR: the policy is satisfied by any one of several.
 *
 * @param policySession the policy or trial session
 * @param pHashList two to eight policy digests
 * @see "TPM 2.0 Library, Part 3, 23.6 TPM2_PolicyOR"
 */
public record PolicyOr(Handle policySession, List<Bytes> pHashList)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyOR. */
  public static final CommandSpec<PolicyOr, Empty> SPEC =
      command(
          0x0171,
          struct(
              "TPM2_PolicyOR",
              PolicyOr::new,
              plainHandle("policySession", SH_POLICY, PolicyOr::policySession),
              list("pHashList", 8, Codecs.counted(2, 64), PolicyOr::pHashList)),
          Empty.CODEC);

  public PolicyOr {
    pHashList = List.copyOf(pHashList);
  }

  @Override
  public CommandSpec<PolicyOr, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(
        hash, Bytes.zeros(hash.size()), SPEC.code(), pHashList.toArray(new Bytes[0]));
  }

  @Override
  public PolicyOr in(Handle session) {
    return new PolicyOr(session, pHashList);
  }
}
