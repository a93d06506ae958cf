package org.tssj.tpm12.daa;

import java.math.BigInteger;

/** Divides by small primes first: it spares most candidates the test that takes long. */
final class SmallPrimes {

  private static final int BOUND = 4096;
  private static final BigInteger PRODUCT = product();

  private SmallPrimes() {}

  private static BigInteger product() {
    BigInteger product = BigInteger.ONE;
    for (BigInteger prime = BigInteger.TWO;
        prime.intValue() < BOUND;
        prime = prime.nextProbablePrime()) {
      product = product.multiply(prime);
    }
    return product;
  }

  /** Whether no small prime divides one of two numbers, which are larger than these primes. */
  static boolean divideNeither(BigInteger a, BigInteger b) {
    return a.gcd(PRODUCT).equals(BigInteger.ONE) && b.gcd(PRODUCT).equals(BigInteger.ONE);
  }
}
