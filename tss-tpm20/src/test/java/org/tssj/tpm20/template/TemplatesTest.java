package org.tssj.tpm20.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.MldsaParameterSet;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.MldsaParms;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.RsaParms;

class TemplatesTest {

  // Where a test names a tool, the octets are the inPublic it sent: tpm2-tools 5.4, taken from the
  // log of swtpm 0.7.1.

  private static void assertArea(String hex, Public template) {
    assertEquals(Bytes.hex(hex), Public.SIZED_CODEC.encode(template));
  }

  @Test
  void storageRootKeysAreThoseOfTpm2CreateprimaryWithNoda() {
    assertArea(
        "001a0023000b00030472000000060080004300100003001000000000", Templates.storageRootKeyEcc());
    assertArea(
        "001a0001000b00030472000000060080004300100800000000000000", Templates.storageRootKeyRsa());
  }

  @Test
  void storageRootKeysOfTheTcgHaveZerosInUnique() {
    // As go-tpm's RSASRKTemplate and ECCSRKTemplate: the low templates of the EK Credential Profile
    // with the attributes of the Provisioning Guidance.
    assertArea(
        "011a0001000b00030472000000060080004300100800000000000100" + "00".repeat(256),
        Templates.withZeroUnique(Templates.storageRootKeyRsa()));
    assertArea(
        "005a0023000b0003047200000006008000430010000300100020"
            + "00".repeat(32)
            + "0020"
            + "00".repeat(32),
        Templates.withZeroUnique(Templates.storageRootKeyEcc()));
  }

  @Test
  void zerosAreAsLongAsTheKey() {
    Public p521 =
        Templates.signingKey(
            new EccParms(SymDef.NULL, Scheme.NULL, EccCurve.NIST_P521, Scheme.NULL));
    assertEquals(
        new EccPoint(Bytes.zeros(66), Bytes.zeros(66)), Templates.withZeroUnique(p521).unique());
    Public p384 =
        Templates.signingKey(
            new EccParms(SymDef.NULL, Scheme.NULL, EccCurve.NIST_P384, Scheme.NULL));
    assertEquals(
        new EccPoint(Bytes.zeros(48), Bytes.zeros(48)), Templates.withZeroUnique(p384).unique());
    assertThrows(
        IllegalArgumentException.class,
        () -> Templates.withZeroUnique(Templates.hmacKey(AlgorithmId.SHA256)));
  }

  @Test
  void attestationKeysForAPolicyHaveNoPassword() {
    // 0x00050072 without userWithAuth (0x40) and with adminWithPolicy (0x80).
    assertArea(
        "001a0023000b000500b2000201020010" + "0018000b0003001000000000",
        Templates.usedByPolicy(Templates.attestationKeyEcc(), Bytes.hex("0102")));
  }

  @Test
  void attestationKeysAreThoseOfTpm2Createak() {
    assertArea(
        "00180001000b00050072000000100014000b0800000000000000", Templates.attestationKeyRsa());
    assertArea(
        "00180001000b00050072000000100016000b0800000000000000", Templates.attestationKeyRsaPss());
    assertArea(
        "00180023000b00050072000000100018000b0003001000000000", Templates.attestationKeyEcc());
  }

  @Test
  void anAttestationKeyMayBePostQuantum() {
    // 58-mldsa65-restricted-createprimary of the captures of fwtpm.
    assertArea(
        "000f00a1000b0005007200000002000000",
        Templates.attestationKey(new MldsaParms(MldsaParameterSet.MLDSA_65, false)));
  }

  @Test
  void signingKeysSignAnythingWithTheSchemeTheCommandNames() {
    assertArea("00160001000b000400720000001000100800000000000000", Templates.signingKeyRsa());
    assertArea("00160023000b000400720000001000100003001000000000", Templates.signingKeyEcc());
    // tpm2_create -G ecc256:ecdsa-sha256
    assertArea(
        "00180023000b00040072000000100018000b0003001000000000",
        Templates.signingKey(
            new EccParms(
                SymDef.NULL, Scheme.ecdsa(AlgorithmId.SHA256), EccCurve.NIST_P256, Scheme.NULL)));
  }

  @Test
  void hmacKeysAndSealedDataAreThoseOfTpm2Create() {
    assertArea("00100008000b0004007200000005000b0000", Templates.hmacKey(AlgorithmId.SHA256));
    assertArea("000e0008000b00000052000000100000", Templates.sealedData());
  }

  @Test
  void keysThatDecryptMayNotSign() {
    assertArea(
        "00160001000b000200720000001000100800000000000000",
        Templates.decryptionKey(new RsaParms(SymDef.NULL, Scheme.NULL, 2048, 0)));
  }

