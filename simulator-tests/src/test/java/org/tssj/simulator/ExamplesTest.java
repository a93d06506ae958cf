package org.tssj.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.Verdict;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.transport.Transports;
import org.tssj.core.wire.Struct;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm.AttestationKeyOptions;
import org.tssj.tpm.KeySecrets;
import org.tssj.tpm.OwnerSecrets;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.resource.Capabilities;
import org.tssj.tpm20.resource.Lockout;
import org.tssj.tpm20.resource.NvIndex;
import org.tssj.tpm20.resource.NvUser;
import org.tssj.tpm20.resource.Provisioning;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.attest.TimeInfo;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.EkTemplate;

/** The code that README.md and CONTRIBUTING.md show, run; and a check that they show just this. */
class ExamplesTest {

  @Test
  @NeedsLibrary("libtpms.so.0")
  void theMainJobOfTheReadme(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("rootfs"), "what is measured");
    AuthValue owner = AuthValue.utf8("owner");
    Bytes nonce = Bytes.hex("0123456789abcdef");
    try (Tpm tpm = Tpm.open("libtpms:family=2.0")) {
      tpm.takeOwnership(OwnerSecrets.of(owner));
      tpm.measure(16, file);

      AttestationKey key = tpm.createAttestationKey(AttestationKeyOptions.ownedBy(owner));
      Quote quote = tpm.quote(key, KeySecrets.NONE, nonce, Bank.SHA256, 16);

      assertInstanceOf(Verdict.Trusted.class, verify(quote, key.forVerifiers(), nonce, file));
      Files.writeString(file, "something else");
      assertInstanceOf(Verdict.Rejected.class, verify(quote, key.forVerifiers(), nonce, file));
    }
  }

  private static Verdict verify(Quote quote, AttestationPublicKey publicKey, Bytes nonce, Path file)
      throws IOException {
    List<Bank> banks = List.of(Bank.SHA256);
    PcrValues expected = PcrPrediction.of(16).then(Measurement.ofFile(file, banks)).values(banks);
    Verdict verdict = QuoteVerifier.of(publicKey, nonce).expecting(expected).verify(quote);
    return verdict;
  }

  @Test
  @NeedsLibrary("libtpms.so.0")
  void aCommandWithASessionOfTheReadme() throws IOException {
    try (Tpm20 tpm = Tpm20.over(Transports.open("libtpms:family=2.0"));
        Session session = tpm.startSession().start()) {
      Bytes random =
          tpm.execute(new GetRandom(20), session.use().encryptingResponse()).randomBytes();
      assertEquals(20, random.length());
    }
  }

  @Test
  void twoNoncesDiffer(@SoftwareTpm Tpm tpm) throws IOException {
    assertNotEquals(tpm.random(20), tpm.random(20));
  }

  /** TPM2_ReadClock: reads the TPM's time and clock. */
  public record ReadTheClock() implements Command<ReadTheClock.Response> {

    /** What TPM2_ReadClock answers. */
    public record Response(TimeInfo currentTime) {
      public static final Struct<Response> CODEC =
          struct(
              "TPM2_ReadClock response",
              Response::new,
              field("currentTime", TimeInfo.CODEC, Response::currentTime));
    }

    /** TPM_CC_ReadClock: no handles, no authorisation. */
    public static final CommandSpec<ReadTheClock, Response> SPEC =
        command(0x0181, struct("TPM2_ReadClock", new ReadTheClock()), Response.CODEC);

    @Override
    public CommandSpec<ReadTheClock, Response> spec() {
      return SPEC;
    }
  }

  @Test
  void aCommandThatSomebodyElseAdds(@SoftwareTpm Tpm20 tpm) throws IOException {
    assertTrue(tpm.execute(new ReadTheClock()).currentTime().clockInfo().clock() >= 0);
  }

  @Test
  void nvIndices(@SoftwareTpm Tpm20 tpm) throws IOException {
    AuthValue password = AuthValue.utf8("password");
    Bytes content = tpm.random(1724);
    Handle srk = Provisioning.of(tpm).storageRootKey(Authorization.NONE);
    Public srkPublic = tpm.execute(new ReadPublic(srk)).outPublic();
    NvPublic template =
        new NvPublic(
            Handle.of(0x0150_0001),
            AlgorithmId.SHA256,
            NvAttributes.OWNERWRITE.with(NvAttributes.AUTHREAD).with(NvAttributes.NO_DA),
            Bytes.EMPTY,
            1724);
    NvIndex index = NvIndex.define(tpm, Handle.OWNER, template, password);
    index.write(content, NvUser.owner());
    try (Session session = tpm.startSession().saltedWith(srk, srkPublic).start()) {
      Bytes read = index.read(NvUser.holder(session.authorize(password).encryptingResponse()));
      assertEquals(content, read);
    }
    Policy policy = Policy.EMPTY.pcrs(tpm.pcrRead(PcrSelection.parse("sha256:0,7")));
    NvPublic guarded =
        new NvPublic(
            Handle.of(0x0150_0002),
            AlgorithmId.SHA256,
            NvAttributes.OWNERWRITE.with(NvAttributes.POLICYREAD).with(NvAttributes.NO_DA),
            policy.digest(Bank.SHA256),
            8);
    NvIndex secret = NvIndex.define(tpm, Handle.OWNER, guarded, AuthValue.EMPTY);
    secret.write(Bytes.hex("0011223344556677"), NvUser.owner());
    Bytes opened = secret.read(NvUser.policy(policy, PolicyAnswers.NONE, AuthValue.EMPTY));
    assertEquals(8, opened.length());
  }

  @Test
  void provisioning(@SoftwareTpm Tpm20 tpm) throws IOException {
    AuthValue password = AuthValue.utf8("password");
    Provisioning provisioning = Provisioning.of(tpm);
    Handle srk = provisioning.storageRootKey(Authorization.NONE);
    provisioning.endorsementKey(EkTemplate.L_2, Authorization.NONE, Authorization.NONE);
    provisioning.changePassword(Handle.ENDORSEMENT, AuthValue.EMPTY, password, srk);
    provisioning.changePassword(Handle.LOCKOUT, AuthValue.EMPTY, password, srk);
    provisioning.changePassword(Handle.OWNER, AuthValue.EMPTY, password, srk);
    Capabilities can = Capabilities.of(tpm);
    if (can.supports(EccCurve.NIST_P384) && can.supports(CommandCode.CREATE_LOADED)) {
      Lockout.State state = Lockout.of(tpm).state();
      System.out.println(state.left() + " wrong passwords left");
    }
    Lockout.of(tpm)
        .limit(10, Duration.ofMinutes(10), Duration.ofHours(24), Authorization.password(password));
    assertEquals(10, Lockout.of(tpm).state().most());
    assertEquals(
        Set.of(Handle.OWNER, Handle.ENDORSEMENT, Handle.LOCKOUT), provisioning.passwords());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"README.md", "CONTRIBUTING.md", "docs/how-to/nv.md", "docs/how-to/provision.md"})
  void everySnippetOfThePapersStandsHere(String paper) throws IOException {
    assertEquals(List.of(), Snippets.missing(paper, ExamplesTest.class));
  }
}
