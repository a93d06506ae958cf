package org.tssj.tpm20.command.policy;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * A policy command as a step of a policy: the same value is executed in a session, or added to a
 * policy's digest without a TPM.
 *
 * @see "TPM 2.0 Library, Part 1, 19.7 Enhanced Authorization"
 */
public interface PolicyStep {

  /**
   * The policy's digest after this step.
   *
   * @param hash the policy's hash
   * @param digest the digest before it; zeros of the hash's size at the beginning
   */
  Bytes extend(Bank hash, Bytes digest);

  /**
   * The command of this step for another session: a policy is written down without one, and
   * executed in any.
   *
   * @param policySession the policy or trial session
   */
  Command<?> in(Handle policySession);

  /** H(digest | code | arguments): what most steps do. */
  static Bytes extend(Bank hash, Bytes digest, int commandCode, Bytes... arguments) {
    WireWriter out = new WireWriter();
    out.bytes(digest);
    out.u32(commandCode);
    for (Bytes argument : arguments) {
      out.bytes(argument);
    }
    return hash.hash(out.toBytes());
  }

  /** PolicyUpdate(): H(H(digest | code | name) | reference), Part 3, 23.2.3. */
  static Bytes update(Bank hash, Bytes digest, int commandCode, Bytes name, Bytes reference) {
    return hash.hash(extend(hash, digest, commandCode, name), reference);
  }
}
