package org.tssj.tpm12.daa;

import static org.tssj.tpm12.daa.DaaNumbers.number;
import static org.tssj.tpm12.daa.DaaNumbers.octets;

import java.math.BigInteger;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm12.engine.Mgf1;
import org.tssj.tpm12.structure.daa.DaaIssuer;

/**
 * What everybody knows of a DAA issuer, and with which anybody verifies the signatures of its
 * members.
 *
 * <p>That Z, R0 and R1 are powers of S, which protects the members' anonymity from their own
 * issuer, has to be believed: the issuer's proof of it is not part of this library.
 *
 * @param n modulus of the credentials, 2048 bits
 * @param r0 base for the lower half of the TPM's secret
 * @param r1 base for its upper half
 * @param s base for what hides it
 * @param z what all credentials come to
 * @param gamma prime modulus of the pseudonyms, 2048 bits
 * @param rho prime order of the pseudonyms, 208 bits
 * @see "Brickell, Camenisch, Chen: Direct Anonymous Attestation, 2004, 4.3"
 */
public record DaaPublicKey(
    BigInteger n,
    BigInteger r0,
    BigInteger r1,
    BigInteger s,
    BigInteger z,
    BigInteger gamma,
    BigInteger rho) {

  /**
   * Checks sizes and ranges.
   *
   * @throws IllegalArgumentException if the numbers cannot be those of an issuer
   */
  public DaaPublicKey {
    if (n.bitLength() != DaaNumbers.MODULUS || gamma.bitLength() != DaaNumbers.MODULUS) {
      throw new IllegalArgumentException("the moduli n and gamma must have 2048 bits");
    }
    if (rho.bitLength() != DaaNumbers.RHO
        || gamma.subtract(BigInteger.ONE).mod(rho).signum() != 0) {
      throw new IllegalArgumentException("rho must have 208 bits and divide gamma - 1");
    }
    for (BigInteger base : new BigInteger[] {r0, r1, s, z}) {
      if (base.compareTo(BigInteger.ONE) <= 0
          || base.compareTo(n) >= 0
          || !base.gcd(n).equals(BigInteger.ONE)) {
        throw new IllegalArgumentException("R0, R1, S and Z must be units modulo n other than 1");
      }
    }
  }

  /** S to the power of 2 to the power of 1024: the TPM computes with v in two parts. */
  BigInteger s1() {
    return s.modPow(BigInteger.ONE.shiftLeft(DaaNumbers.S), n);
  }

  /** TPM_DAA_ISSUER: this key as a TPM is given it. */
  public DaaIssuer issuer() {
    return new DaaIssuer(
        Bank.SHA1.hash(octets(r0)),
        Bank.SHA1.hash(octets(r1)),
        Bank.SHA1.hash(octets(s)),
        Bank.SHA1.hash(octets(s1())),
        Bank.SHA1.hash(octets(n)),
        Bank.SHA1.hash(octets(gamma)),
        octets(rho, DaaNumbers.RHO / 8));
  }

  /** SHA-1 of all of it, 20 octets: what binds a proof to this issuer. */
  public Bytes digest() {
    return Bank.SHA1.hash(DaaIssuer.CODEC.encode(issuer()), octets(z));
  }

  /**
   * The base of the pseudonyms for a name.
   *
   * @param basename any octets; everybody who uses the same gets comparable pseudonyms
   */
  BigInteger zeta(Bytes basename) {
    // 80 bits more than gamma has, so that what comes out is not uneven.
    int length = DaaNumbers.MODULUS_OCTETS + DaaNumbers.HIDING / 8;
    BigInteger hashed = new BigInteger(1, Mgf1.mask(length, basename.toArray())).mod(gamma);
    BigInteger zeta = hashed.modPow(gamma.subtract(BigInteger.ONE).divide(rho), gamma);
    if (zeta.compareTo(BigInteger.ONE) <= 0) {
      throw new IllegalArgumentException("this basename gives no base: take another");
    }
    return zeta;
  }

  /** Whether a number is a pseudonym: in the subgroup of order rho and not its 1. */
  boolean isPseudonym(BigInteger number) {
    return number.compareTo(BigInteger.ONE) > 0
        && number.compareTo(gamma) < 0
        && number.modPow(rho, gamma).equals(BigInteger.ONE);
  }

  boolean isUnit(BigInteger number) {
    return number.signum() > 0 && number.compareTo(n) < 0 && number.gcd(n).equals(BigInteger.ONE);
  }

  /** Both halves of f at once: R0^f0 R1^f1 S^v mod n; v may be negative. */
  BigInteger commitment(BigInteger f0, BigInteger f1, BigInteger v) {
    return r0.modPow(f0, n).multiply(r1.modPow(f1, n)).multiply(s.modPow(v, n)).mod(n);
  }

  /**
   * zeta^(s0 + 2^104 s1) pseudonym^-c mod gamma: the TPM's commitment, if its answers are right.
   */
  BigInteger pseudonymCommitment(
      BigInteger zeta, BigInteger pseudonym, BigInteger c, BigInteger s0, BigInteger s1) {
    return zeta.modPow(s0.add(s1.shiftLeft(DaaNumbers.F)), gamma)
        .multiply(pseudonym.modPow(c.negate(), gamma))
        .mod(gamma);
  }

  /**
   * Whether a signature is one of a member of this group, over this message.
   *
   * @param signature as {@link DaaCredential#sign} made it
   * @param basename whose pseudonyms it uses; if it was to be random, the verifier has seen it from
   *     the signer
   * @param nonce the verifier's, 20 octets
   * @param message what was signed
   */
  public boolean verifies(DaaSignature signature, Bytes basename, Bytes nonce, Bytes message) {
    int answer = DaaNumbers.F + DaaNumbers.HIDING + DaaNumbers.HASH + 1;
    if (signature.challenge().length() != Bank.SHA1.size()
        || !isUnit(signature.credential())
        || !isPseudonym(signature.pseudonym())
        || !DaaNumbers.isWithin(signature.s0(), answer)
        || !DaaNumbers.isWithin(signature.s1(), answer)
        || !DaaNumbers.isWithin(
            signature.e(), DaaNumbers.E_RANGE + DaaNumbers.HIDING + DaaNumbers.HASH + 1)
        || signature.v().bitLength() > DaaSignature.V_BITS) {
      return false;
    }
    BigInteger c = number(signature.challenge());
    BigInteger zeta = zeta(basename);
    BigInteger committed =
        z.modPow(c.negate(), n)
            .multiply(
                signature.credential().modPow(signature.e().add(c.multiply(DaaNumbers.E_START)), n))
            .multiply(commitment(signature.s0(), signature.s1(), signature.v()))
            .mod(n);
    BigInteger committedPseudonym =
        pseudonymCommitment(zeta, signature.pseudonym(), c, signature.s0(), signature.s1());
    Bytes expected =
        Bank.SHA1.hash(
            Bank.SHA1.hash(
                hostChallenge(
                    zeta,
                    signature.credential(),
                    signature.pseudonym(),
                    committed,
                    committedPseudonym,
                    nonce),
                signature.tpmNonce()),
            DaaSignature.MESSAGE,
            Bank.SHA1.hash(message));
    return expected.equals(signature.challenge());
  }

  /** What the host gives the TPM to answer: SHA-1 of everything a proof is about. */
  Bytes hostChallenge(
      BigInteger zeta,
      BigInteger subject,
      BigInteger pseudonym,
      BigInteger committed,
      BigInteger committedPseudonym,
      Bytes nonce) {
    return Bank.SHA1.hash(
        digest(),
        octets(zeta),
        octets(subject),
        octets(pseudonym),
        octets(committed),
        octets(committedPseudonym),
        nonce);
  }
}
