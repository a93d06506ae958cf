package org.tssj.tpm20.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.EdDSAParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.template.Templates;

/** Signatures made by the JDK, or printed in a standard, are accepted; others are not. */
class SignatureVerifierTest {

  private static final Bytes MESSAGE = Bytes.utf8("what is signed");
  private static final Bytes OTHER = Bytes.utf8("what is not signed");

  private static Public area(KeyPair pair) {
    return PublicKeys.toTpm(
        pair.getPublic(), AlgorithmId.SHA256, ObjectAttributes.SIGN_ENCRYPT);
  }

  private static KeyPair rsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static KeyPair ec(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static void assertSigned(Public key, Signature signature) {
    SignatureVerifier verifier = SignatureVerifier.of(key);
    assertTrue(verifier.verify(MESSAGE, signature));
    assertFalse(verifier.verify(OTHER, signature));
  }

  @Test
  void acceptsRsassa() throws GeneralSecurityException {
    KeyPair pair = rsa();
    java.security.Signature signer = java.security.Signature.getInstance("SHA384withRSA");
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE.toArray());
    assertSigned(
        area(pair),
        new Signature.Rsa(AlgorithmId.RSASSA, AlgorithmId.SHA384, Bytes.wrap(signer.sign())));
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 222})
  void acceptsRsapssWithTheShortestAndTheLongestSaltThatTpmsUse(int salt)
      throws GeneralSecurityException {
    KeyPair pair = rsa();
    java.security.Signature signer = java.security.Signature.getInstance("RSASSA-PSS");
    signer.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1));
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE.toArray());
    assertSigned(
        area(pair),
        new Signature.Rsa(AlgorithmId.RSAPSS, AlgorithmId.SHA256, Bytes.wrap(signer.sign())));
  }

  @ParameterizedTest
  @CsvSource({"secp256r1,SHA256,32", "secp384r1,SHA384,48", "secp521r1,SHA512,66"})
  void acceptsEcdsaWithLeadingZerosLeftOut(String curve, String hash, int size)
      throws GeneralSecurityException {
    KeyPair pair = ec(curve);
    java.security.Signature signer =
        java.security.Signature.getInstance(hash + "withECDSAinP1363Format");
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE.toArray());
    Bytes made = Bytes.wrap(signer.sign());
    AlgorithmId hashAlg = AlgorithmId.named(hash).orElseThrow();
    assertSigned(
        area(pair),
        new Signature.Ecc(
            AlgorithmId.ECDSA, hashAlg, made.slice(0, size), made.slice(size, 2 * size)));
    assertSigned(
        area(pair),
        new Signature.Ecc(
            AlgorithmId.ECDSA,
            hashAlg,
            Bytes.wrap(new BigInteger(1, made.slice(0, size).toArray()).toByteArray()),
            Bytes.wrap(new BigInteger(1, made.slice(size, 2 * size).toArray()).toByteArray())));
  }

  @Test
  void refusesNumbersAboveTheGroupsOrder() throws GeneralSecurityException {
    Bytes all = Bytes.hex("ff".repeat(40));
    assertFalse(
        SignatureVerifier.of(area(ec("secp256r1")))
            .verify(MESSAGE, new Signature.Ecc(AlgorithmId.ECDSA, AlgorithmId.SHA256, all, all)));
  }

  private static Public edwards(EccCurve curve, EccPoint point) {
    return new Public(
        AlgorithmId.SHA256,
        ObjectAttributes.SIGN_ENCRYPT,
        Bytes.EMPTY,
        new EccParms(SymDef.NULL, Scheme.EDDSA, curve, Scheme.NULL),
        point);
  }

  /** RFC 8032, 7.1, TEST 3. */
  @Test
  void acceptsTheEd25519SignatureThatIsPrintedInRfc8032() {
    Public key =
        edwards(
            EccCurve.CURVE_25519,
            new EccPoint(
                Bytes.hex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"),
                Bytes.EMPTY));
    Signature signature =
        new Signature.Eddsa(
            AlgorithmId.EDDSA,
            Bytes.hex(
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
    SignatureVerifier verifier = SignatureVerifier.of(key);
    assertTrue(verifier.verify(Bytes.hex("af82"), signature));
    assertFalse(verifier.verify(Bytes.hex("af83"), signature));
  }

  @ParameterizedTest
  @CsvSource({"Ed25519,CURVE_25519", "Ed448,CURVE_448"})
  void acceptsEddsaOfMessagesAndOfDigestsByTheCoordinatesOfThePoint(String name, String curve)
      throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(name).generateKeyPair();
    EdECPublicKey publicKey = (EdECPublicKey) pair.getPublic();
    // Of x only its lowest bit tells something that y does not.
    EccPoint point =
        new EccPoint(
            Bytes.of((byte) (publicKey.getPoint().isXOdd() ? 1 : 0)),
            Bytes.wrap(publicKey.getPoint().getY().toByteArray()));
    Public key = edwards(EccCurve.named(curve).orElseThrow(), point);
    for (boolean digests : new boolean[] {false, true}) {
      java.security.Signature signer = java.security.Signature.getInstance("EdDSA");
      if (digests) {
        signer.setParameter(new EdDSAParameterSpec(true, new byte[] {7, 8}));
      }
      signer.initSign(pair.getPrivate());
      signer.update(MESSAGE.toArray());
      Signature signature =
          new Signature.Eddsa(
              digests ? AlgorithmId.HASH_EDDSA : AlgorithmId.EDDSA, Bytes.wrap(signer.sign()));
      SignatureVerifier verifier =
          SignatureVerifier.of(key).withContext(digests ? Bytes.hex("0708") : Bytes.EMPTY);
      assertTrue(verifier.verify(MESSAGE, signature));
      assertFalse(verifier.verify(OTHER, signature));
      assertFalse(verifier.withContext(Bytes.hex("09")).verify(MESSAGE, signature));
    }
  }

  @Test
  void saysThatAKeyMakesNoSuchSignature() throws GeneralSecurityException {
    Signature rsa = new Signature.Rsa(AlgorithmId.RSASSA, AlgorithmId.SHA256, Bytes.zeros(256));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> SignatureVerifier.of(area(ec("secp256r1"))).verify(MESSAGE, rsa));
    assertEquals(
        "a TPM_ALG_ECC key makes no signature that is checked so: TPM_ALG_RSASSA",
        refused.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> SignatureVerifier.of(Templates.attestationKeyRsa()).verify(MESSAGE, rsa),
        "a template has no key");
  }
}
