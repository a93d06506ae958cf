package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import java.math.BigInteger;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;

/**
 * TPM_RSA_KEY_PARMS: the size and exponent of an RSA key.
 *
 * @param keyLength bits of the modulus, 512 to 2048
 * @param numPrimes 2
 * @param exponent big-endian; none means 65537, as in nearly every key
 * @see "TPM 1.2 Main, Part 2, 10.1.1 TPM_RSA_KEY_PARMS"
 */
public record RsaKeyParms(long keyLength, long numPrimes, Bytes exponent)
    implements KeyParms.Parms {

  /** TPM_RSA_KEY_PARMS: 12 octets and the exponent. */
  public static final Codec<RsaKeyParms> CODEC =
      struct(
          "TPM_RSA_KEY_PARMS",
          RsaKeyParms::new,
          u32("keyLength", RsaKeyParms::keyLength),
          u32("numPrimes", RsaKeyParms::numPrimes),
          bytes32("exponent", RsaKeyParms::exponent));

  /** Two primes and the exponent 65537. */
  public static RsaKeyParms ofBits(int keyLength) {
    return new RsaKeyParms(keyLength, 2, Bytes.EMPTY);
  }

  @Override
  public AlgorithmId algorithmId() {
    return AlgorithmId.RSA;
  }

  /** The exponent as a number; 65537 where none is written. */
  public BigInteger publicExponent() {
    return exponent.isEmpty() ? BigInteger.valueOf(65537) : new BigInteger(1, exponent.toArray());
  }
}
