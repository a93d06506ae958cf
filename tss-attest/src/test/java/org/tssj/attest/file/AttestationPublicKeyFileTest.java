package org.tssj.attest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.crypto.BouncyCastle;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm20.structure.object.PublicKeys;

class AttestationPublicKeyFileTest {

  private static AttestationPublicKey read(String name) {
    return AttestationPublicKeyFile.read(Vectors.read(name));
  }

  @Nested
  class ReadsTpm12 {
    private final Bytes padded = Vectors.read("tpm12/aik/aik.pub");
    private final Bytes pubKey = padded.slice(padded.length() - 284, padded.length());
    private final AttestationPublicKey.Tpm12 key =
        (AttestationPublicKey.Tpm12) AttestationPublicKeyFile.read(pubKey);

    @Test
    void aRawTpmPubkey() {
      assertEquals(Optional.empty(), key.usage());
      assertEquals(pubKey.slice(28, 284), key.pubKey().pubKey());
    }

    @Test
    void theTssBlobOfTrousersWithItsPaddedLength() {
      assertEquals(key, AttestationPublicKeyFile.read(padded));
    }

    @Test
    void theTssBlobInProperDer() {
      assertEquals(key, read("tpm12/aik/aik-canonical-der.pub"));
    }

    @Test
    void aKeyBlobAndWhatItsKeyIsFor() {
      AttestationPublicKey.Tpm12 blob = (AttestationPublicKey.Tpm12) read("tpm12/aik/aik.blob");
      assertEquals(key.pubKey(), blob.pubKey());
      assertEquals(Optional.of(KeyUsage.IDENTITY), blob.usage());
    }

    @Test
    void aKeyBlobInATssBlob() {
      Bytes blob = Vectors.read("tpm12/aik/aik.blob");
      Bytes der = Bytes.hex("3082023d 020101 020101 0202022f 0482022f").concat(blob);
      // 3+3+4 octets of numbers, 4 of header, 559 of blob: 573 = 0x23d
      assertEquals(read("tpm12/aik/aik.blob"), AttestationPublicKeyFile.read(der));
    }
  }

