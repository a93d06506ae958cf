package org.tssj.tpm20.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmResponseException;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandHashes;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.object.LoadExternal;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyNameHash;
import org.tssj.tpm20.command.policy.PolicyNv;
import org.tssj.tpm20.command.policy.PolicyOr;
import org.tssj.tpm20.command.policy.PolicyParameters;
import org.tssj.tpm20.command.policy.PolicyPcr;
import org.tssj.tpm20.command.policy.PolicySecret;
import org.tssj.tpm20.command.policy.PolicySigned;
import org.tssj.tpm20.command.policy.PolicyStep;
import org.tssj.tpm20.command.policy.PolicyTicket;
import org.tssj.tpm20.command.session.PolicyRestart;
import org.tssj.tpm20.command.signing.VerifySignature;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.object.VerifiedTicket;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** One attempt to carry out a policy: finds the ways through it and takes the first that leads. */
final class PolicyRun {

  private static final int MOST_WAYS = 4096;

  /** A step on a way. */
  private sealed interface Move {
    /** A requirement. */
    record Meet(Requirement requirement, Bytes before) implements Move {}

    /** The end of a branch. */
    record Join(PolicyOr or) implements Move {}
  }

  /** A way through a policy, every choice made. */
  private record Way(List<Move> moves, List<Integer> branches, Bytes digest) {

    Way then(Move move, Bytes after) {
      List<Move> more = new ArrayList<>(moves);
      more.add(move);
      return new Way(more, branches, after);
    }

    Way taking(int branch) {
      List<Integer> more = new ArrayList<>(branches);
      more.add(branch);
      return new Way(moves, more, digest);
    }
  }

  private final Tpm20 tpm;
  private final Session session;
  private final PolicyAnswers answers;
  private final Optional<Command<?>> use;
  private final Bank hash;

  PolicyRun(Tpm20 tpm, Session session, PolicyAnswers answers, Optional<Command<?>> use) {
    if (session.kind() == Session.Kind.HMAC) {
      throw new IllegalArgumentException("a policy is carried out in a policy session");
    }
    this.tpm = tpm;
    this.session = session;
    this.answers = answers;
    this.use = use;
    this.hash = session.hash();
  }

  SatisfiedPolicy carryOut(Policy policy) throws IOException {
    List<Way> ways = through(policy, new Way(List.of(), List.of(), Bytes.zeros(hash.size())));
    List<String> reasons = new ArrayList<>();
    List<TpmResponseException> refusals = new ArrayList<>();
    boolean begun = false;
    for (Way way : ways) {
      Optional<String> obstacle = obstacle(way);
      if (obstacle.isPresent()) {
        reasons.add(name(way) + obstacle.get());
        continue;
      }
      if (begun) {
        tpm.execute(new PolicyRestart(session.handle()));
      }
      begun = true;
      try {
        List<PolicyTicket> tickets = new ArrayList<>();
        for (Move move : way.moves()) {
          perform(move, tickets);
        }
        return new SatisfiedPolicy(way.branches(), tickets);
      } catch (TpmResponseException e) {
        if (countsAsGuess(e)) {
          throw e;
        }
        reasons.add(name(way) + e.getMessage());
        refusals.add(e);
      }
    }
    if (begun) {
      tpm.execute(new PolicyRestart(session.handle()));
    }
    UnsatisfiedPolicyException none = new UnsatisfiedPolicyException(reasons);
    refusals.forEach(none::addSuppressed);
    throw none;
  }

  /** A wrong secret is not tried again on another way: the TPM counts. */
  private static boolean countsAsGuess(TpmResponseException e) {
    ResponseCode code = ResponseCode.of(e.code());
    return code.is(ResponseCode.AUTH_FAIL)
        || code.is(ResponseCode.BAD_AUTH)
        || code.is(ResponseCode.LOCKOUT);
  }

  private static String name(Way way) {
    return way.branches().isEmpty() ? "" : "branches " + way.branches() + ": ";
  }

