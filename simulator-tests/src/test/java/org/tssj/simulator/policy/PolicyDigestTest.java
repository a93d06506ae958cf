package org.tssj.simulator.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.Transports;
import org.tssj.junit.SoftwareTpm;
import org.tssj.simulator.transport.IbmServer;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.nv.NvUndefineSpace;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.command.policy.PolicyAuthValue;
import org.tssj.tpm20.command.policy.PolicyAuthorize;
import org.tssj.tpm20.command.policy.PolicyAuthorizeNv;
import org.tssj.tpm20.command.policy.PolicyCapability;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.command.policy.PolicyCounterTimer;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyDuplicationSelect;
import org.tssj.tpm20.command.policy.PolicyGetDigest;
import org.tssj.tpm20.command.policy.PolicyLocality;
import org.tssj.tpm20.command.policy.PolicyNameHash;
import org.tssj.tpm20.command.policy.PolicyNv;
import org.tssj.tpm20.command.policy.PolicyNvWritten;
import org.tssj.tpm20.command.policy.PolicyOr;
import org.tssj.tpm20.command.policy.PolicyParameters;
import org.tssj.tpm20.command.policy.PolicyPassword;
import org.tssj.tpm20.command.policy.PolicyPcr;
import org.tssj.tpm20.command.policy.PolicyPhysicalPresence;
import org.tssj.tpm20.command.policy.PolicySecret;
import org.tssj.tpm20.command.policy.PolicySigned;
import org.tssj.tpm20.command.policy.PolicyStep;
import org.tssj.tpm20.command.policy.PolicyTemplate;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.object.VerifiedTicket;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;
import org.tssj.transport.mssim.MssimPlatform;

/** Each policy command in a trial session: the TPM's digest is the one computed without it. */
class PolicyDigestTest {

  private static final Handle INDEX = Handle.of(0x0150_0000);

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  @SoftwareTpm
  void isTheTpms(String hashName, Tpm20 tpm) throws IOException {
    assertEquals(
        Set.of(CommandCode.POLICY_CAPABILITY, CommandCode.POLICY_PARAMETERS),
        compareAll(tpm, Bank.named(hashName)),
        "not computed by this TPM");
  }

  /** IBM's simulator is of revision 1.83, and has the newer commands. */
  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  @EnabledIfEnvironmentVariable(named = "IBM_TPM_SERVER", matches = ".+")
  void isThatOfIbmsSimulator(String hashName) throws IOException {
    try (IbmServer server = IbmServer.start()) {
      try (MssimPlatform platform = server.platform()) {
        platform.powerOn();
      }
      try (Tpm20 tpm = Tpm20.over(Transports.open(server.connectionString()))) {
        tpm.startUp();
        assertEquals(Set.of(), compareAll(tpm, Bank.named(hashName)), "not computed by this TPM");
      }
    }
  }

  /** Returns the commands that the TPM does not have. */
  private static Set<CommandCode> compareAll(Tpm20 tpm, Bank hash) throws IOException {
    tpm.execute(
        new NvDefineSpace(
            Handle.OWNER,
            AuthValue.EMPTY,
            new NvPublic(
                INDEX,
                AlgorithmId.SHA256,
                NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE),
                Bytes.EMPTY,
                66)));
    tpm.execute(new NvWrite(INDEX, INDEX, Bytes.zeros(66), 0));
    Handle index = tpm.execute(new NvReadPublic(INDEX)).index();
    Set<CommandCode> refused = new LinkedHashSet<>();
    try (LoadedObject key =
        tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY)) {
      Bytes some = hash.hash(Bytes.utf8("some"));
      Bytes reference = Bytes.utf8("a reference");
      List<PolicyStep> steps = new ArrayList<>();
      Handle none = Handle.NULL;
      steps.add(new PolicyPcr(none, some, PcrSelection.parse("sha256:7,23+sha384:0")));
      steps.add(new PolicyCommandCode(none, CommandCode.UNSEAL));
      steps.add(new PolicyAuthValue(none));
      steps.add(new PolicyPassword(none));
      steps.add(new PolicyLocality(none, Locality.of(3)));
      steps.add(new PolicyNv(index, index, none, Bytes.hex("0001"), 3, Eo.UNSIGNED_LT));
      steps.add(new PolicyCounterTimer(none, Bytes.hex("0001"), 8, Eo.UNSIGNED_GT));
      steps.add(new PolicyPhysicalPresence(none));
      steps.add(new PolicyCpHash(none, some));
      steps.add(new PolicyNameHash(none, some));
      steps.add(new PolicyTemplate(none, some));
      steps.add(new PolicyNvWritten(none, true));
      steps.add(new PolicyNvWritten(none, false));
      Bytes name = key.publicArea().name();
      Bytes parent = Templates.storageRootKeyRsa().name();
      steps.add(new PolicyDuplicationSelect(none, name, parent, true));
      steps.add(new PolicyDuplicationSelect(none, name, parent, false));
      steps.add(new PolicySecret(Handle.OWNER, none, Bytes.EMPTY, Bytes.EMPTY, reference, 0));
      steps.add(new PolicySecret(key.handle(), none, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, 0));
      // A trial session does not look at the signature.
      Signature signature =
          new Signature.Ecc(
              AlgorithmId.ECDSA, AlgorithmId.SHA256, Bytes.zeros(32), Bytes.zeros(32));
      steps.add(
          new PolicySigned(key.handle(), none, Bytes.EMPTY, Bytes.EMPTY, reference, 0, signature));
      steps.add(new PolicyOr(none, List.of(some, Bytes.zeros(hash.size()), some)));
      steps.add(new PolicyAuthorize(none, some, reference, name, VerifiedTicket.NULL));
      steps.add(new PolicyAuthorizeNv(index, index, none));
      steps.add(new PolicyParameters(none, some));
      steps.add(
          new PolicyCapability(
              none, Bytes.hex("0100"), 2, Eo.UNSIGNED_GE, Capability.TPM_PROPERTIES, 0x100));
      for (PolicyStep step : steps) {
        compare(tpm, hash, step, refused);
      }
    }
    tpm.execute(new NvUndefineSpace(Handle.OWNER, index));
    return refused;
  }

  private static void compare(Tpm20 tpm, Bank hash, PolicyStep step, Set<CommandCode> refused)
      throws IOException {
    try (Session trial = tpm.startSession().trial().hash(hash).start()) {
      Bytes digest = Bytes.zeros(hash.size());
      // Something stands before it, so that it matters whether the step takes that in.
      for (PolicyStep each : List.of(new PolicyPhysicalPresence(Handle.NULL), step)) {
        Command<?> command = each.in(trial.handle());
        try {
          tpm.execute(command);
        } catch (TpmResponseException e) {
          if (!ResponseCode.of(e.code()).is(ResponseCode.COMMAND_CODE)) {
            throw e;
          }
          refused.add(new CommandCode(command.spec().code()));
          return;
        }
        digest = each.extend(hash, digest);
      }
      assertEquals(
          tpm.execute(new PolicyGetDigest(trial.handle())).policyDigest(), digest, step.toString());
    }
  }
}
