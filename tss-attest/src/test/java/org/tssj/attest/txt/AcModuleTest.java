package org.tssj.attest.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.attest.txt.TxtBytes.filled;
import static org.tssj.attest.txt.TxtBytes.u16;
import static org.tssj.attest.txt.TxtBytes.u32;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class AcModuleTest {

  /** A module of 2015, or of the form with a key of 3072 bits. */
  private static Bytes module(long version, Bytes modulus, Bytes signature) {
    boolean old = version == 0;
    int scratch = old ? 572 : 832;
    int header = 128 + modulus.length() + (old ? 4 : 0) + signature.length();
    int total = header + scratch + 64;
    return Bytes.join(
        u16(2, 0), // chipset, SINIT
        u32(header / 4, version),
        u16(0xb002, 0x8000), // chipset, signed for debugging
        u32(0x8086, 0x20150828, total / 4),
        u16(3, 4),
        u32(0, 0, 0x20, 0x500, 8, 0x5f0),
        Bytes.zeros(64),
        u32(modulus.length() / 4, scratch / 4),
        modulus,
        old ? u32(17) : Bytes.EMPTY,
        signature,
        filled(scratch, "33"),
        Bytes.hex("aa3ac07fa746db182eac698f8d417f5a"),
        Bytes.hex("01 06"),
        u16(44),
        u32(total - 20, 7, 0x20000, 0x2e),
        Bytes.hex("3c000000 00000000"),
        u32(1, 1),
        u16(0x8086, 0xb002, 1),
        Bytes.zeros(6));
  }

  private static Bytes module(long version) {
    int key = version == 0 ? 256 : 384;
    return module(version, filled(key, "11"), filled(key, "22"));
  }

  @Test
  void hasTheFieldsOfItsHeader() {
    AcModule module = AcModule.read(module(0).concat(filled(100, "ff")));
    assertEquals("20150828", module.date());
    assertEquals(1280, module.size());
    assertEquals(0xb002, module.chipsetId());
    assertEquals(3, module.txtSvn());
    assertEquals(4, module.seSvn());
    assertEquals(17, module.exponent());
    assertEquals(filled(256, "11"), module.modulus());
    assertEquals(filled(256, "22"), module.signature());
    assertTrue(module.isSinit());
    assertTrue(module.isDebugSigned());
    assertFalse(module.isPreProduction());
    assertEquals(
        Optional.of(
            new AcModule.InfoTable(
                1,
                6,
                7,
                0x20000,
                0x2e,
                60,
                List.of(new AcModule.InfoTable.Chipset(1, 0x8086, 0xb002, 1)))),
        module.infoTable());
  }

  /** Made by a script: header up to the key, and the 64 octets behind the scratch area. */
  @ParameterizedTest
  @CsvSource({
    "0, fc7a8947ce05346b5727e0e21404f3e75d7180d394ea966d04ec81b1fb4417cd,"
        + " a67481314fbd009023b86c5d692191c1128d93dc",
    "196608, d06ffb3dd4bc95d40d4510406ff9d86eea407263da4fc26a26c7b4b23325ee48,"
        + " 95e9890782b8a6d0489134a610f90a7b0a40e2f4"
  })
  void isHashedWithoutKeySignatureScratchAreaAndPadding(long version, String sha256, String sha1) {
    for (Bytes padding : List.of(Bytes.EMPTY, filled(300, "ff"))) {
      AcModule module = AcModule.read(module(version).concat(padding));
      assertEquals(sha256, module.hash(Bank.SHA256).toHex());
      assertEquals(sha1, module.hash(Bank.SHA1).toHex());
    }
  }

  @Test
  void isSignedByTheKeyInIt() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(17)));
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    Bytes modulus = little(key.getModulus());
    Bytes hash = AcModule.read(module(0, modulus, filled(256, "22"))).hash(Bank.SHA256);
    String padded = "0001" + "ff".repeat(256 - 3 - 32) + "00" + turned(hash).toHex();
    BigInteger signature =
        new BigInteger(padded, 16).modPow(key.getPrivateExponent(), key.getModulus());
    assertEquals(
        Optional.of(true), AcModule.read(module(0, modulus, little(signature))).isSignatureValid());
    assertEquals(
        Optional.of(false),
        AcModule.read(module(0, modulus, little(signature.add(BigInteger.ONE))))
            .isSignatureValid());
    assertEquals(Optional.of(false), AcModule.read(module(0)).isSignatureValid());
    assertEquals(Optional.empty(), AcModule.read(module(0x30000)).isSignatureValid());
  }

  private static Bytes little(BigInteger number) {
    byte[] octets = new byte[256];
    byte[] big = number.toByteArray();
    for (int i = 0; i < Math.min(256, big.length); i++) {
      octets[i] = big[big.length - 1 - i];
    }
    return Bytes.of(octets);
  }

  private static Bytes turned(Bytes octets) {
    byte[] turned = new byte[octets.length()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (byte) octets.get(turned.length - 1 - i);
    }
    return Bytes.of(turned);
  }

  @Test
  void refusesWhatIsNone() {
    assertEquals(
        "moduleVendor: must be 0x8086, was 0x0 at offset 0x0010",
        assertThrows(WireException.class, () -> AcModule.read(Bytes.zeros(2000))).getMessage());
    assertEquals(
        "size: must be 128 to the 1279 bytes of the file, was 1280 at offset 0x0018",
        assertThrows(WireException.class, () -> AcModule.read(module(0).slice(0, 1279)))
            .getMessage());
  }

  @Test
  void isReadOrRefusedWhateverItIs() {
    Mutations.of(
        module(0),
        7,
        5000,
        octets -> {
          try {
            AcModule.read(octets).hash(Bank.SHA1);
          } catch (WireException e) {
            assertFalse(e.getMessage().isEmpty());
          }
        });
  }
}
