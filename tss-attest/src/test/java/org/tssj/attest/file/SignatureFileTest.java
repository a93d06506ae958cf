package org.tssj.attest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class SignatureFileTest {

  private static Bytes read(String folder, String signature, String key) {
    return SignatureFile.read(
        Vectors.read("tpm20/" + folder + "/" + signature),
        AttestationPublicKeyFile.read(Vectors.read("tpm20/" + folder + "/" + key)),
        Vectors.read("tpm20/" + folder + "/plain.message"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ak.tpm2b", "ak.pem"})
  void leavesATpmtSignatureAsItIs(String key) {
    for (String folder : new String[] {"rsassa-sha256", "rsapss-sha256", "ecdsa-p384"}) {
      assertEquals(
          Vectors.read("tpm20/" + folder + "/signature.tpmt"), read(folder, "signature.tpmt", key));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rsassa-sha256, ak.tpm2b, 0014000b0100", "rsassa-sha256, ak.pem, 0014000b0100",
    "rsapss-sha256, ak.tpm2b, 0016000b0100", "rsapss-sha256, ak.pem, 0016000b0100"
  })
  void putsSchemeAndHashBeforeTheOctetsOfAnRsaSignature(String folder, String key, String head) {
    assertEquals(
        Bytes.hex(head).concat(Vectors.read("tpm20/" + folder + "/plain.signature")),
        read(folder, "plain.signature", key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ak.tpm2b", "ak.pem"})
  void takesRAndSOutOfDer(String key) {
    // SEQUENCE { INTEGER r, INTEGER s } of 384 bits: 30 len 02 len [00] r 02 len [00] s.
    Bytes der = Vectors.read("tpm20/ecdsa-p384/plain.signature");
    Bytes r = der.slice(4, 4 + der.get(3));
    Bytes s = der.slice(4 + der.get(3) + 2, der.length());
    assertEquals(
        Bytes.join(Bytes.hex("0018000c"), counted(r), counted(s)),
        read("ecdsa-p384", "plain.signature", key));
  }

  private static Bytes counted(Bytes number) {
    Bytes unsigned = number.get(0) == 0 ? number.slice(1, number.length()) : number;
    return Bytes.hex(String.format("%04x", unsigned.length())).concat(unsigned);
  }

  @Test
  void takesRAndSThatStandEndToEnd() {
    Bytes tpmt = Vectors.read("tpm20/ecdsa-p256/signature.tpmt");
    // 0018 000b 0020 r 0020 s
    Bytes raw = tpmt.slice(6, 38).concat(tpmt.slice(40, 72));
    AttestationPublicKey key =
        AttestationPublicKeyFile.read(Vectors.read("tpm20/ecdsa-p256/ak.pem"));
    assertEquals(tpmt, SignatureFile.read(raw, key, Vectors.read("tpm20/ecdsa-p256/message")));
  }

  @Nested
  class Refuses {

    private final AttestationPublicKey rsa =
        AttestationPublicKeyFile.read(Vectors.read("tpm20/rsassa-sha256/ak.pem"));
    private final AttestationPublicKey ec =
        AttestationPublicKeyFile.read(Vectors.read("tpm20/ecdsa-p256/ak.pem"));
    private final Bytes message = Vectors.read("tpm20/rsassa-sha256/message");

    @Test
    void octetsThatFitNeitherTheKeyNorTheStructure() {
      assertEquals(
          "signature: must be TPMT_SIGNATURE, or r and s or as many octets as the key's modulus has,"
              + " was 255 other bytes at offset 0x0000",
          assertThrows(
                  WireException.class,
                  () ->
                      SignatureFile.read(
                          Vectors.read("tpm20/rsassa-sha256/plain.signature").slice(0, 255),
                          rsa,
                          message))
              .getMessage());
      assertThrows(WireException.class, () -> SignatureFile.read(Bytes.EMPTY, rsa, message));
      assertThrows(
          WireException.class,
          () -> SignatureFile.read(Bytes.hex("3006020101020101ff"), ec, message));
    }

    @Test
    void everythingElseWithTheSameExceptionOnly() {
      Random random = new Random(7);
      Bytes model = Vectors.read("tpm20/ecdsa-p256/plain.signature");
      for (int i = 0; i < 5_000; i++) {
        byte[] octets = new byte[random.nextInt(300)];
        random.nextBytes(octets);
        int keep = Math.min(octets.length, random.nextInt(model.length()));
        System.arraycopy(model.toArray(), 0, octets, 0, keep);
        try {
          SignatureFile.read(Bytes.wrap(octets), i % 2 == 0 ? rsa : ec, Bytes.wrap(octets));
        } catch (WireException expected) {
          // the only way out
        }
      }
    }
  }
}