  private List<Way> through(Policy policy, Way start) {
    List<Way> ways = List.of(start);
    for (Requirement requirement : policy.requirements()) {
      List<Way> further = new ArrayList<>();
      for (Way way : ways) {
        further.addAll(through(requirement, way));
      }
      ways = further;
      if (ways.size() > MOST_WAYS) {
        throw new IllegalArgumentException(
            "the policy has more than " + MOST_WAYS + " ways through it");
      }
    }
    return ways;
  }

  private List<Way> through(Requirement requirement, Way way) {
    Bytes after = requirement.extend(hash, way.digest());
    if (requirement instanceof Requirement.AnyOf any) {
      List<Bytes> digests = any.digests(hash, way.digest());
      List<Way> ways = new ArrayList<>();
      for (int k = 0; k < digests.size(); k++) {
        for (Way taken : through(any.branches().get(k), way.taking(k))) {
          Way joined = taken;
          for (PolicyOr or : Requirement.AnyOf.after(hash, digests, k)) {
            joined = joined.then(new Move.Join(or), or.extend(hash, joined.digest()));
          }
          ways.add(joined);
        }
      }
      return ways;
    }
    List<Way> ways = List.of(way);
    if (requirement instanceof Requirement.Authorized authorized) {
      Optional<PolicyAnswers.Approval> approval = answers.approval(authorized);
      if (approval.isPresent()) {
        ways = through(approval.get().policy(), way);
      }
    } else if (requirement instanceof Requirement.AuthorizedByNv byNv) {
      Optional<Policy> approved = answers.policyOf(byNv.nvIndex());
      if (approved.isPresent()) {
        ways = through(approved.get(), way);
      }
    }
    return ways.stream()
        .map(each -> each.then(new Move.Meet(requirement, each.digest()), after))
        .toList();
  }

