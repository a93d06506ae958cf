package org.tssj.tpm20.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import org.junit.jupiter.api.Test;
import org.tssj.core.wire.WireException;

/** A throw-away key, written by OpenSSL in three formats. */
class KeyPemTest {

  private static final String PKCS8 =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjZywBszcpaBPFHZK
      0W8hJCCczf1oYdM4oJUNL/hLDY2hRANCAASRFrpu5tDmq9zt8SaBoZWb1tC8FRW7
      L0pVqxA6X4sw/3+JuPnDbdZ0njKUm9rWFl+/TWRH+t7clojd5bekFgMc
      -----END PRIVATE KEY-----
      """;

  private static final String SEC1 =
      """
      -----BEGIN EC PRIVATE KEY-----
      MDECAQEEII2csAbM3KWgTxR2StFvISQgnM39aGHTOKCVDS/4Sw2NoAoGCCqGSM49
      AwEH
      -----END EC PRIVATE KEY-----
      """;

  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEkRa6bubQ5qvc7fEmgaGVm9bQvBUV
      uy9KVasQOl+LMP9/ibj5w23WdJ4ylJva1hZfv01kR/re3JaI3eW3pBYDHA==
      -----END PUBLIC KEY-----
      """;

  private static final BigInteger NUMBER =
      new BigInteger("8d9cb006ccdca5a04f14764ad16f2124209ccdfd6861d338a0950d2ff84b0d8d", 16);

  @Test
  void readsAPublicKeyAndWritesItAsItWas() {
    assertEquals(PUBLIC, KeyPem.writePublic(KeyPem.readPublic(PUBLIC)));
  }

  @Test
  void readsPkcs8AndSec1AndFindsThePublicKey() {
    for (String pem : new String[] {PKCS8, SEC1}) {
      KeyPair pair = KeyPem.readPair(pem);
      assertEquals(NUMBER, ((ECPrivateKey) pair.getPrivate()).getS());
      assertEquals(PUBLIC, KeyPem.writePublic(pair.getPublic()));
    }
  }

  @Test
  void refusesWhatIsNoKeyWithoutRepeatingIt() {
    String changed = PKCS8.replace("MIGHAgEA", "MIGGAgEA");
    WireException refused = assertThrows(WireException.class, () -> KeyPem.readPair(changed));
    assertTrue(
        refused.getMessage().startsWith("PRIVATE KEY: must be an RSA or EC private key"),
        refused::getMessage);
    assertThrows(WireException.class, () -> KeyPem.readPair(PUBLIC));
    assertThrows(WireException.class, () -> KeyPem.readPublic(PKCS8));
    String noBase64 = PUBLIC.replace("MFkw", "M*kw");
    assertThrows(WireException.class, () -> KeyPem.readPublic(noBase64));
    assertThrows(
        WireException.class, () -> KeyPem.readPublic(PUBLIC.replace("END PUBLIC", "END OTHER")));
  }
}
