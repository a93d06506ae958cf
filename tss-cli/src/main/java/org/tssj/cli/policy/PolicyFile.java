package org.tssj.cli.policy;

import java.io.IOException;
import java.util.List;
import org.tssj.attest.json.JsonValue;
import org.tssj.cli.output.Json;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.policy.Policy;

/**
 * A policy in a file, in the TCG's policy language: what FAPI's {@code tss2_import} reads and
 * keeps. Every element that {@link Policy} has is written; two members are ours, because a file
 * that is to be used without FAPI's key store needs them: {@code object} and {@code nvName}.
 *
 * @see "TCG TSS 2.0 JSON Data Types and Policy Language Specification"
 */
public final class PolicyFile {

  private PolicyFile() {}

  /**
   * Reads a policy.
   *
   * @param facts who is asked for what the file leaves open
   * @throws WireException if it is none, or digests in it are not those of the policy
   * @throws org.tssj.cli.argument.UsageException if something is left open and nobody can be asked
   */
  public static Policy read(Bytes json, Facts facts) throws IOException {
    try {
      JsonValue.Members file = JsonValue.read(json).object();
      Policy policy = new PolicyReader(facts).policy(file.get("policy"));
      if (file.find("policyDigests").isPresent()) {
        check(policy, file.get("policyDigests"));
      }
      return policy;
    } catch (WireException e) {
      throw e.within("policy file");
    }
  }

  /** Whoever edits a policy and leaves its digest would seal to another one than is written. */
  private static void check(Policy policy, JsonValue digests) {
    for (JsonValue each : digests.elements()) {
      JsonValue.Members one = each.object();
      Bank bank = Algorithms.bank(one.get("hashAlg"));
      Bytes digest = policy.digest(bank);
      if (!digest.equals(one.get("digest").hex())) {
        throw one.get("digest").refused("must be the policy's digest, " + digest);
      }
    }
  }

  /** The elements of a policy, as they stand in a file. */
  public static List<Object> elements(Policy policy) {
    return PolicyWriter.elements(policy);
  }

  /**
   * Writes a policy, with nothing left open.
   *
   * @param hash whose digest is written beside it
   * @throws UnsupportedOperationException if a requirement has no place in the policy language
   */
  public static Json.Fields write(Policy policy, String description, Bank hash) {
    return Json.object()
        .put("description", description)
        .put(
            "policyDigests",
            List.of(
                Json.object()
                    .put("hashAlg", Algorithms.name(hash))
                    .put("digest", policy.digest(hash))))
        .put("policy", PolicyWriter.elements(policy));
  }
}