  @Test
  void symmetricKeysEncryptAndDecrypt() {
    assertArea("00120025000b0006007200000006010000430000", Templates.symmetricKey(256));
  }

  @Test
  void othersAreMadeOfThem() {
    Public byPolicyOnly =
        Templates.sealedData()
            .withAuthPolicy(Bytes.hex("a1a2"))
            .withAttributes(
                Templates.sealedData().objectAttributes().without(ObjectAttributes.USER_WITH_AUTH));
    assertArea("00100008000b000000120002a1a200100000", byPolicyOnly);
  }

  @Nested
  class OfEndorsementKeys {

    private static final String POLICY_A =
        "0020837197674484b3f81a90cc8d46a5d724fd52d76e06520b64f2a1da1b331469aa";

    // PolicyB was computed with a few lines of Python from PolicyA and the Names of the NV indices
    // 0x01c07f01 to 04; go-tpm and tpm2-pytss have the same.
    private static final String POLICY_B_SHA256 =
        "0020ca3d0a99a2b93906f7a3342414efcfb3a385d44cd1fd459089d19b5071c0b7a0";
    private static final String POLICY_B_SHA384 =
        "0030b26e7d28d11a50bc53d882bcf5fd3a1a074148bb35d3b4e4"
            + "cb1c0ad9bde419cacb47ba09699646150f9fc000f3f80e12";
    private static final String POLICY_B_SHA512 =
        "0040b8221ca69e8550a4914de3faa6a18c072cc01208073a928d5d66d59ef79e49a4"
            + "29c41a6b269571d57edb25fbdb1838425608b413cd616a5f6db5b6071af99bea";
    private static final String POLICY_B_SM3 =
        "0020167860a35f2c5c3567f9c927ac56c032f3b3a6462f8d037998e7a10f77fa454a";

    @Test
    void ofTheLowRangeAreThoseOfTpm2Createek() {
      assertArea(
          "013a0001000b000300b2" + POLICY_A + "00060080004300100800000000000100" + "00".repeat(256),
          EkTemplate.L_1.template());
      assertArea(
          "007a0023000b000300b2"
              + POLICY_A
              + "0006008000430010000300100020"
              + "00".repeat(32)
              + "0020"
              + "00".repeat(32),
          EkTemplate.L_2.template());
    }

    @Test
    void ofTheHighRangeHaveAPasswordToo() {
      assertArea(
          "003a0001000b000300f2" + POLICY_B_SHA256 + "00060080004300100800000000000000",
          EkTemplate.H_1.template());
      assertArea(
          "003a0023000b000300f2" + POLICY_B_SHA256 + "00060080004300100003001000000000",
          EkTemplate.H_2.template());
      assertArea(
          "004a0023000c000300f2" + POLICY_B_SHA384 + "00060100004300100004001000000000",
          EkTemplate.H_3.template());
      assertArea(
          "005a0023000d000300f2" + POLICY_B_SHA512 + "00060100004300100005001000000000",
          EkTemplate.H_4.template());
      assertArea(
          "003a00230012000300f2" + POLICY_B_SM3 + "00130080004300100020001000000000",
          EkTemplate.H_5.template());
      assertArea(
          "004a0001000c000300f2" + POLICY_B_SHA384 + "00060100004300100c00000000000000",
          EkTemplate.H_6.template());
      assertArea(
          "004a0001000c000300f2" + POLICY_B_SHA384 + "00060100004300101000000000000000",
          EkTemplate.H_7.template());
    }

    @Test
    void takeANonceAtTheStartOfUnique() {
      assertArea(
          "013a0001000b000300b2"
              + POLICY_A
              + "00060080004300100800000000000100112233"
              + "00".repeat(253),
          EkTemplate.L_1.template(Bytes.hex("112233")));
      assertArea(
          "007a0023000b000300b2"
              + POLICY_A
              + "0006008000430010000300100020112233"
              + "00".repeat(29)
              + "0020"
              + "00".repeat(32),
          EkTemplate.L_2.template(Bytes.hex("112233")));
      assertThrows(IllegalArgumentException.class, () -> EkTemplate.L_2.template(Bytes.zeros(33)));
      assertThrows(IllegalArgumentException.class, () -> EkTemplate.H_3.template(Bytes.hex("11")));
    }

    @Test
    void haveTheirCertificateInNv() {
      assertEquals(0x01c00002, EkTemplate.L_1.certificateIndex().value());
      assertEquals(0x01c0000a, EkTemplate.L_2.certificateIndex().value());
      assertEquals(0x01c00016, EkTemplate.H_3.certificateIndex().value());
      assertEquals(0x01c0001e, EkTemplate.H_7.certificateIndex().value());
    }
  }
}
