package org.tssj.tpm20.structure.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bytes;
import org.tssj.tpm20.Captured;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.MldsaParameterSet;
import org.tssj.tpm20.structure.algorithm.MlkemParameterSet;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.handle.Handle;

class PublicTest {

  private static final ObjectAttributes STORAGE =
      ObjectAttributes.of(
          ObjectAttributes.FIXED_TPM,
          ObjectAttributes.FIXED_PARENT,
          ObjectAttributes.SENSITIVE_DATA_ORIGIN,
          ObjectAttributes.USER_WITH_AUTH,
          ObjectAttributes.NO_DA,
          ObjectAttributes.RESTRICTED,
          ObjectAttributes.DECRYPT);

  private static Public captured(String name) {
    return Public.SIZED_CODEC.decode(Captured.of("swtpm-0.7.1/" + name).bytes("public"));
  }

  @Test
  void isTypeNameAlgAttributesPolicyParametersAndUnique() {
    assertWire(
        new Public(
            AlgorithmId.SHA256,
            STORAGE,
            Bytes.hex("a1a2"),
            new EccParms(SymDef.aesCfb(128), Scheme.NULL, EccCurve.NIST_P256, Scheme.NULL),
            new EccPoint(Bytes.hex("c1"), Bytes.hex("d1d2"))),
        "0023 000b 00030472 0002a1a2  0006 0080 0043  0010  0003  0010  0001c1 0002d1d2",
        Public.CODEC);
  }

  @Test
  void hasASizeBeforeItInFilesAndCommands() {
    assertWire(
        new Public(
            AlgorithmId.SHA1,
            ObjectAttributes.NONE,
            Bytes.EMPTY,
            new KeyedhashParms(Scheme.NULL),
            PublicId.empty(AlgorithmId.KEYEDHASH)),
        "000e 0008 0004 00000000 0000 0010 0000",
        Public.SIZED_CODEC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "srk-ecc", "ak-rsa", "ak-ecc", "rsapss", "ecdaa", "hmac", "aes", "oaep", "rsaes", "ecdh",
        "sm2", "ecc-sm2", "sealed"
      })
  void ofARealTpmIsWrittenAsItWasReadAndHasTheNameTheTpmGaveIt(String name) {
    Captured vector = Captured.of("swtpm-0.7.1/" + name);
    Public read = captured(name);
    assertEquals(vector.bytes("public"), Public.SIZED_CODEC.encode(read));
    assertEquals(vector.bytes("name"), read.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "51-mlkem512-createprimary",
        "21-mldsa44-createprimary",
        "44-hashmldsa44-createprimary"
      })
  void ofAPostQuantumKeyHasTheNameTheTpmGaveIt(String name) {
    // The response: header, handle, parameterSize, then a TPM2B_PUBLIC first and the Name last.
    Bytes response = Captured.of("v185/" + name).bytes("RSP");
    int parametersEnd = 18 + (response.get(16) << 8 | response.get(17));
    int size = response.get(18) << 8 | response.get(19);
    Bytes expectedName = response.slice(parametersEnd - 34, parametersEnd);
    Public read = Public.CODEC.decode(response.slice(20, 20 + size));
    assertEquals(response.slice(20, 20 + size), Public.CODEC.encode(read));
    assertEquals(expectedName, read.name());
  }

  @Test
  void hasAQualifiedNameThatFollowsItsAncestors() {
    Bytes owner = Handle.OWNER.name().orElseThrow();
    Bytes srk = captured("srk-ecc").qualifiedName(owner);
    assertEquals(Captured.of("swtpm-0.7.1/srk-ecc").bytes("qualifiedName"), srk);
    assertEquals(
        Captured.of("swtpm-0.7.1/ak-rsa").bytes("qualifiedName"),
        captured("ak-rsa").qualifiedName(srk));
  }

  @Test
  void hasNoNameWithoutAHash() {
    Public anonymous =
        new Public(
            AlgorithmId.NULL,
            ObjectAttributes.SIGN_ENCRYPT,
            Bytes.EMPTY,
            new SymcipherParms(SymDef.aesCfb(128)),
            PublicId.empty(AlgorithmId.SYMCIPHER));
    assertEquals(Bytes.EMPTY, anonymous.name());
    assertEquals(Bytes.EMPTY, anonymous.qualifiedName(Bytes.hex("40000001")));
  }

