package org.tssj.tpm12.daa;

import static org.tssj.tpm12.daa.DaaNumbers.number;
import static org.tssj.tpm12.daa.DaaNumbers.octets;

import java.io.IOException;
import java.math.BigInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmException;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.command.daa.DaaJoin;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.CommandExecutor;
import org.tssj.tpm12.structure.daa.DaaIssuer;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;

/**
 * A TPM that joins a DAA group: the host's end. The TPM keeps the session until the join is
 * complete or this is closed, and has room for one.
 *
 * @see "TPM 1.2 Main, Part 3, 26.1 TPM_DAA_Join"
 */
public final class DaaJoining implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DaaJoining.class);
  private static final Handle NONE = new Handle(0);

  private final CommandExecutor tpm;
  private final AuthValue ownerAuth;
  private final DaaPublicKey key;
  private final Bytes n;
  private final int count;
  private final BigInteger hidden;
  private Handle session = NONE;

  private DaaJoining(
      CommandExecutor tpm, AuthValue ownerAuth, DaaIssuerKey.Invitation invitation, int count)
      throws IOException {
    this.tpm = tpm;
    this.ownerAuth = ownerAuth;
    this.key = invitation.key();
    this.n = octets(key.n());
    this.count = count;
    // The authority is one key, not a chain of them.
    session = new Handle(number(stage(0, four(1), Bytes.EMPTY)).intValue());
    boolean done = false;
    try {
      stage(1, invitation.authority(), Bytes.EMPTY);
      stage(2, DaaIssuer.CODEC.encode(key.issuer()), invitation.signature());
      stage(3, four(count), Bytes.EMPTY);
      stage(4, octets(key.r0()), n);
      stage(5, octets(key.r1()), n);
      stage(6, octets(key.s()), n);
      this.hidden = number(stage(7, octets(key.s1()), n));
      done = true;
    } finally {
      if (!done) {
        close();
      }
    }
  }

  /**
   * Begins: stages 0 to 7, in which the TPM checks the issuer's settings and hides its secret.
   *
   * @param ownerAuth the owner's secret, 20 octets; used until the join is complete
   * @param invitation the issuer's
   * @param count how often the TPM joins with this issuer, 1 or more: each gives another secret
   */
  public static DaaJoining begin(
      CommandExecutor tpm, AuthValue ownerAuth, DaaIssuerKey.Invitation invitation, int count)
      throws IOException {
    return new DaaJoining(tpm, ownerAuth, invitation, count);
  }

  private static Bytes four(int number) {
    return octets(BigInteger.valueOf(number), Integer.BYTES);
  }

  private Bytes stage(int stage, Bytes inputData0, Bytes inputData1) throws IOException {
    return tpm.execute(
            new DaaJoin(session, stage, inputData0, inputData1), Authorization.oiap(ownerAuth))
        .outputData();
  }

  /**
   * Answers the issuer: stages 8 to 21, in which the TPM proves its endorsement key and that it
   * knows its secret.
   *
   * @param basename the issuer's name
   * @param challenge the issuer's
   */
  public JoinRequest request(Bytes basename, JoinChallenge challenge) throws IOException {
    Bytes gamma = octets(key.gamma());
    BigInteger zeta = key.zeta(basename);
    Bytes endorsed = stage(8, challenge.encryptedNonce(), Bytes.EMPTY);
    stage(9, octets(key.r0()), n);
    stage(10, octets(key.r1()), n);
    stage(11, octets(key.s()), n);
    BigInteger committed = number(stage(12, octets(key.s1()), n));
    stage(13, gamma, octets(zeta));
    BigInteger pseudonym = number(stage(14, gamma, Bytes.EMPTY));
    BigInteger committedPseudonym = number(stage(15, gamma, Bytes.EMPTY));
    Bytes tpmNonce =
        stage(
            16,
            key.hostChallenge(
                zeta, hidden, pseudonym, committed, committedPseudonym, challenge.nonce()),
            Bytes.EMPTY);
    BigInteger s0 = number(stage(17, Bytes.EMPTY, Bytes.EMPTY));
    BigInteger s1 = number(stage(18, Bytes.EMPTY, Bytes.EMPTY));
    BigInteger lower = number(stage(19, Bytes.EMPTY, Bytes.EMPTY));
    Bytes c = stage(20, Bytes.EMPTY, Bytes.EMPTY);
    BigInteger upper = number(stage(21, Bytes.EMPTY, Bytes.EMPTY));
    return new JoinRequest(
        count,
        hidden,
        pseudonym,
        endorsed,
        c,
        tpmNonce,
        s0,
        s1,
        lower.add(upper.shiftLeft(DaaNumbers.S)));
  }

  /**
   * Completes the join: stages 22 to 24, in which the TPM takes the issuer's share of v and gives
   * out what only it can open. The credential is checked first.
   *
   * @param issued what the issuer gave
   * @param hostNonce the one the issuer was given for it, 20 octets
   * @throws DaaException if the credential is none
   */
  public DaaCredential complete(IssuedCredential issued, Bytes hostNonce)
      throws IOException, DaaException {
    check(issued, hostNonce);
    BigInteger upper = issued.v().shiftRight(DaaNumbers.S);
    BigInteger lower = issued.v().subtract(upper.shiftLeft(DaaNumbers.S));
    Bytes v0 = stage(22, octets(lower, DaaNumbers.S / 8), Bytes.EMPTY);
    Bytes v1 = stage(23, octets(upper, DaaCredential.V1_OCTETS), Bytes.EMPTY);
    Bytes tpmSpecific = stage(24, Bytes.EMPTY, Bytes.EMPTY);
    close();
    return new DaaCredential(key, issued.a(), issued.e(), tpmSpecific, v0, v1);
  }

  private void check(IssuedCredential issued, Bytes hostNonce) throws DaaException {
    if (!key.isUnit(issued.a())
        || !DaaNumbers.isWithin(issued.v(), DaaNumbers.V)
        || !DaaNumbers.isWithin(issued.answer(), DaaNumbers.MODULUS)
        || issued.challenge().length() != Bank.SHA1.size()) {
      throw new DaaException("the credential has numbers that no issuer sends");
    }
    if (!issued.hasGoodE()) {
      throw new DaaException("e of the credential is not a prime from its range");
    }
    BigInteger base = DaaIssuerKey.base(key, hidden, issued.v());
    if (!issued.a().modPow(issued.e(), key.n()).equals(base)) {
      throw new DaaException("A of the credential is not the root it should be");
    }
    BigInteger committed =
        issued
            .a()
            .modPow(number(issued.challenge()), key.n())
            .multiply(base.modPow(issued.answer(), key.n()))
            .mod(key.n());
    if (!DaaIssuerKey.proofDigest(key, hidden, issued.v(), issued.a(), committed, hostNonce)
        .equals(issued.challenge())) {
      throw new DaaException("the issuer's proof that A was made as it should be does not hold");
    }
  }

  /** Ends the TPM's session, if the join has not been completed. */
  @Override
  public void close() {
    if (session.equals(NONE)) {
      return;
    }
    flush(tpm, session);
    session = NONE;
  }

  /** Ends a session that the TPM may have ended itself, as it does after an error. */
  static void flush(CommandExecutor tpm, Handle session) {
    try {
      tpm.execute(new FlushSpecific(session, ResourceType.DAA_TPM));
    } catch (IOException | TpmException | WireException e) {
      LOG.debug("the DAA session {} was not flushed: {}", session, e.toString());
    }
  }
}
