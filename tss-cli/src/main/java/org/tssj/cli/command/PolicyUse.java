package org.tssj.cli.command;

import java.io.IOException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.file.SignatureFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.cli.argument.EntitySecret;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.Storage20;
import org.tssj.cli.policy.Facts;
import org.tssj.cli.policy.PemSigner;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.policy.Requirement;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.Signature;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a policy is named and satisfied, for verbs that use an object. */
final class PolicyUse {

  @Mixin PcrOptions pcrs = new PcrOptions();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "TPM 2.0: its policy, where it is not in the same file.")
  Optional<InputFile> policy = Optional.empty();

  @Option(
      names = "--policy-auth",
      paramLabel = "ENTITY=SECRET",
      description =
          "A secret that the policy asks for: of owner, endorsement, lockout, platform, a persistent"
              + " object or an NV index; may be given several times.")
  List<EntitySecret> secrets = new ArrayList<>();

  @Option(
      names = "--policy-key",
      paramLabel = "PEM",
      description = "A private key that signs where the policy asks for its signature.")
  List<InputFile> signers = new ArrayList<>();

  @Option(
      names = "--approved",
      paramLabel = "FILE",
      description = "The policy that was approved, where the policy takes any approved one.")
  Optional<InputFile> approved = Optional.empty();

  @Option(
      names = "--approval",
      paramLabel = "FILE",
      description = "Its approval, as tpm policy approve or OpenSSL signed it.")
  Optional<InputFile> approval = Optional.empty();

  /**
   * A policy with what satisfies it.
   *
   * @param policy as the options name it, else as its file has it
   * @param answers what it may ask for
   */
  record Answered(Optional<Policy> policy, PolicyAnswers answers) {}

  boolean isGiven() {
    return policy.isPresent() || !pcrs.isEmpty();
  }

  /**
   * What the options say.
   *
   * @param inFile the policy that is with the object
   * @param withAuth whether there is an auth value, which PCRs are asked for together with
   * @param opened where secrets go that the answers hold, for the caller to close
   */
  Answered of(
      Tpm tpm,
      Environment machine,
      Storage20 storage,
      Optional<Policy> inFile,
      boolean withAuth,
      OpenSecrets opened)
      throws IOException {
    if (policy.isPresent() && !pcrs.isEmpty()) {
      throw new UsageException("--policy and --pcr exclude each other");
    }
    Optional<Policy> named =
        new PolicyChoice(policy, pcrs.wanted(tpm, machine), withAuth)
            .of(storage.tpm(), machine)
            .or(() -> inFile);
    if (named.isEmpty()) {
      return new Answered(named, PolicyAnswers.NONE);
    }
    PolicyAnswers answers =
        PolicyAnswers.NONE.authorizing(Handle.OWNER, Authorization.password(storage.ownerAuth()));
    Facts facts = Facts.of(storage.tpm());
    for (EntitySecret each : secrets) {
      AuthValue secret = opened.add(each.source().read(machine, each.entity().toString()));
      answers = answers.authorizing(facts.named(each.entity()), Authorization.password(secret));
    }
    answers = reading(named.get(), answers, storage);
    answers = signing(named.get(), answers, machine);
    return new Answered(named, approving(named.get(), answers, machine));
  }

  /** An NV index that nobody gave a secret for is read by the owner, or needs none. */
  private PolicyAnswers reading(Policy asking, PolicyAnswers answers, Storage20 storage)
      throws IOException {
    PolicyAnswers all = answers;
    for (Handle index : Asking.indices(asking)) {
      if (secrets.stream().noneMatch(each -> each.entity().equals(index))) {
        NvReadPublic.Response there = storage.tpm().execute(new NvReadPublic(index));
        boolean byOwner = there.nvPublic().attributes().has(NvAttributes.OWNERREAD);
        all =
            byOwner
                ? all.authorizing(index, Handle.OWNER, Authorization.password(storage.ownerAuth()))
                : all.authorizing(index, Authorization.NONE);
      }
    }
    return all;
  }

  /** Every key that is asked to sign, and is here, signs. */
  private PolicyAnswers signing(Policy asking, PolicyAnswers answers, Environment machine) {
    PolicyAnswers all = answers;
    for (InputFile file : signers) {
      KeyPair pair = PolicyApproveVerb.pair(file, machine);
      for (Public key : Asking.toSign(asking)) {
        if (PublicKeys.toJava(key).equals(pair.getPublic())) {
          all = all.signing(key, PemSigner.of(pair.getPrivate(), key));
        }
      }
    }
    return all;
  }

  private PolicyAnswers approving(Policy asking, PolicyAnswers answers, Environment machine)
      throws IOException {
    if (approved.isEmpty()) {
      return answers;
    }
    Policy allowed = PolicyShowVerb.read(approved.get(), machine);
    PolicyAnswers all = signing(allowed, answers, machine);
    for (Requirement.Authorized each : Asking.authorized(asking)) {
      all = all.approving(each.key(), each.policyRef(), allowed, signature(each, allowed, machine));
    }
    for (Requirement.AuthorizedByNv each : Asking.authorizedByNv(asking)) {
      all = all.approving(each.nvIndex(), allowed);
    }
    return all;
  }

  private Signature signature(Requirement.Authorized by, Policy allowed, Environment machine) {
    InputFile file =
        approval.orElseThrow(
            () -> new UsageException("--approved needs --approval: the signature of the policy"));
    Bytes message = PolicyAnswers.approved(allowed, Bank.SHA256, by.policyRef());
    try {
      return Signature.CODEC.decode(
          SignatureFile.read(
              file.read(machine), new AttestationPublicKey.Tpm20(by.key()), message));
    } catch (WireException e) {
      throw e.within(file.name());
    }
  }
}
