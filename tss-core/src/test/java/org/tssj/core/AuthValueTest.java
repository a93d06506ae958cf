package org.tssj.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AuthValueTest {

  @Test
  void neverPrintsItsOctets() {
    AuthValue secret = AuthValue.utf8("hunter2");
    assertEquals("AuthValue[7 bytes, hidden]", secret.toString());
    assertFalse(String.format("%s", secret).contains("hunter"));
    assertEquals(secret.hashCode(), AuthValue.utf8("another").hashCode());
  }

  @Test
  void cannotBeUsedAfterItWasWiped() {
    AuthValue secret = AuthValue.utf8("hunter2".toCharArray());
    secret.close();
    secret.close();
    assertThrows(IllegalStateException.class, secret::toArray);
    assertEquals("AuthValue[wiped]", secret.toString());
    assertNotEquals(AuthValue.EMPTY, secret);
  }

  @Test
  void overwritesTheCopyItLent() {
    byte[][] lent = new byte[1][];
    AuthValue.utf8("abc")
        .use(
            octets -> {
              lent[0] = octets;
              assertArrayEquals(new byte[] {'a', 'b', 'c'}, octets);
              return true;
            });
    assertArrayEquals(new byte[3], lent[0]);
  }

  @Test
  void keepsNoTieToTheArrayItWasMadeFrom() {
    byte[] mine = {1, 2, 3};
    AuthValue secret = AuthValue.of(mine);
    Arrays.fill(mine, (byte) 0);
    assertEquals(AuthValue.of((byte) 1, (byte) 2, (byte) 3), secret);
  }

  @Test
  void dropsTrailingZerosAndNoOthers() {
    assertEquals(
        AuthValue.of((byte) 0, (byte) 7),
        AuthValue.of((byte) 0, (byte) 7, (byte) 0, (byte) 0).withoutTrailingZeros());
    assertEquals(AuthValue.EMPTY, AuthValue.zeros(20).withoutTrailingZeros());
  }

  @Test
  void leavesTheEmptySecretUsableForEverybody() {
    AuthValue.EMPTY.close();
    assertEquals(0, AuthValue.EMPTY.toArray().length);
  }
}
