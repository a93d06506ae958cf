package org.tssj.simulator.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmResponseException;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.Unseal;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyTicket;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.policy.PolicySigner;
import org.tssj.tpm20.policy.SatisfiedPolicy;
import org.tssj.tpm20.policy.UnsatisfiedPolicyException;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** Policies that guard sealed data and NV indices, carried out on a TPM. */
@SoftwareTpm
class PolicyTest {

  private static final AuthValue SECRET = AuthValue.utf8("what was sealed");
  private static final AuthValue AUTH = AuthValue.utf8("auth value");
  private static final Handle INDEX = Handle.of(0x0150_0000);
  private static final Bytes REFERENCE = Bytes.utf8("a reference");

  /** Sealed data that nothing opens but its policy. */
  private record Sealed(Tpm20 tpm, Policy policy, LoadedObject object) implements AutoCloseable {

    static Sealed by(Tpm20 tpm, Policy policy) throws IOException {
      Public template =
          Templates.sealedData()
              .withAttributes(
                  Templates.sealedData()
                      .objectAttributes()
                      .without(ObjectAttributes.USER_WITH_AUTH))
              .withAuthPolicy(policy.digest(Bank.SHA256));
      policy.requireFor(template);
      try (LoadedObject parent = storageRoot(tpm)) {
        Create.Response made =
            tpm.execute(
                new Create(
                    parent.handle(),
                    new SensitiveCreate(AUTH, SECRET),
                    template,
                    Bytes.EMPTY,
                    List.of()));
        return new Sealed(
            tpm, policy, tpm.load(parent.handle(), made.outPrivate(), made.outPublic()));
      }
    }

    Unseal use() {
      return new Unseal(object.handle());
    }

    SatisfiedPolicy opens(PolicyAnswers answers) throws IOException {
      try (Session session = tpm.startSession().policy().start()) {
        SatisfiedPolicy way = policy.satisfy(tpm, session, answers, use());
        assertEquals(SECRET, tpm.execute(use(), session.authorize(AUTH)).outData());
        return way;
      }
    }

    UnsatisfiedPolicyException refuses(PolicyAnswers answers) throws IOException {
      try (Session session = tpm.startSession().policy().start()) {
        return assertThrows(
            UnsatisfiedPolicyException.class, () -> policy.satisfy(tpm, session, answers, use()));
      }
    }

    @Override
    public void close() {
      object.close();
    }
  }

