package org.tssj.simulator.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmResponseException;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.key.Sealer;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.policy.PolicySigner;
import org.tssj.tpm20.policy.UnsatisfiedPolicyException;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** Secrets come back to whom they were sealed for, and to nobody else. */
@SoftwareTpm
class SealerTest {

  private static final AuthValue SECRET = AuthValue.utf8("what is sealed");
  private static final AuthValue PASSWORD = AuthValue.utf8("a password");
  private static final List<PcrSelection> PCR_16 = PcrSelection.parse("sha256:16");

  private static LoadedObject root(Tpm20 tpm) throws IOException {
    return tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY);
  }

  private static void extend(Tpm20 tpm, String what) throws IOException {
    tpm.execute(
        new PcrExtend(
            Handle.pcr(16),
            List.of(new HashValue(AlgorithmId.SHA256, Bank.SHA256.hash(Bytes.utf8(what))))));
  }

  @Test
  void withNothing(Tpm20 tpm) throws IOException {
    try (LoadedObject parent = root(tpm)) {
      Sealer sealer = Sealer.under(parent);
      assertEquals(SECRET, sealer.unseal(tpm, sealer.seal(tpm, SECRET)));
    }
  }

  @Test
  void withAnAuthValue(Tpm20 tpm) throws IOException {
    try (LoadedObject parent = root(tpm)) {
      Sealer sealer = Sealer.under(parent).withAuth(PASSWORD);
      StoredObject sealed = sealer.seal(tpm, SECRET);
      assertEquals(SECRET, sealer.unseal(tpm, sealed));
      TpmResponseException refused =
          assertThrows(
              TpmResponseException.class,
              () -> sealer.withAuth(AuthValue.utf8("another")).unseal(tpm, sealed));
      assertTrue(ResponseCode.of(refused.code()).is(ResponseCode.AUTH_FAIL));
    }
  }

  @Test
  void underAParentWithAnAuthValueThatIsRsa(Tpm20 tpm) throws IOException {
    try (LoadedObject parent =
        tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyRsa(), PASSWORD)) {
      Sealer sealer = Sealer.under(parent).withParentAuth(PASSWORD);
      assertEquals(SECRET, sealer.unseal(tpm, sealer.seal(tpm, SECRET)));
    }
  }

  @Test
  void withPcrsUntilTheyChange(Tpm20 tpm) throws IOException {
    extend(tpm, "good software");
    try (LoadedObject parent = root(tpm)) {
      Sealer sealer = Sealer.under(parent).withPolicy(Policy.EMPTY.pcrs(tpm.pcrRead(PCR_16)));
      StoredObject sealed = sealer.seal(tpm, SECRET);
      assertEquals(SECRET, sealer.unseal(tpm, sealed));
      extend(tpm, "something else");
      assertThrows(UnsatisfiedPolicyException.class, () -> sealer.unseal(tpm, sealed));
    }
  }

  @Test
  void withPcrsAndAnAuthValue(Tpm20 tpm) throws IOException {
    try (LoadedObject parent = root(tpm)) {
      Sealer sealer =
          Sealer.under(parent)
              .withAuth(PASSWORD)
              .withPolicy(Policy.EMPTY.pcrs(tpm.pcrRead(PCR_16)).authValue());
      StoredObject sealed = sealer.seal(tpm, SECRET);
      assertEquals(SECRET, sealer.unseal(tpm, sealed));
      Sealer wrong = sealer.withAuth(AuthValue.EMPTY);
      assertThrows(TpmResponseException.class, () -> wrong.unseal(tpm, sealed));
    }
  }

  @Test
  void refusesAnotherPolicyThanItWasSealedWith(Tpm20 tpm) throws IOException {
    try (LoadedObject parent = root(tpm)) {
      StoredObject sealed =
          Sealer.under(parent).withPolicy(Policy.EMPTY.authValue()).seal(tpm, SECRET);
      Sealer other = Sealer.under(parent).withPolicy(Policy.EMPTY.commandCode(CommandCode.SIGN));
      assertThrows(IllegalArgumentException.class, () -> other.unseal(tpm, sealed));
    }
  }

  /** Software is updated: its vendor signs the new policy, and what was sealed stays as it is. */
  @Test
  void withWhateverPolicyAKeyHasSigned(Tpm20 tpm) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    Public vendor =
        PublicKeys.toTpm(pair.getPublic(), AlgorithmId.SHA256, ObjectAttributes.SIGN_ENCRYPT);
    PolicySigner signer = PolicySigner.ecdsa(pair.getPrivate(), Bank.SHA256);
    Bytes reference = Bytes.utf8("release");
    try (LoadedObject parent = root(tpm)) {
      Sealer sealer = Sealer.under(parent).withPolicy(Policy.EMPTY.authorizedBy(vendor, reference));
      StoredObject sealed = sealer.seal(tpm, SECRET);

      extend(tpm, "release 1");
      Sealer first = sealer.answering(approval(vendor, signer, tpm.pcrRead(PCR_16), reference));
      assertEquals(SECRET, first.unseal(tpm, sealed));

      extend(tpm, "release 2");
      assertThrows(UnsatisfiedPolicyException.class, () -> first.unseal(tpm, sealed));
      Sealer second = sealer.answering(approval(vendor, signer, tpm.pcrRead(PCR_16), reference));
      assertEquals(SECRET, second.unseal(tpm, sealed));

      assertThrows(UnsatisfiedPolicyException.class, () -> sealer.unseal(tpm, sealed));
    }
  }

  private static PolicyAnswers approval(
      Public vendor, PolicySigner signer, PcrValues values, Bytes reference) {
    Policy approved = Policy.EMPTY.pcrs(values);
    // What is signed is the digest of both: the signer hashes them.
    Signature signature = signer.sign(approved.digest(Bank.SHA256).concat(reference));
    return PolicyAnswers.NONE.approving(vendor, reference, approved, signature);
  }

  @Test
  void byAPolicyThatDoesNotAskForTheAuthValueWithoutKnowingIt(@SoftwareTpm Tpm20 tpm)
      throws IOException {
    try (LoadedObject root = root(tpm)) {
      Policy policy = Policy.EMPTY.pcrs(tpm.pcrRead(PCR_16));
      StoredObject sealed =
          Sealer.under(root).withPolicy(policy).withAuth(PASSWORD).seal(tpm, SECRET);
      assertEquals(SECRET, Sealer.under(root).withPolicy(policy).unseal(tpm, sealed));
    }
  }
}
