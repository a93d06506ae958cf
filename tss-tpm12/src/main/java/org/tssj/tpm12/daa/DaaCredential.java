package org.tssj.tpm12.daa;

import static org.tssj.tpm12.daa.DaaNumbers.number;
import static org.tssj.tpm12.daa.DaaNumbers.octets;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.daa.DaaSign;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.CommandExecutor;
import org.tssj.tpm12.structure.daa.DaaIssuer;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * A member's credential: worth nothing without the TPM that joined, but who has A knows which
 * member it is.
 *
 * @param issuer who gave it
 * @param a A
 * @param e the prime
 * @param tpmSpecific TPM_DAA_BLOB of what the TPM has to know of it
 * @param v0 TPM_DAA_BLOB of the lower part of v
 * @param v1 TPM_DAA_BLOB of the upper part of v
 */
public record DaaCredential(
    DaaPublicKey issuer, BigInteger a, BigInteger e, Bytes tpmSpecific, Bytes v0, Bytes v1) {

  /** DAA_SIZE_v1. */
  static final int V1_OCTETS = 192;

  private static final Handle NONE = new Handle(0);

  /**
   * Signs a message as a member: all stages of TPM_DAA_Sign.
   *
   * @param ownerAuth the owner's secret, 20 octets
   * @param basename whose pseudonym to use: the verifier's name, by which it can link signatures of
   *     one TPM, or random octets, by which nobody can; the verifier has to know them
   * @param nonce the verifier's, 20 octets
   * @param message what to sign; the TPM is given its SHA-1
   * @see "TPM 1.2 Main, Part 3, 26.2 TPM_DAA_Sign"
   */
  public DaaSignature sign(
      CommandExecutor tpm, AuthValue ownerAuth, Bytes basename, Bytes nonce, Bytes message)
      throws IOException {
    Signing signing = new Signing(tpm, ownerAuth);
    try {
      return signing.sign(basename, nonce, Bank.SHA1.hash(message), new SecureRandom());
    } catch (IOException | RuntimeException e) {
      signing.flush();
      throw e;
    }
  }

  private final class Signing {

    private final CommandExecutor tpm;
    private final AuthValue ownerAuth;
    private Handle session = NONE;

    Signing(CommandExecutor tpm, AuthValue ownerAuth) {
      this.tpm = tpm;
      this.ownerAuth = ownerAuth;
    }

    private Bytes stage(int stage, Bytes inputData0, Bytes inputData1) throws IOException {
      return tpm.execute(
              new DaaSign(session, stage, inputData0, inputData1), Authorization.oiap(ownerAuth))
          .outputData();
    }

    DaaSignature sign(Bytes basename, Bytes nonce, Bytes digest, SecureRandom random)
        throws IOException {
      BigInteger modulus = issuer.n();
      Bytes n = octets(modulus);
      Bytes gamma = octets(issuer.gamma());
      BigInteger zeta = issuer.zeta(basename);
      session =
          new Handle(
              number(stage(0, DaaIssuer.CODEC.encode(issuer.issuer()), Bytes.EMPTY)).intValue());
      stage(1, tpmSpecific, Bytes.EMPTY);
      stage(2, octets(issuer.r0()), n);
      stage(3, octets(issuer.r1()), n);
      stage(4, octets(issuer.s()), n);
      BigInteger fromTpm = number(stage(5, octets(issuer.s1()), n));
      stage(6, gamma, octets(zeta));
      BigInteger pseudonym = number(stage(7, gamma, Bytes.EMPTY));
      BigInteger committedPseudonym = number(stage(8, gamma, Bytes.EMPTY));

      BigInteger w = new BigInteger(DaaNumbers.MODULUS + DaaNumbers.HIDING, random);
      BigInteger blinded = a.multiply(issuer.s().modPow(w, modulus)).mod(modulus);
      BigInteger rE =
          new BigInteger(DaaNumbers.E_RANGE + DaaNumbers.HIDING + DaaNumbers.HASH, random);
      BigInteger rV =
          new BigInteger(
              DaaNumbers.E + DaaNumbers.MODULUS + 2 * DaaNumbers.HIDING + DaaNumbers.HASH + 1,
              random);
      BigInteger committed =
          fromTpm
              .multiply(blinded.modPow(rE, modulus))
              .multiply(issuer.s().modPow(rV, modulus))
              .mod(modulus);

      Bytes tpmNonce =
          stage(
              9,
              issuer.hostChallenge(zeta, blinded, pseudonym, committed, committedPseudonym, nonce),
              Bytes.EMPTY);
      Bytes challenge = stage(10, DaaSignature.MESSAGE, digest);
      BigInteger s0 = number(stage(11, Bytes.EMPTY, Bytes.EMPTY));
      BigInteger s1 = number(stage(12, Bytes.EMPTY, Bytes.EMPTY));
      BigInteger lower = number(stage(13, v0, Bytes.EMPTY));
      stage(14, v0, Bytes.EMPTY);
      BigInteger upper = number(stage(15, v1, Bytes.EMPTY));

      BigInteger c = number(challenge);
      return new DaaSignature(
          pseudonym,
          blinded,
          challenge,
          tpmNonce,
          s0,
          s1,
          lower.add(upper.shiftLeft(DaaNumbers.S)).add(rV).subtract(c.multiply(w).multiply(e)),
          rE.add(c.multiply(e.subtract(DaaNumbers.E_START))));
    }

    void flush() {
      if (!session.equals(NONE)) {
        DaaJoining.flush(tpm, session);
      }
    }
  }
}