  private static LoadedObject storageRoot(Tpm20 tpm) throws IOException {
    return tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY);
  }

  private static PcrValues pcr(Tpm20 tpm, int index) throws IOException {
    return tpm.pcrRead(List.of(PcrSelection.of(Bank.SHA256, index)));
  }

  private static void extend(Tpm20 tpm, int index) throws IOException {
    tpm.execute(
        new PcrExtend(Handle.pcr(index), List.of(HashValue.of(Bank.SHA256, Bytes.zeros(32)))));
  }

  @Test
  void pcrValuesOpenUntilOneChanges(Tpm20 tpm) throws IOException {
    try (Sealed sealed =
        Sealed.by(tpm, Policy.EMPTY.pcrs(tpm.pcrRead(PcrSelection.parse("sha1:0+sha256:7,16"))))) {
      sealed.opens(PolicyAnswers.NONE);
      extend(tpm, 16);
      assertEquals(
          List.of("PCR 16 of the sha256 bank has another value"),
          sealed.refuses(PolicyAnswers.NONE).reasons());
    }
  }

  @Test
  void theAuthValueIsProvedByAnHmacAndAWrongOneIsRefused(Tpm20 tpm) throws IOException {
    try (Sealed sealed = Sealed.by(tpm, Policy.EMPTY.authValue())) {
      sealed.opens(PolicyAnswers.NONE);
      try (Session session = tpm.startSession().policy().start()) {
        sealed.policy().satisfy(tpm, session, PolicyAnswers.NONE, sealed.use());
        TpmResponseException refused =
            assertThrows(
                TpmResponseException.class,
                () -> tpm.execute(sealed.use(), session.authorize(AuthValue.utf8("wrong"))));
        assertTrue(ResponseCode.of(refused.code()).is(ResponseCode.AUTH_FAIL));
      }
    }
  }

  @Test
  void theAuthValueIsSentAsAPassword(Tpm20 tpm) throws IOException {
    try (Sealed sealed = Sealed.by(tpm, Policy.EMPTY.password())) {
      sealed.opens(PolicyAnswers.NONE);
    }
  }

  @Test
  void aPolicyForTheAuthValueIsTheOneForThePassword() {
    assertEquals(
        Policy.EMPTY.authValue().digest(Bank.SHA256), Policy.EMPTY.password().digest(Bank.SHA256));
  }

  @Test
  void aSessionShowsTheAuthValueForOneCommandOnly(Tpm20 tpm) throws IOException {
    try (Sealed sealed = Sealed.by(tpm, Policy.EMPTY.authValue());
        Sealed other = Sealed.by(tpm, Policy.EMPTY.locality(Locality.ZERO));
        Session session = tpm.startSession().policy().start()) {
      for (int time = 0; time < 2; time++) {
        sealed.policy().satisfy(tpm, session, PolicyAnswers.NONE);
        assertEquals(SECRET, tpm.execute(sealed.use(), session.authorize(AUTH)).outData());
        // This policy does not ask for it: with it in the key the TPM would refuse the HMAC.
        other.policy().satisfy(tpm, session, PolicyAnswers.NONE);
        assertEquals(SECRET, tpm.execute(other.use(), session.authorize(AUTH)).outData());
      }
    }
  }

  @Test
  void aSaltedSessionProvesTheAuthValueAndHidesWhatWasSealed(Tpm20 tpm) throws IOException {
    try (Sealed sealed = Sealed.by(tpm, Policy.EMPTY.authValue());
        LoadedObject root = storageRoot(tpm);
        Session session =
            tpm.startSession().policy().saltedWith(root.handle(), root.publicArea()).start()) {
      sealed.policy().satisfy(tpm, session, PolicyAnswers.NONE);
      assertEquals(
          SECRET,
          tpm.execute(sealed.use(), session.authorize(AUTH).encryptingResponse()).outData());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 9, 17, 70})
  void anyBranchOfManyOpensAndIsFoundByItsPcr(int branches, Tpm20 tpm) throws IOException {
    // Branch k asks for what PCR 16 will hold after it was extended k times.
    List<Policy> choices = new ArrayList<>();
    Bytes value = pcr(tpm, 16).get(Bank.SHA256, 16).orElseThrow();
    for (int k = 0; k < branches; k++) {
      choices.add(Policy.EMPTY.pcrs(PcrValues.of(Bank.SHA256, 16, value)));
      value = Bank.SHA256.extend(value, Bytes.zeros(32));
    }
    Policy policy = Policy.EMPTY.commandCode(CommandCode.UNSEAL).or(choices).authValue();
    try (Sealed sealed = Sealed.by(tpm, policy)) {
      for (int k = 0; k < branches; k++) {
        assertEquals(List.of(k), sealed.opens(PolicyAnswers.NONE).branches());
        extend(tpm, 16);
      }
      assertEquals(branches, sealed.refuses(PolicyAnswers.NONE).reasons().size());
    }
  }

  @Test
  void choicesInsideChoicesAreTakenTogether(Tpm20 tpm) throws IOException {
    PcrValues never = PcrValues.of(Bank.SHA256, 16, Bank.SHA256.hash(Bytes.EMPTY));
    Policy inner =
        Policy.EMPTY.or(
            Policy.EMPTY.pcrs(never), Policy.EMPTY.pcrs(pcr(tpm, 16)).locality(Locality.ZERO));
    Policy policy =
        Policy.EMPTY
            .or(Policy.EMPTY.commandCode(CommandCode.SIGN), inner)
            .or(Policy.EMPTY.pcrs(never), Policy.EMPTY.authValue());
    try (Sealed sealed = Sealed.by(tpm, policy)) {
      assertEquals(List.of(1, 1, 1), sealed.opens(PolicyAnswers.NONE).branches());
    }
  }

  /** What only the TPM knows is found out by trying, on a session that begins again. */
  @Test
  void aBranchThatTheTpmRefusesIsLeftForTheNext(Tpm20 tpm) throws IOException {
    Bytes future = Bytes.hex("7fffffffffffffff");
    Policy policy =
        Policy.EMPTY.or(
            Policy.EMPTY.authValue().counterTimer(future, 0, Eo.UNSIGNED_GT),
            Policy.EMPTY.counterTimer(future, 0, Eo.UNSIGNED_LT));
    try (Sealed sealed = Sealed.by(tpm, policy)) {
      assertEquals(List.of(1), sealed.opens(PolicyAnswers.NONE).branches());
    }
  }

  @Test
  void theOwnersSecretOpensAndATicketStandsForIt(Tpm20 tpm) throws IOException {
    try (Sealed sealed = Sealed.by(tpm, Policy.EMPTY.secret(Handle.OWNER, REFERENCE))) {
      PolicyAnswers answers =
          PolicyAnswers.NONE.authorizing(Handle.OWNER, Authorization.NONE).askingForTickets(1000);
      List<PolicyTicket> tickets = sealed.opens(answers).tickets();
      assertEquals(1, tickets.size());
      sealed.opens(PolicyAnswers.NONE.using(tickets.get(0)));
      assertEquals(
          List.of("no authorisation is known for TPM_RH_OWNER"),
          sealed.refuses(PolicyAnswers.NONE).reasons());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void aSignatureOpensAndATicketStandsForIt(String algorithm, Tpm20 tpm)
      throws IOException, GeneralSecurityException {
    KeyPair pair = pair(algorithm);
    Public key = publicArea(pair);
    try (Sealed sealed = Sealed.by(tpm, Policy.EMPTY.signedBy(key, REFERENCE))) {
      PolicyAnswers answers = PolicyAnswers.NONE.signing(key, signer(pair));
      assertEquals(List.of(), sealed.opens(answers).tickets());
      PolicyTicket ticket = sealed.opens(answers.askingForTickets(1000)).tickets().get(0);
      sealed.opens(PolicyAnswers.NONE.using(ticket));
      PolicyAnswers forged = PolicyAnswers.NONE.signing(key, signer(pair(algorithm)));
      assertTrue(
          sealed.refuses(forged).getSuppressed()[0] instanceof TpmResponseException,
          "a signature of another key");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void aPolicyThatWasApprovedLaterOpensAndNoOther(String algorithm, Tpm20 tpm)
      throws IOException, GeneralSecurityException {
    KeyPair pair = pair(algorithm);
    Public key = publicArea(pair);
    try (Sealed sealed = Sealed.by(tpm, Policy.EMPTY.authorizedBy(key, REFERENCE).authValue())) {
      Policy approved =
          Policy.EMPTY.or(
              Policy.EMPTY.commandCode(CommandCode.SIGN), Policy.EMPTY.pcrs(pcr(tpm, 16)));
      Bytes message = PolicyAnswers.approved(approved, Bank.SHA256, REFERENCE);
      PolicyAnswers answers =
          PolicyAnswers.NONE.approving(key, REFERENCE, approved, signer(pair).sign(message));
      assertEquals(List.of(1), sealed.opens(answers).branches());
      PolicyAnswers other =
          PolicyAnswers.NONE.approving(
              key, REFERENCE, Policy.EMPTY.pcrs(pcr(tpm, 17)), signer(pair).sign(message));
      assertEquals(1, sealed.refuses(other).reasons().size());
    }
  }

  private static Handle index(Tpm20 tpm, Policy policy, Bytes content) throws IOException {
    tpm.execute(
        new NvDefineSpace(
            Handle.OWNER,
            AUTH,
            new NvPublic(
                INDEX,
                AlgorithmId.SHA256,
                NvAttributes.AUTHREAD
                    .with(NvAttributes.OWNERREAD)
                    .with(NvAttributes.POLICYWRITE)
                    .with(NvAttributes.OWNERWRITE),
                policy.equals(Policy.EMPTY) ? Bytes.EMPTY : policy.digest(Bank.SHA256),
                content.length())));
    Handle fresh = tpm.execute(new NvReadPublic(INDEX)).index();
    tpm.execute(new NvWrite(Handle.OWNER, fresh, content, 0));
    return tpm.execute(new NvReadPublic(INDEX)).index();
  }

  @Test
  void whatAnNvIndexHoldsOpens(Tpm20 tpm) throws IOException {
    Handle index = index(tpm, Policy.EMPTY, Bytes.hex("00112233"));
    try (Sealed sealed =
        Sealed.by(tpm, Policy.EMPTY.nv(index, Bytes.hex("2234"), 2, Eo.UNSIGNED_LT))) {
      sealed.opens(PolicyAnswers.NONE.authorizing(index, Authorization.password(AUTH)));
      sealed.opens(PolicyAnswers.NONE.authorizing(index, Handle.OWNER, Authorization.NONE));
      tpm.execute(new NvWrite(Handle.OWNER, index, Bytes.hex("2234"), 2));
      UnsatisfiedPolicyException refused =
          sealed.refuses(PolicyAnswers.NONE.authorizing(index, Handle.OWNER, Authorization.NONE));
      assertTrue(refused.getMessage().contains("TPM_RC_POLICY"), refused::getMessage);
    }
  }

  @Test
  void thePolicyWhoseDigestAnNvIndexHoldsOpens(Tpm20 tpm) throws IOException {
    Policy inside = Policy.EMPTY.pcrs(pcr(tpm, 16)).authValue();
    Bytes content = HashValue.CODEC.encode(HashValue.of(Bank.SHA256, inside.digest(Bank.SHA256)));
    Handle index = index(tpm, Policy.EMPTY, content);
    try (Sealed sealed = Sealed.by(tpm, Policy.EMPTY.authorizedBy(index))) {
      PolicyAnswers answers =
          PolicyAnswers.NONE.authorizing(index, Handle.OWNER, Authorization.NONE);
      sealed.opens(answers.approving(index, inside));
      assertEquals(1, sealed.refuses(answers).reasons().size());
      assertEquals(
          1, sealed.refuses(answers.approving(index, Policy.EMPTY.authValue())).reasons().size());
    }
  }

  @Test
  void anNvIndexIsWrittenByItsPolicyOnceItHasBeenWritten(Tpm20 tpm) throws IOException {
    Policy policy = Policy.EMPTY.commandCode(CommandCode.NV_WRITE).nvWritten(true).authValue();
    Handle index = index(tpm, policy, Bytes.hex("00112233"));
    NvWrite write = new NvWrite(index, index, Bytes.hex("ff"), 0);
    try (Session session = tpm.startSession().policy().start()) {
      policy.satisfy(tpm, session, PolicyAnswers.NONE, write);
      tpm.execute(write, session.authorize(AUTH).encryptingCommand());
    }
  }

  /** TPM2_PolicyCpHash binds the command's parameters, which a caller computes first. */
  @Test
  void onlyTheCommandWithTheseParametersIsAllowed(Tpm20 tpm) throws IOException {
    Bytes unseal = Bytes.hex("0000015e");
    Policy policy = Policy.EMPTY.step(new PolicyCpHash(Handle.NULL, Bank.SHA256.hash(unseal)));
    try (Sealed sealed = Sealed.by(tpm, policy)) {
      // The object's Name holds the policy's digest, so that its cpHash cannot stand in there.
      assertEquals(
          List.of("a command with other parameters is allowed"),
          sealed.refuses(PolicyAnswers.NONE).reasons());
    }
  }

  @Test
  void aPolicyIsNotTakenForAnotherObjects() {
    Public template =
        Templates.sealedData().withAuthPolicy(Policy.EMPTY.authValue().digest(Bank.SHA256));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Policy.EMPTY.commandCode(CommandCode.UNSEAL).requireFor(template));
    assertTrue(refused.getMessage().contains(template.authPolicy().toHex()));
  }

  private static KeyPair pair(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("RSA")) {
      generator.initialize(2048);
    } else {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    return generator.generateKeyPair();
  }

  private static Public publicArea(KeyPair pair) {
    return PublicKeys.toTpm(
        pair.getPublic(),
        AlgorithmId.SHA256,
        ObjectAttributes.SIGN_ENCRYPT.with(ObjectAttributes.USER_WITH_AUTH));
  }

  private static PolicySigner signer(KeyPair pair) {
    return pair.getPrivate().getAlgorithm().equals("RSA")
        ? PolicySigner.rsassa(pair.getPrivate(), Bank.SHA256)
        : PolicySigner.ecdsa(pair.getPrivate(), Bank.SHA256);
  }
}
