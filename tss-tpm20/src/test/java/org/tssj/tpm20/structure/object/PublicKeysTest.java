package org.tssj.tpm20.structure.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bytes;
import org.tssj.tpm20.Captured;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;

class PublicKeysTest {

  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

  private static Public area(String name) {
    return Public.SIZED_CODEC.decode(Captured.of("swtpm-0.7.1/" + name).bytes("public"));
  }

  private static Bytes signature(String name) {
    return Captured.of("swtpm-0.7.1/" + name).bytes("signature");
  }

  private static boolean verifies(String algorithm, String name, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    var verifier = java.security.Signature.getInstance(algorithm);
    verifier.initVerify(PublicKeys.toJava(area(name)));
    verifier.update(message);
    return verifier.verify(signature);
  }

  @Test
  void verifyWhatTheirRsaKeySigned() throws GeneralSecurityException {
    var signed = (Signature.Rsa) Signature.CODEC.decode(signature("ak-rsa"));
    byte[] octets = signed.sig().toArray();
    assertTrue(verifies("SHA256withRSA", "ak-rsa", HELLO, octets));
    assertFalse(verifies("SHA256withRSA", "ak-rsa", new byte[] {1}, octets));
  }

  @Test
  void verifyWhatTheirEllipticCurveKeySigned() throws GeneralSecurityException {
    var signed = (Signature.Ecc) Signature.CODEC.decode(signature("ak-ecc"));
    byte[] octets = signed.signatureR().concat(signed.signatureS()).toArray();
    assertTrue(verifies("SHA256withECDSAinP1363Format", "ak-ecc", HELLO, octets));
    assertFalse(verifies("SHA256withECDSAinP1363Format", "ak-ecc", new byte[] {1}, octets));
  }

  @Test
  void areTheSameAfterTheWayThereAndBack() {
    for (String name : new String[] {"ak-rsa", "ak-ecc"}) {
      Public there = area(name);
      Public back =
          PublicKeys.toTpm(
              PublicKeys.toJava(there), AlgorithmId.SHA1, ObjectAttributes.SIGN_ENCRYPT);
      assertEquals(there.unique(), back.unique());
      assertEquals(AlgorithmId.SHA1, back.nameAlg());
      assertEquals(ObjectAttributes.SIGN_ENCRYPT, back.objectAttributes());
      assertEquals(Bytes.EMPTY, back.authPolicy());
    }
    assertEquals(
        new RsaParms(SymDef.NULL, Scheme.NULL, 2048, 0),
        PublicKeys.toTpm(
                PublicKeys.toJava(area("ak-rsa")), AlgorithmId.SHA256, ObjectAttributes.NONE)
            .parameters());
  }

  @ParameterizedTest
  @CsvSource({"secp256r1, NIST_P256, 32", "secp384r1, NIST_P384, 48", "secp521r1, NIST_P521, 66"})
  void onCurvesOfTheJdkHaveCoordinatesOfFullLength(String javaName, String curve, int size)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(javaName));
    ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();
    EccPoint point = PublicKeys.point(key);
    assertEquals(size, point.x().length());
    assertEquals(size, point.y().length());
    EccCurve number = EccCurve.named(curve).orElseThrow();
    assertEquals(number, PublicKeys.curve(key.getParams()));
    assertEquals(key.getW(), PublicKeys.toJava(number, point).getW());
  }

  @Test
  void mayHaveCoordinatesWithoutTheirLeadingZeros() {
    // 43 * G of P-256, whose y begins with a zero octet; computed by a few lines of Python.
    String x = "986ae2506f1ff104d04230861d8f4b498f4bc4c6d009b30f7544dc129b82d28d";
    String y = "3cccc0a6460e0ae328a4d97d3c7b61d86fc6289c189f2525110c441bb07e97";
    EccPoint shorter = new EccPoint(Bytes.hex(x), Bytes.hex(y));
    ECPublicKey key = PublicKeys.toJava(EccCurve.NIST_P256, shorter);
    assertEquals(new BigInteger(y, 16), key.getW().getAffineY());
    assertEquals(new EccPoint(Bytes.hex(x), Bytes.hex("00" + y)), PublicKeys.point(key));
  }

  @Test
  void takeTheirCurveFromAnyRegisteredProvider() throws ReflectiveOperationException {
    Public onSm2 = area("ecc-sm2");
    assertThrows(UnsupportedOperationException.class, () -> PublicKeys.toJava(onSm2));
    Provider bouncyCastle =
        Class.forName("org.bouncycastle.jce.provider.BouncyCastleProvider")
            .asSubclass(Provider.class)
            .getConstructor()
            .newInstance();
    Security.addProvider(bouncyCastle);
    try {
      ECPublicKey key = (ECPublicKey) PublicKeys.toJava(onSm2);
      assertEquals(onSm2.unique(), PublicKeys.point(key));
      assertEquals(EccCurve.SM2_P256, PublicKeys.curve(key.getParams()));
    } finally {
      Security.removeProvider(bouncyCastle.getName());
    }
  }

  @Test
  void keepAnUnusualExponent() throws GeneralSecurityException {
    BigInteger modulus = ((RSAPublicKey) PublicKeys.toJava(area("ak-rsa"))).getModulus();
    var key =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(0xffff_fffbL)));
    Public area = PublicKeys.toTpm(key, AlgorithmId.SHA256, ObjectAttributes.NONE);
    assertEquals(0xffff_fffbL, ((RsaParms) area.parameters()).exponent());
    assertEquals(key, PublicKeys.toJava(area));
  }

  @Nested
  class Refuse {
    @Test
    void aPointThatIsNotOnItsCurve() {
      EccPoint point = (EccPoint) area("ak-ecc").unique();
      EccPoint moved = new EccPoint(point.y(), point.x());
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> PublicKeys.toJava(EccCurve.NIST_P256, moved));
      assertEquals("the point is not on TPM_ECC_NIST_P256", e.getMessage());
    }

    @Test
    void aTemplateWithoutAKey() {
      Public template =
          new Public(
              AlgorithmId.SHA256,
              ObjectAttributes.NONE,
              Bytes.EMPTY,
              new RsaParms(SymDef.NULL, Scheme.NULL, 2048, 0),
              PublicId.empty(AlgorithmId.RSA));
      var e = assertThrows(IllegalArgumentException.class, () -> PublicKeys.toJava(template));
      assertEquals("no RSA public key: a modulus of 0 bytes", e.getMessage());
      assertThrows(
          IllegalArgumentException.class,
          () -> PublicKeys.toJava(EccCurve.NIST_P256, EccPoint.EMPTY));
    }

    @Test
    void anObjectThatHasNone() {
      var e = assertThrows(IllegalArgumentException.class, () -> PublicKeys.toJava(area("hmac")));
      assertEquals("a TPM_ALG_KEYEDHASH object has no public key", e.getMessage());
    }

    @Test
    void aCurveThatNobodyHas() {
      var e =
          assertThrows(
              UnsupportedOperationException.class,
              () -> PublicKeys.toJava(EccCurve.BN_P256, EccPoint.EMPTY));
      assertEquals(
          "no registered security provider has TPM_ECC_BN_P256; Bouncy Castle's (bcprov) has most",
          e.getMessage());
    }

    @Test
    void aKeyOfAnotherKind() throws GeneralSecurityException {
      var ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
      assertThrows(
          IllegalArgumentException.class,
          () -> PublicKeys.toTpm(ed25519, AlgorithmId.SHA256, ObjectAttributes.NONE));
    }
  }
}
