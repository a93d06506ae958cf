package org.tssj.tpm12.daa;

import java.math.BigInteger;
import org.tssj.core.Bytes;

/**
 * A signature of a DAA member. Two with the same pseudonym were made by the same TPM; nothing else
 * in them tells who made them.
 *
 * @param pseudonym N_V: zeta to the power of the TPM's secret f, mod gamma
 * @param credential T: the member's A, blinded
 * @param challenge c, 20 octets
 * @param tpmNonce what the TPM made the challenge its own with, 20 octets
 * @param s0 the answer for the lower half of f
 * @param s1 the answer for the upper half of f
 * @param v the answer for the blinded v; may be negative
 * @param e the answer for e
 * @see "Brickell, Camenisch, Chen: Direct Anonymous Attestation, 2004, 4.5"
 */
public record DaaSignature(
    BigInteger pseudonym,
    BigInteger credential,
    Bytes challenge,
    Bytes tpmNonce,
    BigInteger s0,
    BigInteger s1,
    BigInteger v,
    BigInteger e) {

  /** More than an honest answer has: what is longer only costs the verifier time. */
  static final int V_BITS = 3072;

  /** TPM_DAA_Sign, stage 10: what follows is the digest of a message, not the modulus of a key. */
  static final Bytes MESSAGE = Bytes.hex("01");
}