  /** Why a way cannot lead through, where that is known without asking for a secret. */
  private Optional<String> obstacle(Way way) throws IOException {
    for (Move move : way.moves()) {
      if (move instanceof Move.Meet meet) {
        Optional<String> obstacle = obstacle(meet.requirement());
        if (obstacle.isPresent()) {
          return obstacle;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> obstacle(Requirement requirement) throws IOException {
    if (requirement instanceof Requirement.Pcrs pcrs) {
      return obstacle(pcrs);
    }
    if (requirement instanceof Requirement.Step step && step.step() instanceof PolicyPcr pcrs) {
      return obstacle(pcrs);
    }
    if (requirement instanceof Requirement.Step step && use.isPresent()) {
      return obstacle(step.step(), use.get());
    }
    if (requirement instanceof Requirement.Nv nv) {
      return missing(answers.authority(nv.comparison().nvIndex()), nv.comparison().nvIndex());
    }
    if (requirement instanceof Requirement.Secret secret) {
      Optional<Bytes> name = secret.entity().name();
      boolean ticket = name.flatMap(known -> answers.ticket(known, secret.policyRef())).isPresent();
      return ticket
          ? Optional.empty()
          : missing(answers.authority(secret.entity()), secret.entity());
    }
    if (requirement instanceof Requirement.Signed signed) {
      boolean answered =
          answers.ticket(signed.key().name(), signed.policyRef()).isPresent()
              || answers.signer(signed.key()).isPresent();
      return answered
          ? Optional.empty()
          : Optional.of("nobody signs with the key " + signed.key().name());
    }
    if (requirement instanceof Requirement.Authorized authorized
        && answers.approval(authorized).isEmpty()) {
      return Optional.of("no policy is known that " + authorized.key().name() + " approved");
    }
    if (requirement instanceof Requirement.AuthorizedByNv byNv) {
      if (answers.policyOf(byNv.nvIndex()).isEmpty()) {
        return Optional.of("no policy is known whose digest " + byNv.nvIndex() + " holds");
      }
      return missing(answers.authority(byNv.nvIndex()), byNv.nvIndex());
    }
    return Optional.empty();
  }

  private static Optional<String> missing(Optional<?> answer, Handle entity) {
    return answer.isPresent()
        ? Optional.empty()
        : Optional.of("no authorisation is known for " + entity);
  }

  private Optional<String> obstacle(Requirement.Pcrs pcrs) throws IOException {
    PcrValues now = tpm.pcrRead(pcrs.selections());
    List<String> differing = new ArrayList<>();
    for (Bank bank : pcrs.values().banks()) {
      List<String> indices = new ArrayList<>();
      for (int index : pcrs.values().bank(bank).keySet()) {
        if (!now.get(bank, index).equals(pcrs.values().get(bank, index))) {
          indices.add(Integer.toString(index));
        }
      }
      if (indices.size() == 1) {
        differing.add("PCR " + indices.get(0) + " of the " + bank + " bank has another value");
      } else if (!indices.isEmpty()) {
        differing.add(
            "PCRs " + String.join(", ", indices) + " of the " + bank + " bank have other values");
      }
    }
    return differing.isEmpty() ? Optional.empty() : Optional.of(String.join(", and ", differing));
  }

  /** Where only a digest of the values is known: all together, or the only one. */
  private Optional<String> obstacle(PolicyPcr pcrs) throws IOException {
    boolean unknownBank = pcrs.pcrs().stream().anyMatch(each -> each.bank().isEmpty());
    if (unknownBank || pcrs.pcrDigest().isEmpty()) {
      return Optional.empty(); // the TPM says what it thinks of it
    }
    PcrValues now = tpm.pcrRead(pcrs.pcrs());
    WireWriter all = new WireWriter();
    List<String> names = new ArrayList<>();
    for (PcrSelection selection : pcrs.pcrs()) {
      Bank bank = selection.bank().orElseThrow();
      for (int index : selection.pcrSelect().indices()) {
        all.bytes(now.get(bank, index).orElseThrow());
        names.add("PCR " + index + " of the " + bank + " bank");
      }
    }
    if (hash.hash(all.toBytes()).equals(pcrs.pcrDigest())) {
      return Optional.empty();
    }
    return Optional.of(
        names.size() == 1
            ? names.get(0) + " has another value"
            : String.join(", ", names)
                + ": at least one has another value; the policy holds a digest of all, which does"
                + " not say which");
  }

  private <R> Optional<String> obstacle(PolicyStep step, Command<R> command) {
    CommandSpec<?, R> spec = command.spec();
    if (step instanceof PolicyCommandCode only && only.code().value() != spec.code()) {
      return Optional.of("only " + only.code() + " is allowed, not " + spec.name());
    }
    if (step instanceof PolicyNameHash byName) {
      return same(byName.nameHash(), CommandHashes.nameHash(hash, command), "Names");
    }
    if (step instanceof PolicyCpHash byParameters) {
      return same(byParameters.cpHashA(), CommandHashes.cpHash(hash, command), "parameters");
    }
    if (step instanceof PolicyParameters byParameters) {
      return same(byParameters.pHash(), CommandHashes.parametersHash(hash, command), "parameters");
    }
    return Optional.empty();
  }

  private static Optional<String> same(Bytes wanted, Bytes found, String what) {
    return wanted.equals(found)
        ? Optional.empty()
        : Optional.of("a command with other " + what + " is allowed");
  }

  private void perform(Move move, List<PolicyTicket> tickets) throws IOException {
    if (move instanceof Move.Join join) {
      tpm.execute(join.or().in(session.handle()));
      return;
    }
    Move.Meet meet = (Move.Meet) move;
    Requirement requirement = meet.requirement();
    if (requirement instanceof Requirement.Step step) {
      tpm.execute(step.step().in(session.handle()));
    } else if (requirement instanceof Requirement.Pcrs pcrs) {
      tpm.execute(pcrs.command(hash).in(session.handle()));
    } else if (requirement instanceof Requirement.Template template) {
      tpm.execute(template.command(hash).in(session.handle()));
    } else if (requirement instanceof Requirement.Nv nv) {
      compare(nv.comparison());
    } else if (requirement instanceof Requirement.Secret secret) {
      know(secret, tickets);
    } else if (requirement instanceof Requirement.Signed signed) {
      sign(signed, tickets);
    } else if (requirement instanceof Requirement.Authorized authorized) {
      approve(authorized, meet.before());
    } else if (requirement instanceof Requirement.AuthorizedByNv byNv) {
      PolicyAnswers.Authority authority = answers.authority(byNv.nvIndex()).orElseThrow();
      tpm.execute(byNv.command(authority.handle()).in(session.handle()), authority.authorization());
    }
  }

  private void compare(PolicyNv nv) throws IOException {
    PolicyAnswers.Authority authority = answers.authority(nv.nvIndex()).orElseThrow();
    PolicyNv command =
        new PolicyNv(
            authority.handle(),
            nv.nvIndex(),
            session.handle(),
            nv.operandB(),
            nv.offset(),
            nv.operation());
    tpm.execute(command, authority.authorization());
  }

  private void know(Requirement.Secret secret, List<PolicyTicket> tickets) throws IOException {
    Bytes name = secret.entity().requireName("the entity of a secret");
    Optional<PolicyTicket> ticket = answers.ticket(name, secret.policyRef());
    if (ticket.isPresent()) {
      tpm.execute(ticket.get().in(session.handle()));
      return;
    }
    Authorization authorization = answers.authority(secret.entity()).orElseThrow().authorization();
    PolicySecret.Response answer =
        tpm.execute(
            secret.command(session.nonceTpm(), answers.expiration()).in(session.handle()),
            authorization);
    if (answers.expiration() < 0) {
      tickets.add(
          new PolicyTicket(
              Handle.NULL,
              answer.timeout(),
              Bytes.EMPTY,
              secret.policyRef(),
              name,
              answer.policyTicket()));
    }
  }

  private void sign(Requirement.Signed signed, List<PolicyTicket> tickets) throws IOException {
    Optional<PolicyTicket> ticket = answers.ticket(signed.key().name(), signed.policyRef());
    if (ticket.isPresent()) {
      tpm.execute(ticket.get().in(session.handle()));
      return;
    }
    Bytes nonce = session.nonceTpm();
    Bytes message = Bytes.join(nonce, Codecs.I32.encode(answers.expiration()), signed.policyRef());
    Signature signature = answers.signer(signed.key()).orElseThrow().sign(message);
    PolicySigned.Response answer =
        withLoaded(
            signed.key(),
            key ->
                tpm.execute(
                    signed
                        .command(key, nonce, answers.expiration(), signature)
                        .in(session.handle())));
    if (answers.expiration() < 0) {
      tickets.add(
          new PolicyTicket(
              Handle.NULL,
              answer.timeout(),
              Bytes.EMPTY,
              signed.policyRef(),
              signed.key().name(),
              answer.policyTicket()));
    }
  }

  private void approve(Requirement.Authorized authorized, Bytes approved) throws IOException {
    Signature signature = answers.approval(authorized).orElseThrow().signature();
    Bank nameHash =
        authorized
            .key()
            .nameAlg()
            .hash()
            .orElseThrow(() -> new IllegalArgumentException("the approving key has no Name"));
    Bytes digest = nameHash.hash(approved, authorized.policyRef());
    VerifiedTicket ticket =
        withLoaded(
            authorized.key(),
            key -> tpm.execute(new VerifySignature(key, digest, signature)).validation());
    tpm.execute(authorized.command(approved, ticket).in(session.handle()));
  }

  /** What is done with a loaded key. */
  @FunctionalInterface
  private interface KeyUse<R> {
    R with(Handle key) throws IOException;
  }

  private <R> R withLoaded(Public key, KeyUse<R> keyUse) throws IOException {
    // A ticket of the null hierarchy proves nothing, so the key belongs to the owner's.
    Handle loaded =
        tpm.execute(new LoadExternal(Optional.empty(), key, Handle.OWNER)).objectHandle();
    try {
      return keyUse.with(loaded.named(key.name()));
    } finally {
      tpm.execute(new FlushContext(loaded));
    }
  }
}