  @Nested
  class ReadsTpm20 {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "rsassa-sha256",
          "rsapss-sha512",
          "ecdsa-p256",
          "ecdsa-p384",
          "ecdsa-p521",
          "weak-p224"
        })
    void aPublicAreaWithAndWithoutSizeAndTheSameKeyInPemAndDer(String name) {
      AttestationPublicKey.Tpm20 key =
          (AttestationPublicKey.Tpm20) read("tpm20/" + name + "/ak.tpm2b");
      assertEquals(Vectors.read("tpm20/" + name + "/ak.name"), key.publicArea().name());
      assertEquals(key, read("tpm20/" + name + "/ak.tpmt"));
      java.security.PublicKey java = PublicKeys.toJava(key.publicArea(), BouncyCastle.provider());
      assertEquals(
          java, ((AttestationPublicKey.Plain) read("tpm20/" + name + "/ak.pem")).publicKey());
      assertEquals(
          java, ((AttestationPublicKey.Plain) read("tpm20/" + name + "/ak.der")).publicKey());
    }

    @Test
    void aKeyOnACurveTheJdkLacks() {
      AttestationPublicKey.Plain key = (AttestationPublicKey.Plain) read("tpm20/weak-p224/ak.pem");
      assertEquals(
          224,
          assertInstanceOf(ECPublicKey.class, key.publicKey())
              .getParams()
              .getCurve()
              .getField()
              .getFieldSize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ak.pkcs1.pem", "ak.crt.pem", "ak.crt.der"})
    void theKeyInPkcs1AndInACertificate(String form) {
      assertEquals(read("tpm20/rsassa-sha256/ak.pem"), read("tpm20/rsassa-sha256/" + form));
    }

    @Test
    void theModulusThatOpensslPrints() {
      AttestationPublicKey.Plain key =
          (AttestationPublicKey.Plain) read("tpm20/rsassa-sha256/ak.pem");
      Bytes area = Vectors.read("tpm20/rsassa-sha256/ak.tpmt");
      assertEquals(
          new BigInteger(1, area.slice(area.length() - 256, area.length()).toArray()),
          assertInstanceOf(RSAPublicKey.class, key.publicKey()).getModulus());
    }
  }

  @Nested
  class Refuses {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "''     | attestation key: must hold a key, was 0 bytes at offset 0x0000",
          "hello  |"
              + " attestation key: must be a public key or a certificate in PEM, was text without a"
              + " PEM boundary at offset 0x0000"
        })
    void whatIsNoKey(String text, String message) {
      assertEquals(
          message,
          assertThrows(WireException.class, () -> AttestationPublicKeyFile.read(Bytes.utf8(text)))
              .getMessage());
    }

    @Test
    void aPrivateKey() {
      String pem =
          """
          -----BEGIN EC PRIVATE KEY-----
          MHcCAQEEIPRi/nojLiyTzDODcnRvdSNvDM/dZnnEEfMbbbcETc/OoAoGCCqGSM49
          AwEHoUQDQgAEJOtn00qrT+1OfHJEKfc8IGyLnA2BhC82SHmtBNmzcUCM+6TSzC9Y
          iUb46+feGkFMmym1vnvYfITGQ77kx08ktQ==
          -----END EC PRIVATE KEY-----
          """;
      assertEquals(
          "attestation key: must be a public key or a certificate in PEM, was PEMKeyPair at offset"
              + " 0x0000",
          assertThrows(WireException.class, () -> AttestationPublicKeyFile.read(Bytes.utf8(pem)))
              .getMessage());
    }

    @Test
    void aTssBlobOfAnotherKindAndNamesIt() {
      Bytes changed = Changed.xor(Vectors.read("tpm12/aik/aik.pub"), 9, 1);
      assertEquals(
          "attestation key.TSS blob.blobType: must be 1 (a key) or 2 (a public key), was 3 at"
              + " offset 0x0000",
          assertThrows(WireException.class, () -> AttestationPublicKeyFile.read(changed))
              .getMessage());
    }

    @Test
    void aTssBlobWhoseLengthLies() {
      Bytes changed = Changed.xor(Vectors.read("tpm12/aik/aik.pub"), 15, 1);
      assertEquals(
          "attestation key.TSS blob.blobLength: must be the length of the blob, 284, was 285 at"
              + " offset 0x000a",
          assertThrows(WireException.class, () -> AttestationPublicKeyFile.read(changed))
              .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "tpm12/aik/aik.pub",
          "tpm12/aik/aik.blob",
          "tpm20/ecdsa-p256/ak.tpm2b",
          "tpm20/ecdsa-p256/ak.tpmt",
          "tpm20/ecdsa-p256/ak.der",
          "tpm20/rsassa-sha256/ak.crt.der"
        })
    void aFileThatIsCutAnywhereOrLonger(String name) {
      Changed.everyLength(Vectors.read(name))
          .forEach(
              octets ->
                  assertThrows(
                      WireException.class,
                      () -> AttestationPublicKeyFile.read(octets),
                      octets::toHex));
    }

    @Test
    void everythingElseWithTheSameExceptionOnly() {
      Random random = new Random(5);
      Bytes[] models = {
        Vectors.read("tpm12/aik/aik.pub"),
        Vectors.read("tpm12/aik/aik.blob"),
        Vectors.read("tpm20/ecdsa-p384/ak.tpm2b"),
        Vectors.read("tpm20/rsassa-sha256/ak.tpmt"),
        Vectors.read("tpm20/weak-p224/ak.der"),
        Vectors.read("tpm20/ecdsa-p384/ak.pem"),
        Vectors.read("tpm20/rsassa-sha256/ak.crt.der"),
        Vectors.read("tpm20/rsassa-sha256/ak.pem")
      };
      for (int i = 0; i < 8_000; i++) {
        byte[] octets = models[i % models.length].toArray();
        for (int flips = random.nextInt(4); flips >= 0; flips--) {
          octets[random.nextInt(Math.min(octets.length, 80))] = (byte) random.nextInt();
        }
        try {
          AttestationPublicKeyFile.read(Bytes.wrap(octets));
        } catch (WireException expected) {
          // the only way out
        }
      }
    }
  }
}
