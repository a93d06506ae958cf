package org.tssj.cli.argument;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * A digest and the bank it goes to, written as {@code sha256=HEX}.
 *
 * @param bank the bank
 * @param digest of the bank's size
 */
public record BankDigest(Bank bank, Bytes digest) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none, or the digest is not of the bank's size
   */
  public static BankDigest parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "a digest is written as BANK=HEX, as in sha256=9f86d0...; this is \"" + text + "\"");
    }
    Bank bank = Bank.named(text.substring(0, equals));
    Bytes digest = Bytes.hex(text.substring(equals + 1));
    if (digest.length() != bank.size()) {
      throw new IllegalArgumentException(
          "a " + bank + " digest has " + bank.size() + " bytes, this one " + digest.length());
    }
    return new BankDigest(bank, digest);
  }
}
