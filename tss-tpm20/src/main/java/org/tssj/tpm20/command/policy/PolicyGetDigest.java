package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyGetDigest: asks for the policy digest of a session.
 *
 * @param policySession the policy or trial session
 * @see "TPM 2.0 Library, Part 3, 23.19 TPM2_PolicyGetDigest"
 */
public record PolicyGetDigest(Handle policySession) implements Command<PolicyGetDigest.Response> {

  /**
   * What TPM2_PolicyGetDigest answers.
   *
   * @param policyDigest the digest as it is now
   */
  public record Response(Bytes policyDigest) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_PolicyGetDigest response",
            Response::new,
            bytes16("policyDigest", 64, Response::policyDigest));
  }

  /** TPM_CC_PolicyGetDigest. */
  public static final CommandSpec<PolicyGetDigest, Response> SPEC =
      command(
          0x0189,
          struct(
              "TPM2_PolicyGetDigest",
              PolicyGetDigest::new,
              plainHandle("policySession", SH_POLICY, PolicyGetDigest::policySession)),
          Response.CODEC);

  @Override
  public CommandSpec<PolicyGetDigest, Response> spec() {
    return SPEC;
  }
}
