package org.tssj.attest.ima.xattr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Mutations;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class SecurityImaTest {

  private static final Bytes HELLO = Bytes.utf8("hello\n");
  private static final ImaKeyring KEYS =
      ImaKeyring.EMPTY
          .withCertificate(Vectors.read("ima/rsa.der"))
          .withCertificate(Vectors.read("ima/ec.der"));
  private static final EvmMetadata METADATA =
      EvmMetadata.of(
          Map.of(
              "user.other", Bytes.hex("00"), "security.ima", Vectors.read("ima/hash-sha384.bin")),
          1000,
          100,
          0100755);

  private static KernelHash hash(String name) {
    return KernelHash.named(name).orElseThrow();
  }

  private static ImaSigner signer(String algorithm, String name) throws GeneralSecurityException {
    PrivateKey key =
        KeyFactory.getInstance(algorithm)
            .generatePrivate(
                new PKCS8EncodedKeySpec(Vectors.read("ima/" + name + ".pk8").toArray()));
    long keyId =
        ImaKeyring.EMPTY
            .withCertificate(Vectors.read("ima/" + name + ".der"))
            .keys()
            .keySet()
            .iterator()
            .next();
    return new ImaSigner(key, keyId);
  }

  @Nested
  class ThatEvmctlMade {
    @ParameterizedTest
    @CsvSource({"rsa, sha1", "rsa, sha256", "rsa, sha512", "ec, sha1", "ec, sha256", "ec, sha512"})
    void isValidForItsFileAndNoOther(String key, String name) {
      Bytes octets = Vectors.read("ima/ima-" + key + "-" + name + ".bin");
      SecurityIma attribute = SecurityIma.read(octets);
      assertInstanceOf(SecurityIma.Signed.class, attribute);
      assertEquals(octets, attribute.write());
      KernelHash hash = hash(name);
      assertEquals(ImaKeyring.Check.VALID, KEYS.check(attribute, hash, hash.hash(HELLO)));
      assertEquals(
          ImaKeyring.Check.INVALID, KEYS.check(attribute, hash, hash.hash(Bytes.utf8("hello"))));
      assertEquals(
          ImaKeyring.Check.KEY_UNKNOWN, ImaKeyring.EMPTY.check(attribute, hash, hash.hash(HELLO)));
      assertEquals(
          ImaKeyring.Check.NOT_CHECKABLE,
          KEYS.check(attribute, KernelHash.SHA384, KernelHash.SHA384.hash(HELLO)));
    }

    @ParameterizedTest
    @CsvSource({"rsa", "ec"})
    void isNotValidWithAnyOctetChanged(String key) {
      Bytes octets = Vectors.read("ima/ima-" + key + "-sha256.bin");
      Changed.everyByte(octets)
          .forEach(
              changed -> {
                ImaKeyring.Check check;
                try {
                  check =
                      KEYS.check(
                          SecurityIma.read(changed),
                          KernelHash.SHA256,
                          KernelHash.SHA256.hash(HELLO));
                } catch (WireException e) {
                  return;
                }
                assertNotEquals(ImaKeyring.Check.VALID, check, changed.toHex());
              });
    }

    @Test
    void ofANewImageIsTheDigestAlone() {
      Bytes octets = Vectors.read("ima/hash-sha384.bin");
      assertEquals(
          octets, SecurityIma.ofDigest(KernelHash.SHA384, KernelHash.SHA384.hash(HELLO)).write());
      assertEquals(
          new SecurityIma.Digest(5, KernelHash.SHA384.hash(HELLO)), SecurityIma.read(octets));
    }

    @Test
    void asAPortableSignatureCoversOwnerModeAndAttributes() {
      Bytes octets = Vectors.read("ima/evm-portable.bin");
      SecurityIma attribute = SecurityIma.read(octets);
      assertInstanceOf(SecurityIma.Portable.class, attribute);
      assertEquals(ImaKeyring.Check.VALID, KEYS.checkPortable(attribute, METADATA));
      for (EvmMetadata other :
          List.of(
              new EvmMetadata(METADATA.values(), 1001, 100, 0100755),
              new EvmMetadata(METADATA.values(), 1000, 0, 0100755),
              new EvmMetadata(METADATA.values(), 1000, 100, 0104755),
              new EvmMetadata(List.of(Bytes.hex("00")), 1000, 100, 0100755))) {
        assertEquals(ImaKeyring.Check.INVALID, KEYS.checkPortable(attribute, other));
      }
    }
  }

  @Nested
  class ThatWeMake {
    @ParameterizedTest
    @CsvSource({"sha1", "sha256", "sha512"})
    void isWhatEvmctlMakesWithTheSameKeyOfRsa(String name) throws GeneralSecurityException {
      assertEquals(
          Vectors.read("ima/ima-rsa-" + name + ".bin"),
          signer("RSA", "rsa").sign(hash(name), hash(name).hash(HELLO)).write());
    }

    @Test
    void isWhatEvmctlMakesOfTheAttributes() throws GeneralSecurityException {
      assertEquals(
          Vectors.read("ima/evm-portable.bin"),
          signer("RSA", "rsa").signPortable(KernelHash.SHA256, METADATA).write());
    }

    @ParameterizedTest
    @CsvSource({"RSA, rsa", "EC, ec"})
    void isValidAndKeepsFsVerityApart(String algorithm, String name)
        throws GeneralSecurityException {
      ImaSigner signer = signer(algorithm, name);
      Bytes digest = KernelHash.SHA256.hash(HELLO);
      SecurityIma plain = SecurityIma.read(signer.sign(KernelHash.SHA256, digest).write());
      SecurityIma verity = SecurityIma.read(signer.signVerity(KernelHash.SHA256, digest).write());
      assertEquals(ImaKeyring.Check.VALID, KEYS.check(plain, KernelHash.SHA256, digest));
      assertEquals(ImaKeyring.Check.VALID, KEYS.check(verity, KernelHash.SHA256, digest));
      FileSignature.V2 v3 =
          assertInstanceOf(
              FileSignature.V2.class,
              assertInstanceOf(SecurityIma.VeritySigned.class, verity).signature());
      assertEquals(3, v3.version());
      // The same signature under the other octet is of something else.
      assertEquals(
          ImaKeyring.Check.INVALID,
          KEYS.check(new SecurityIma.Signed(v3), KernelHash.SHA256, digest));
      assertEquals(
          ImaKeyring.Check.INVALID,
          KEYS.check(
              new SecurityIma.Signed(new FileSignature.V2(2, 4, v3.keyId(), v3.signature())),
              KernelHash.SHA256,
              digest));
    }

    @Test
    void signsWhatVersion3IsMadeOf() {
      // The type, the number of SHA-256, and the digest: printf '0604%s' a1a1.. | xxd -r -p |
      // sha256sum
      assertEquals(
          Bytes.hex("258e299b62e3fab894f1ef6e8761054d8ed2c759b695a4b15cda6bb3a78ae0c6"),
          ImaKeyring.digestOfVersion3(6, KernelHash.SHA256, Bytes.hex("a1".repeat(32))));
    }
  }

  @Nested
  class OfOldOrUnknownForm {
    private final Bytes v1 =
        Bytes.hex("03 01 04030201 00 01 1122334455667788 02 0009 01ff 0010 abcd");

    @Test
    void isReadAndReported() {
      SecurityIma attribute = SecurityIma.read(v1);
      assertEquals(
          new SecurityIma.Signed(
              new FileSignature.V1(
                  0x01020304,
                  0,
                  1,
                  Bytes.hex("1122334455667788"),
                  List.of(
                      new FileSignature.V1.Mpi(9, Bytes.hex("01ff")),
                      new FileSignature.V1.Mpi(16, Bytes.hex("abcd"))))),
          attribute);
      assertEquals(v1, attribute.write());
      assertEquals(
          ImaKeyring.Check.NOT_CHECKABLE,
          KEYS.check(attribute, KernelHash.SHA256, KernelHash.SHA256.hash(HELLO)));
    }

    @ParameterizedTest
    @CsvSource({
      "01 a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
      "02 a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
      "04 63 0102",
      "7f 00",
      "05 02 04 00000001 0002 abcd"
    })
    void survivesBeingReadAndWritten(String octets) {
      assertEquals(Bytes.hex(octets), SecurityIma.read(Bytes.hex(octets)).write());
    }
  }

  @Nested
  class Refuses {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'' | type: needs 1 bytes, was 0 bytes left at offset 0x0000",
          "03 04 | version: must be 1, 2 or 3, was 4 at offset 0x0001",
          "03 02 04 00000001 0003 abcd | sig: needs 3 bytes, was 2 bytes left at offset 0x0009",
          "03 02 04 00000001 0001 abcd | nothing may follow, was 1 bytes left over at offset 0x000a",
          "04 04 abcd | digest: must be 32 bytes, was 2 of them at offset 0x0002"
        })
    void whatIsNotWhatItsFirstOctetSays(String octets, String message) {
      assertEquals(
          message,
          assertThrows(WireException.class, () -> SecurityIma.read(Bytes.hex(octets)))
              .getMessage());
    }

    @Test
    void anyOtherOctetsInTheSameWay() {
      for (String name : List.of("ima-ec-sha256", "evm-portable", "hash-sha384")) {
        Mutations.of(
            Vectors.read("ima/" + name + ".bin"),
            3,
            2000,
            octets -> {
              try {
                assertEquals(octets, SecurityIma.read(octets).write());
              } catch (WireException e) {
                assertNotEquals("", e.getMessage());
              }
            });
      }
    }

    @Test
    void aPortableSignatureThatSaysNothingOfTheContents() {
      assertThrows(
          IllegalArgumentException.class,
          () -> EvmMetadata.of(Map.of("security.selinux", Bytes.hex("00")), 0, 0, 0100644));
    }

    @Test
    void aCertificateThatIsNone() {
      assertThrows(
          WireException.class, () -> ImaKeyring.EMPTY.withCertificate(Bytes.hex("3003020101")));
      Mutations.of(
          Vectors.read("ima/ec.der"),
          4,
          300,
          octets -> {
            try {
              assertEquals(1, ImaKeyring.EMPTY.withCertificate(octets).keys().size());
            } catch (WireException e) {
              assertNotEquals("", e.getMessage());
            }
          });
    }
  }

  @Test
  void findsAKeyByTheIdentifierOfItsCertificate() {
    assertEquals(
        List.of(0x11121314L),
        List.copyOf(
            ImaKeyring.EMPTY.withCertificate(Vectors.read("ima/other.der")).keys().keySet()));
    assertEquals(
        KEYS.keys().keySet(),
        ImaKeyring.EMPTY
            .with(KEYS.keys().values().iterator().next())
            .withCertificate(Vectors.read("ima/ec.der"))
            .keys()
            .keySet());
  }

  @Test
  void readsKeysFromFiles() {
    String body =
        java.util.Base64.getMimeEncoder().encodeToString(Vectors.read("ima/ec.der").toArray());
    String pem = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    String key =
        java.util.Base64.getMimeEncoder()
            .encodeToString(
                ImaKeyring.EMPTY
                    .withCertificate(Vectors.read("ima/rsa.der"))
                    .keys()
                    .values()
                    .iterator()
                    .next()
                    .getEncoded());
    ImaKeyring both =
        ImaKeyring.EMPTY.withFile(
            Bytes.utf8(
                pem + "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n"));
    assertEquals(KEYS.keys().keySet(), both.keys().keySet());
    assertEquals(1, ImaKeyring.EMPTY.withFile(Vectors.read("ima/rsa.der")).keys().size());
    assertThrows(WireException.class, () -> ImaKeyring.EMPTY.withFile(Bytes.utf8("no key")));
    assertThrows(WireException.class, () -> ImaKeyring.EMPTY.withFile(Bytes.EMPTY));
  }
}
