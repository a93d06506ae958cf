package org.tssj.tpm12.daa;

import java.math.BigInteger;
import org.tssj.core.Bytes;

/**
 * What a TPM that wants to join tells the issuer: its hidden secret, and proofs that it knows it
 * and that the endorsement key is its own.
 *
 * @param count how often the TPM joins with this issuer, 1 or more
 * @param hidden U: R0^f0 R1^f1 S^v', mod n
 * @param pseudonym N_I: by which the issuer finds a TPM that joins again
 * @param endorsed SHA-1 that only who decrypts the issuer's nonce can make, 20 octets
 * @param challenge c, 20 octets
 * @param tpmNonce what the TPM made the challenge its own with, 20 octets
 * @param s0 the answer for f0
 * @param s1 the answer for f1
 * @param v the answer for v'
 */
public record JoinRequest(
    int count,
    BigInteger hidden,
    BigInteger pseudonym,
    Bytes endorsed,
    Bytes challenge,
    Bytes tpmNonce,
    BigInteger s0,
    BigInteger s1,
    BigInteger v) {}
