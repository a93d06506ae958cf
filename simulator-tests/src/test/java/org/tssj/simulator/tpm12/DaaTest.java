package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.OwnedTpm12.OWNER;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.daa.DaaCredential;
import org.tssj.tpm12.daa.DaaException;
import org.tssj.tpm12.daa.DaaIssuerKey;
import org.tssj.tpm12.daa.DaaJoining;
import org.tssj.tpm12.daa.DaaPublicKey;
import org.tssj.tpm12.daa.DaaSignature;
import org.tssj.tpm12.daa.IssuedCredential;
import org.tssj.tpm12.daa.JoinRequest;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.PubKey;

/** Direct anonymous attestation on a real software TPM: one TPM that joins and signs. */
@NeedsLibrary("libtpms.so.0")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaaTest {

  /** Safe primes of openssl prime -generate -safe, since Java takes minutes to find some. */
  private static final BigInteger P =
      new BigInteger(
          "fcef37f742efc7dec02eb5d2e6ff725d9e27a638193314db668f13876d733922"
              + "7906ed8c0ed776ad2e03c16c8c5882fccf062c4acb204b7c56e774322b22b2d4"
              + "63a5a849489983a0a469eee6bd07bd1fdebcbdf691460115049f49d8be645172"
              + "7ed9304a81a66ea2a7ceb2387949e0d1afb0c2af0b7c0a64c7948b90a9e9a253",
          16);

  private static final BigInteger Q =
      new BigInteger(
          "c8e6ad028648ed1aa56196daef446793405818a3d844b4ae9c6773efb398f835"
              + "fa1d530ace83bce6509c82df33e08da5896b22607c4619d2b23d0fc4b0d3690e"
              + "4703587ddd2ff8264aab5d51c4ddda3a539f5b72686943a57ca4c8d38ad7dda7"
              + "7f4fd00f9d8743d7c0c2d969b79b31141082584903c6dec3bce53bd2b72d3847",
          16);

  private static final Bytes ISSUER_NAME = Bytes.utf8("issuer");
  private static final Bytes VERIFIER_NAME = Bytes.utf8("verifier");
  private static final Bytes HOST_NONCE = Bytes.hex("aa".repeat(20));
  private static final Bytes NONCE = Bytes.hex("bb".repeat(20));
  private static final Bytes MESSAGE = Bytes.utf8("what a member says");

  private final SecureRandom random = new SecureRandom();
  private Tpm12 tpm;
  private PubKey endorsementKey;
  private DaaIssuerKey issuer;
  private DaaPublicKey group;
  private DaaPublicKey otherGroup;
  private DaaCredential member;
  private DaaSignature signature;

  @BeforeAll
  void joinAndSign() throws IOException, DaaException {
    tpm = OwnedTpm12.open();
    endorsementKey = tpm.endorsement().read(OWNER);
    issuer = DaaIssuerKey.of(P, Q, random);
    group = issuer.publicKey();
    otherGroup = DaaIssuerKey.of(P, Q, random).publicKey();
    try (DaaJoining joining = DaaJoining.begin(tpm, OWNER, issuer.invitation(), 1)) {
      DaaIssuerKey.Admission admission = issuer.admit(endorsementKey, ISSUER_NAME);
      JoinRequest request = joining.request(ISSUER_NAME, admission.challenge());
      member = joining.complete(admission.issue(request, HOST_NONCE), HOST_NONCE);
    }
    signature = member.sign(tpm, OWNER, VERIFIER_NAME, NONCE, MESSAGE);
  }

  @AfterAll
  void end() throws IOException {
    tpm.close();
  }

  @AfterEach
  void nothingIsLeftInTheTpm() throws IOException {
    assertEquals(List.of(), tpm.capability(Capability.handles(ResourceType.DAA_TPM)).handles());
    assertEquals(List.of(), tpm.capability(Capability.handles(ResourceType.AUTH)).handles());
  }

  private boolean holds(DaaSignature changed) {
    return group.verifies(changed, VERIFIER_NAME, NONCE, MESSAGE);
  }

  @Test
  void aMembersSignatureHolds() {
    assertTrue(holds(signature));
  }

  @Test
  void aSignatureIsOverItsMessageItsNonceAndItsBasename() {
    assertFalse(group.verifies(signature, VERIFIER_NAME, NONCE, Bytes.utf8("what a member sayt")));
    assertFalse(group.verifies(signature, VERIFIER_NAME, HOST_NONCE, MESSAGE));
    assertFalse(group.verifies(signature, ISSUER_NAME, NONCE, MESSAGE));
  }

  @Test
  void aSignatureIsRefusedWhenOneBitOfAnyPartIsAnother() {
    DaaSignature s = signature;
    Bytes one = Bytes.hex("01");
    Bytes c = s.challenge();
    Bytes t = s.tpmNonce();
    Bytes otherC = Bytes.of((byte) (c.get(0) ^ 1)).concat(c.slice(1, 20));
    Bytes otherT = Bytes.of((byte) (t.get(0) ^ 1)).concat(t.slice(1, 20));
    assertFalse(holds(with(s, s.pseudonym().flipBit(3), c, t, s.s0(), s.s1(), s.v(), s.e())));
    assertFalse(holds(with(s, s.pseudonym(), otherC, t, s.s0(), s.s1(), s.v(), s.e())));
    assertFalse(holds(with(s, s.pseudonym(), c, otherT, s.s0(), s.s1(), s.v(), s.e())));
    assertFalse(holds(with(s, s.pseudonym(), c, t, s.s0().flipBit(3), s.s1(), s.v(), s.e())));
    assertFalse(holds(with(s, s.pseudonym(), c, t, s.s0(), s.s1().flipBit(3), s.v(), s.e())));
    assertFalse(holds(with(s, s.pseudonym(), c, t, s.s0(), s.s1(), s.v().flipBit(3), s.e())));
    assertFalse(holds(with(s, s.pseudonym(), c, t, s.s0(), s.s1(), s.v(), s.e().flipBit(3))));
    assertFalse(
        holds(
            new DaaSignature(
                s.pseudonym(), s.credential().flipBit(3), c, t, s.s0(), s.s1(), s.v(), s.e())));
    assertFalse(holds(with(s, s.pseudonym(), c.concat(one), t, s.s0(), s.s1(), s.v(), s.e())));
  }

  private static DaaSignature with(
      DaaSignature from,
      BigInteger pseudonym,
      Bytes challenge,
      Bytes tpmNonce,
      BigInteger s0,
      BigInteger s1,
      BigInteger v,
      BigInteger e) {
    return new DaaSignature(pseudonym, from.credential(), challenge, tpmNonce, s0, s1, v, e);
  }

  @Test
  void aSignatureOfAnotherIssuersGroupIsRefused() {
    assertFalse(otherGroup.verifies(signature, VERIFIER_NAME, NONCE, MESSAGE));
    DaaPublicKey otherZ =
        new DaaPublicKey(
            group.n(),
            group.r0(),
            group.r1(),
            group.s(),
            group.z().multiply(group.s()).mod(group.n()),
            group.gamma(),
            group.rho());
    assertFalse(otherZ.verifies(signature, VERIFIER_NAME, NONCE, MESSAGE));
  }

  @Test
  void aTpmDoesNotSignWithTheCredentialOfAnotherIssuer() {
    DaaCredential foreign =
        new DaaCredential(
            otherGroup, member.a(), member.e(), member.tpmSpecific(), member.v0(), member.v1());
    var e =
        assertThrows(
            TpmResponseException.class,
            () -> foreign.sign(tpm, OWNER, VERIFIER_NAME, NONCE, MESSAGE));
    assertEquals(ResultCode.DAA_ISSUER_SETTINGS.code(), e.code());
  }

  @Test
  void signaturesAreLinkedByTheSameBasenameAndByNoOther() throws IOException {
    DaaSignature again = member.sign(tpm, OWNER, VERIFIER_NAME, HOST_NONCE, MESSAGE);
    assertTrue(group.verifies(again, VERIFIER_NAME, HOST_NONCE, MESSAGE));
    assertEquals(signature.pseudonym(), again.pseudonym());
    assertNotEquals(signature.credential(), again.credential());
    Bytes another = Bytes.utf8("another");
    DaaSignature elsewhere = member.sign(tpm, OWNER, another, NONCE, MESSAGE);
    assertTrue(group.verifies(elsewhere, another, NONCE, MESSAGE));
    assertNotEquals(signature.pseudonym(), elsewhere.pseudonym());
  }

  @Test
  void theIssuerRefusesARequestThatAnswersAnotherChallenge() throws IOException {
    try (DaaJoining joining = DaaJoining.begin(tpm, OWNER, issuer.invitation(), 2)) {
      JoinRequest request =
          joining.request(ISSUER_NAME, issuer.admit(endorsementKey, ISSUER_NAME).challenge());
      var e =
          assertThrows(
              DaaException.class,
              () -> issuer.admit(endorsementKey, ISSUER_NAME).issue(request, HOST_NONCE));
      assertTrue(e.getMessage().contains("endorsement key"), e.getMessage());
    }
  }

  @Test
  void theIssuerRefusesAProofThatDoesNotHold() throws IOException {
    try (DaaJoining joining = DaaJoining.begin(tpm, OWNER, issuer.invitation(), 2)) {
      DaaIssuerKey.Admission admission = issuer.admit(endorsementKey, ISSUER_NAME);
      JoinRequest r = joining.request(ISSUER_NAME, admission.challenge());
      JoinRequest changed =
          new JoinRequest(
              r.count(),
              r.hidden(),
              r.pseudonym(),
              r.endorsed(),
              r.challenge(),
              r.tpmNonce(),
              r.s0().flipBit(0),
              r.s1(),
              r.v());
      var e = assertThrows(DaaException.class, () -> admission.issue(changed, HOST_NONCE));
      assertTrue(e.getMessage().contains("knows its secret"), e.getMessage());
    }
  }

  @Test
  void theHostRefusesACredentialThatIsNone() throws IOException, DaaException {
    try (DaaJoining joining = DaaJoining.begin(tpm, OWNER, issuer.invitation(), 2)) {
      DaaIssuerKey.Admission admission = issuer.admit(endorsementKey, ISSUER_NAME);
      IssuedCredential good =
          admission.issue(joining.request(ISSUER_NAME, admission.challenge()), HOST_NONCE);
      refuses(joining, "prime", good, good.a(), good.e().add(BigInteger.ONE), good.answer());
      refuses(joining, "prime", good, good.a(), BigInteger.valueOf(65537), good.answer());
      refuses(joining, "root", good, group.n().subtract(good.a()), good.e(), good.answer());
      refuses(joining, "proof", good, good.a(), good.e(), good.answer().flipBit(0));
      assertEquals(good.e(), joining.complete(good, HOST_NONCE).e());
    }
  }

  private void refuses(
      DaaJoining joining,
      String why,
      IssuedCredential good,
      BigInteger a,
      BigInteger e,
      BigInteger answer) {
    var thrown =
        assertThrows(
            DaaException.class,
            () ->
                joining.complete(
                    new IssuedCredential(a, e, good.v(), good.challenge(), answer), HOST_NONCE));
    assertTrue(thrown.getMessage().contains(why), thrown.getMessage());
  }

  @Test
  void primesThatAreNotSafeMakeNoIssuer() {
    assertThrows(IllegalArgumentException.class, () -> DaaIssuerKey.of(P, P, random));
    assertThrows(
        IllegalArgumentException.class,
        () -> DaaIssuerKey.of(P, BigInteger.valueOf(65537), random));
  }
}
