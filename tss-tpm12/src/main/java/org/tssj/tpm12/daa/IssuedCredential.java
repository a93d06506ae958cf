package org.tssj.tpm12.daa;

import java.math.BigInteger;
import org.tssj.core.Bytes;

/**
 * What an issuer gives to a TPM that may join, with the proof that A was made as it should be.
 *
 * @param a A: the e-th root of Z / (U S^v), mod n
 * @param e a prime from 2^367 to 2^367 + 2^119
 * @param v the issuer's share of v, 2536 bits
 * @param challenge of the proof, 20 octets
 * @param answer of the proof
 */
public record IssuedCredential(
    BigInteger a, BigInteger e, BigInteger v, Bytes challenge, BigInteger answer) {

  /** Whether e is a prime of the range it has to be from. */
  boolean hasGoodE() {
    BigInteger above = e.subtract(DaaNumbers.E_START);
    return DaaNumbers.isWithin(above, DaaNumbers.E_RANGE - 1)
        && e.isProbablePrime(DaaNumbers.CERTAINTY);
  }
}
