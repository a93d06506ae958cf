package org.tssj.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacTest {

  @Test
  void givesTheCodesOfRfc2202AndRfc4231() {
    assertEquals(
        Bytes.hex("b617318655057264e28bc0b6fb378c8ef146be00"),
        Hmac.keyed(Bank.SHA1, Bytes.hex("0b".repeat(20)).toArray())
            .update(Bytes.utf8("Hi There"))
            .finish());
    assertEquals(
        Bytes.hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        Hmac.keyed(Bank.SHA256, "Jefe".getBytes(StandardCharsets.US_ASCII))
            .update(Bytes.utf8("what do ya want for nothing?"))
            .finish());
    // A key longer than the block: RFC 4231, test case 6.
    assertEquals(
        Bytes.hex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        Hmac.keyed(Bank.SHA256, Bytes.hex("aa".repeat(131)).toArray())
            .update(Bytes.utf8("Test Using Larger Than Block-Size Key - Hash Key First"))
            .finish());
  }

  @Test
  void takesAnEmptyKey() {
    // openssl: printf '' | openssl dgst -sha256 -mac HMAC -macopt hexkey:
    assertEquals(
        Bytes.hex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
        Hmac.keyed(Bank.SHA256, AuthValue.EMPTY).finish());
  }

  @Test
  void agreesWithTheJdkForEveryHashTheJdkHas() throws Exception {
    byte[] key = Bytes.hex("c0".repeat(100)).toArray();
    for (Bank bank : List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512, Bank.SHA3_256)) {
      String name = "Hmac" + bank.javaName().replaceFirst("^SHA-", "SHA");
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(key, name));
      assertEquals(
          Bytes.of(mac.doFinal(new byte[] {1, 2, 3})),
          Hmac.keyed(bank, key).update((byte) 1, (byte) 2, (byte) 3).finish(),
          name);
    }
  }
}