  @Test
  void saysWhatARealKeyIs() {
    Public key = captured("rsapss");
    assertEquals(AlgorithmId.RSA, key.type());
    assertEquals(
        "fixedTPM|fixedParent|sensitiveDataOrigin|userWithAuth|sign/encrypt",
        key.objectAttributes().toString());
    RsaParms rsa = (RsaParms) key.parameters();
    assertEquals(new RsaParms(SymDef.NULL, Scheme.rsapss(AlgorithmId.SHA384), 2048, 0), rsa);
    assertEquals(65537, rsa.publicExponent());
    assertEquals(
        new EccParms(
            SymDef.NULL, new Scheme.Ecdaa(AlgorithmId.SHA256, 4), EccCurve.NIST_P384, Scheme.NULL),
        captured("ecdaa").parameters());
    assertEquals(
        new KeyedhashParms(Scheme.hmac(AlgorithmId.SHA256)), captured("hmac").parameters());
    assertEquals(new KeyedhashParms(Scheme.NULL), captured("sealed").parameters());
  }

  @Test
  void describesPostQuantumKeysByTheirParameterSets() {
    // 48-, 58- and 44- of the captures of fwtpm begin like this.
    assertWire(
        new Public(
            AlgorithmId.SHA256,
            new ObjectAttributes(0x0002_0072),
            Bytes.EMPTY,
            new MlkemParms(SymDef.NULL, MlkemParameterSet.MLKEM_768),
            new PublicId.Mlkem(Bytes.hex("4a00"))),
        "00a0 000b 00020072 0000 0010 0002 0002 4a00",
        Public.CODEC);
    assertWire(
        new Public(
            AlgorithmId.SHA256,
            new ObjectAttributes(0x0005_0072),
            Bytes.EMPTY,
            new MldsaParms(MldsaParameterSet.MLDSA_65, false),
            PublicId.empty(AlgorithmId.MLDSA)),
        "00a1 000b 00050072 0000 0002 00 0000",
        Public.CODEC);
    assertWire(
        new Public(
            AlgorithmId.SHA256,
            new ObjectAttributes(0x0004_0072),
            Bytes.EMPTY,
            new HashMldsaParms(MldsaParameterSet.MLDSA_44, AlgorithmId.SHA256),
            new PublicId.Mldsa(AlgorithmId.HASH_MLDSA, Bytes.hex("b5"))),
        "00a2 000b 00040072 0000 0001 000b 0001 b5",
        Public.CODEC);
  }

  @Nested
  class Refuses {
    @Test
    void aTypeItDoesNotKnow() {
      assertRefused(
          "0099 000b 00000000 0000",
          "TPMT_PUBLIC.parameters: TPMU_PUBLIC_PARMS must be selected by one of its 7 arms, was"
              + " 0x0099 at offset 0x000a",
          Public.CODEC);
    }

    @Test
    void aUniqueThatIsCutOff() {
      assertRefused(
          "0001 000b 00000000 0000  0010 0010 0800 00000000  0100 aa",
          "TPMT_PUBLIC.unique.buffer: needs 256 bytes at offset 0x0016, only 1 of 23 left",
          Public.CODEC);
    }

    @Test
    void toBeTwoTypesAtOnce() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  new Public(
                      AlgorithmId.SHA256,
                      ObjectAttributes.NONE,
                      Bytes.EMPTY,
                      new RsaParms(SymDef.NULL, Scheme.NULL, 2048, 0),
                      EccPoint.EMPTY));
      assertEquals("unique is of type TPM_ALG_ECC, parameters of TPM_ALG_RSA", e.getMessage());
    }

    @Test
    void aNameOfAHashItCannotCompute() {
      Public odd =
          new Public(
              new AlgorithmId(0x99),
              ObjectAttributes.NONE,
              Bytes.EMPTY,
              new KeyedhashParms(Scheme.NULL),
              PublicId.empty(AlgorithmId.KEYEDHASH));
      var e = assertThrows(UnsupportedOperationException.class, odd::name);
      assertEquals("no Name can be computed with 0x0099", e.getMessage());
    }
  }
}
