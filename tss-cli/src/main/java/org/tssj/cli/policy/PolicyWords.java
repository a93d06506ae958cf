package org.tssj.cli.policy;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.policy.PolicyAuthValue;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.command.policy.PolicyCounterTimer;
import org.tssj.tpm20.command.policy.PolicyDuplicationSelect;
import org.tssj.tpm20.command.policy.PolicyLocality;
import org.tssj.tpm20.command.policy.PolicyNv;
import org.tssj.tpm20.command.policy.PolicyNvWritten;
import org.tssj.tpm20.command.policy.PolicyPassword;
import org.tssj.tpm20.command.policy.PolicyPcr;
import org.tssj.tpm20.command.policy.PolicyStep;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.Requirement;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** A policy in words, a line for each thing it asks for. */
public final class PolicyWords {

  private PolicyWords() {}

  /** The lines, indented; a policy that asks for nothing has one that says so. */
  public static String of(Policy policy, String indent) {
    StringBuilder out = new StringBuilder();
    if (policy.requirements().isEmpty()) {
      out.append(indent).append("nothing: the empty policy, which nothing satisfies\n");
    }
    for (Requirement each : policy.requirements()) {
      if (each instanceof Requirement.AnyOf any) {
        out.append(indent).append("any one of these:\n");
        for (int k = 0; k < any.branches().size(); k++) {
          out.append(indent).append("  branch ").append(k).append(":\n");
          out.append(of(any.branches().get(k), indent + "    "));
        }
      } else if (each instanceof Requirement.Pcrs pcrs) {
        for (Bank bank : pcrs.values().banks()) {
          pcrs.values()
              .bank(bank)
              .forEach(
                  (index, value) ->
                      out.append(indent)
                          .append("PCR " + index + " of the " + bank + " bank is " + value + "\n"));
        }
      } else {
        out.append(indent).append(sentence(each)).append('\n');
      }
    }
    return out.toString();
  }

  private static String sentence(Requirement requirement) {
    if (requirement instanceof Requirement.Step step) {
      return sentence(step.step());
    } else if (requirement instanceof Requirement.Secret secret) {
      return "the secret of " + secret.entity() + " is known" + ref(secret.policyRef());
    } else if (requirement instanceof Requirement.Signed signed) {
      return "the owner of the key " + signed.key().name() + " signs" + ref(signed.policyRef());
    } else if (requirement instanceof Requirement.Authorized authorized) {
      return "a policy that the owner of the key "
          + authorized.key().name()
          + " approved is satisfied"
          + ref(authorized.policyRef());
    } else if (requirement instanceof Requirement.AuthorizedByNv byNv) {
      return "the policy whose digest the NV index " + byNv.nvIndex() + " holds is satisfied";
    } else if (requirement instanceof Requirement.Nv nv) {
      PolicyNv compared = nv.comparison();
      return "the NV index "
          + compared.nvIndex()
          + " from octet "
          + compared.offset()
          + " on is "
          + compared.operation()
          + " "
          + compared.operandB();
    }
    return "an object is made with a certain template";
  }

  private static String ref(Bytes policyRef) {
    return policyRef.isEmpty() ? "" : ", with the reference " + policyRef;
  }

  private static String sentence(PolicyStep step) {
    if (step instanceof PolicyAuthValue) {
      return "the object's secret is known";
    } else if (step instanceof PolicyPassword) {
      return "the object's secret is known, and sent in the clear";
    } else if (step instanceof PolicyCommandCode command) {
      return "the command is " + command.code();
    } else if (step instanceof PolicyLocality locality) {
      return "the locality is one of " + locality.locality();
    } else if (step instanceof PolicyNvWritten written) {
      return "the NV index has " + (written.writtenSet() ? "" : "not ") + "been written";
    } else if (step instanceof PolicyCounterTimer timer) {
      return "TPMS_TIME_INFO from octet "
          + timer.offset()
          + " on is "
          + timer.operation()
          + " "
          + timer.operandB();
    } else if (step instanceof PolicyPcr pcrs) {
      List<PcrSelection> all = pcrs.pcrs();
      return "the values of " + PcrSelection.format(all) + " have the digest " + pcrs.pcrDigest();
    } else if (step instanceof PolicyDuplicationSelect select) {
      return "it is sent to the parent " + select.newParentName();
    }
    return "it is as " + step.in(Handle.NULL) + " says";
  }
}
