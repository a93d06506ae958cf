package org.tssj.tpm20.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.command.policy.PolicyAuthorize;
import org.tssj.tpm20.command.policy.PolicyAuthorizeNv;
import org.tssj.tpm20.command.policy.PolicyOr;
import org.tssj.tpm20.command.policy.PolicyPcr;
import org.tssj.tpm20.command.policy.PolicySecret;
import org.tssj.tpm20.command.policy.PolicySigned;
import org.tssj.tpm20.command.policy.PolicyStep;
import org.tssj.tpm20.command.policy.PolicyTemplate;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.object.VerifiedTicket;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** One thing a policy asks for. */
public sealed interface Requirement {

  /**
   * The policy's digest after this.
   *
   * @param hash the policy's hash
   * @param digest the digest before it
   */
  Bytes extend(Bank hash, Bytes digest);

  /**
   * The one policy command that satisfies this, where no more than a session is needed for it: no
   * choice, and nobody's secret or signature.
   *
   * @param hash the policy's hash
   */
  default Optional<PolicyStep> asStep(Bank hash) {
    return Optional.empty();
  }

  /**
   * A policy command that needs nothing but the session it is executed in.
   *
   * @param step the command, for whatever session
   */
  record Step(PolicyStep step) implements Requirement {
    @Override
    public Optional<PolicyStep> asStep(Bank hash) {
      return Optional.of(step);
    }

    @Override
    public Bytes extend(Bank hash, Bytes digest) {
      return step.extend(hash, digest);
    }
  }

  /**
   * TPM2_PolicyPCR: PCRs hold these values.
   *
   * @param values at least one
   */
  record Pcrs(PcrValues values) implements Requirement {

    /** Checks that there is something to ask for. */
    public Pcrs {
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a policy asks for at least one PCR value");
      }
    }

    /** Which PCRs, one selection per bank. */
    public List<PcrSelection> selections() {
      List<PcrSelection> selections = new ArrayList<>();
      for (Bank bank : values.banks()) {
        int[] indices = values.bank(bank).keySet().stream().mapToInt(Integer::intValue).toArray();
        selections.add(PcrSelection.of(bank, indices));
      }
      return selections;
    }

    @Override
    public Optional<PolicyStep> asStep(Bank hash) {
      return Optional.of(command(hash));
    }

    PolicyPcr command(Bank hash) {
      WireWriter all = new WireWriter();
      for (Bank bank : values.banks()) {
        values.bank(bank).values().forEach(all::bytes);
      }
      return new PolicyPcr(Handle.NULL, hash.hash(all.toBytes()), selections());
    }

