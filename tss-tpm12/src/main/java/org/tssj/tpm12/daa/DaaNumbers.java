package org.tssj.tpm12.daa;

import java.math.BigInteger;
import java.util.Arrays;
import org.tssj.core.Bytes;

/**
 * The sizes of DAA in bits, and its numbers as octets.
 *
 * @see "TPM 1.2 Main, Part 2, 22.1 Size definitions, 22.2 Constant definitions"
 */
final class DaaNumbers {

  static final int MODULUS_OCTETS = 256;
  static final int MODULUS = 2048;
  static final int F = 104;
  static final int E = 368;
  static final int E_RANGE = 120;
  static final int V = 2536;
  static final int HIDING = 80;
  static final int HASH = 160;
  static final int S = 1024;
  static final int RHO = 208;

  /** Where the prime numbers e of credentials begin. */
  static final BigInteger E_START = BigInteger.ONE.shiftLeft(E - 1);

  /** The chance that a number taken for prime is not: 2 to the power of minus this. */
  static final int CERTAINTY = 100;

  private DaaNumbers() {}

  /** As big-endian octets of a fixed length. */
  static Bytes octets(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    int from = Math.max(0, signed.length - length);
    if (number.signum() < 0 || number.bitLength() > length * 8) {
      throw new IllegalArgumentException(
          "a number of " + number.bitLength() + " bits, not of 0 to " + length * 8);
    }
    byte[] octets = new byte[length];
    System.arraycopy(signed, from, octets, length - (signed.length - from), signed.length - from);
    Arrays.fill(signed, (byte) 0);
    return Bytes.wrap(octets);
  }

  /** As many octets as the moduli have. */
  static Bytes octets(BigInteger number) {
    return octets(number, MODULUS_OCTETS);
  }

  /** Big-endian octets as a number that is not negative. */
  static BigInteger number(Bytes octets) {
    return new BigInteger(1, octets.toArray());
  }

  static boolean isWithin(BigInteger number, int bits) {
    return number.signum() >= 0 && number.bitLength() <= bits;
  }
}
