package org.tssj.cli.argument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class BankDigestTest {

  @Test
  void isABankAndADigestOfItsSize() {
    assertEquals(
        new BankDigest(Bank.SHA1, Bytes.hex("a9993e364706816aba3e25717850c26c9cd0d89d")),
        BankDigest.parse("sha1=A9993E364706816ABA3E25717850C26C9CD0D89D"));
  }

  @Test
  void refusesADigestOfAnotherSize() {
    assertEquals(
        "a sha256 digest has 32 bytes, this one 2",
        assertThrows(IllegalArgumentException.class, () -> BankDigest.parse("sha256=abcd"))
            .getMessage());
    assertEquals(
        "a digest is written as BANK=HEX, as in sha256=9f86d0...; this is \"abcd\"",
        assertThrows(IllegalArgumentException.class, () -> BankDigest.parse("abcd")).getMessage());
  }
}