    @Override
    public Bytes extend(Bank hash, Bytes digest) {
      return command(hash).extend(hash, digest);
    }
  }

  /**
   * TPM2_PolicyTemplate: only an object with this template is made.
   *
   * @param template its public area
   */
  record Template(Public template) implements Requirement {

    @Override
    public Optional<PolicyStep> asStep(Bank hash) {
      return Optional.of(command(hash));
    }

    PolicyTemplate command(Bank hash) {
      return new PolicyTemplate(Handle.NULL, hash.hash(Public.CODEC.encode(template)));
    }

    @Override
    public Bytes extend(Bank hash, Bytes digest) {
      return command(hash).extend(hash, digest);
    }
  }

  /**
   * TPM2_PolicyNV: an NV index holds something.
   *
   * @param comparison the command; its index carries its Name, who authorises it is answered later
   */
  record Nv(org.tssj.tpm20.command.policy.PolicyNv comparison) implements Requirement {
    @Override
    public Bytes extend(Bank hash, Bytes digest) {
      return comparison.extend(hash, digest);
    }
  }

  /**
   * TPM2_PolicySecret: somebody knows an entity's auth value.
   *
   * @param entity the entity, with its Name
   * @param policyRef any octets, part of the policy
   */
  record Secret(Handle entity, Bytes policyRef) implements Requirement {

    PolicySecret command(Bytes nonceTpm, int expiration) {
      return new PolicySecret(entity, Handle.NULL, nonceTpm, Bytes.EMPTY, policyRef, expiration);
    }

    @Override
    public Bytes extend(Bank hash, Bytes digest) {
      return command(Bytes.EMPTY, 0).extend(hash, digest);
    }
  }

  /**
   * TPM2_PolicySigned: the owner of a key signs.
   *
   * @param key the key's public area
   * @param policyRef any octets, part of the policy
   */
  record Signed(Public key, Bytes policyRef) implements Requirement {

    PolicySigned command(Handle loaded, Bytes nonceTpm, int expiration, Signature signature) {
      return new PolicySigned(
          loaded.named(key.name()),
          Handle.NULL,
          nonceTpm,
          Bytes.EMPTY,
          policyRef,
          expiration,
          signature);
    }

    @Override
    public Bytes extend(Bank hash, Bytes digest) {
      return command(Handle.NULL, Bytes.EMPTY, 0, Signature.None.NONE).extend(hash, digest);
    }
  }

  /**
   * TPM2_PolicyAuthorize: whatever policy the owner of a key has approved. It forgets what came
   * before, which the approved policy has to begin with.
   *
   * @param key the key's public area
   * @param policyRef any octets, part of the policy and of what is signed
   */
  record Authorized(Public key, Bytes policyRef) implements Requirement {

    PolicyAuthorize command(Bytes approved, VerifiedTicket ticket) {
      return new PolicyAuthorize(Handle.NULL, approved, policyRef, key.name(), ticket);
    }

    @Override
    public Bytes extend(Bank hash, Bytes digest) {
      return command(Bytes.EMPTY, VerifiedTicket.NULL).extend(hash, digest);
    }
  }

  /**
   * TPM2_PolicyAuthorizeNV: the policy whose digest an NV index holds. It forgets what came before,
   * likewise.
   *
   * @param nvIndex the index, with its Name
   */
  record AuthorizedByNv(Handle nvIndex) implements Requirement {

    PolicyAuthorizeNv command(Handle authority) {
      return new PolicyAuthorizeNv(authority, nvIndex, Handle.NULL);
    }

    @Override
    public Bytes extend(Bank hash, Bytes digest) {
      return command(nvIndex).extend(hash, digest);
    }
  }

  /**
   * TPM2_PolicyOR: any one of several policies. More than eight make a tree of TPM2_PolicyOR.
   *
   * @param branches two or more
   */
  record AnyOf(List<Policy> branches) implements Requirement {

    private static final int MOST = 8;

    /** Checks that there is a choice. */
    public AnyOf {
      branches = List.copyOf(branches);
      if (branches.size() < 2) {
        throw new IllegalArgumentException(
            "a choice has two branches or more, this one has " + branches.size());
      }
    }

    /**
     * The commands that follow after one branch, from the leaf to the root of the tree.
     *
     * @param digests the digests of all branches
     * @param branch which of them was taken
     */
    static List<PolicyOr> after(Bank hash, List<Bytes> digests, int branch) {
      List<PolicyOr> commands = new ArrayList<>();
      List<Bytes> level = digests;
      int taken = branch;
      while (level.size() > 1) {
        List<PolicyOr> groups = groups(level);
        int before = 0;
        int chosen = 0;
        while (before + groups.get(chosen).pHashList().size() <= taken) {
          before += groups.get(chosen++).pHashList().size();
        }
        commands.add(groups.get(chosen));
        taken = chosen;
        level = groups.stream().map(group -> group.extend(hash, Bytes.EMPTY)).toList();
      }
      return commands;
    }

    /** As few groups of at most eight as it takes, equal but for one, so that none is alone. */
    private static List<PolicyOr> groups(List<Bytes> digests) {
      int count = (digests.size() + MOST - 1) / MOST;
      List<PolicyOr> groups = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        int from = digests.size() * k / count;
        int to = digests.size() * (k + 1) / count;
        groups.add(new PolicyOr(Handle.NULL, digests.subList(from, to)));
      }
      return groups;
    }

    List<Bytes> digests(Bank hash, Bytes digest) {
      return branches.stream().map(branch -> branch.extend(hash, digest)).toList();
    }

    @Override
    public Bytes extend(Bank hash, Bytes digest) {
      List<PolicyOr> commands = after(hash, digests(hash, digest), 0);
      return commands.get(commands.size() - 1).extend(hash, digest);
    }
  }
}
