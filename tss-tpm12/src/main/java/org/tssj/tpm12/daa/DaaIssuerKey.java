package org.tssj.tpm12.daa;

import static org.tssj.tpm12.daa.DaaNumbers.number;
import static org.tssj.tpm12.daa.DaaNumbers.octets;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm12.structure.daa.DaaIssuer;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * The issuer's end of DAA: decides who joins.
 *
 * <pre>{@code
 * DaaIssuerKey issuer = DaaIssuerKey.generate(new SecureRandom());
 * try (DaaJoining joining = DaaJoining.begin(tpm, ownerAuth, issuer.invitation(), 1)) {
 *   DaaIssuerKey.Admission admission = issuer.admit(endorsementKey, basename);
 *   JoinRequest request = joining.request(basename, admission.challenge());
 *   DaaCredential credential = joining.complete(admission.issue(request, hostNonce), hostNonce);
 * }
 * }</pre>
 *
 * <p>Whether the endorsement key is one of a TPM, its certificate says, not this. Java's numbers do
 * not hide how long they compute: an issuer belongs where nobody measures.
 *
 * @see "Brickell, Camenisch, Chen: Direct Anonymous Attestation, 2004, 4.3, 4.4"
 */
public final class DaaIssuerKey {

  private static final BigInteger TWO = BigInteger.TWO;

  private final DaaPublicKey publicKey;
  private final BigInteger order;
  private final RSAPrivateCrtKey authority;
  private final SecureRandom random;

  private DaaIssuerKey(
      DaaPublicKey publicKey, BigInteger order, RSAPrivateCrtKey authority, SecureRandom random) {
    this.publicKey = publicKey;
    this.order = order;
    this.authority = authority;
    this.random = random;
  }

  /** A new key. Its two safe primes take minutes to find: three on one slow core. */
  public static DaaIssuerKey generate(SecureRandom random) {
    BigInteger p = safePrime(random);
    BigInteger q;
    do {
      q = safePrime(random);
    } while (q.equals(p));
    return of(p, q, random);
  }

  /**
   * A key with primes that have been found elsewhere; the rest of it is new.
   *
   * @param p a safe prime of 1024 bits: (p - 1) / 2 is prime too
   * @param q another, so that their product has 2048 bits
   * @throws IllegalArgumentException if they are not
   */
  public static DaaIssuerKey of(BigInteger p, BigInteger q, SecureRandom random) {
    if (!isSafePrime(p) || !isSafePrime(q) || p.equals(q)) {
      throw new IllegalArgumentException("p and q must be different safe primes");
    }
    BigInteger n = p.multiply(q);
    BigInteger order = p.shiftRight(1).multiply(q.shiftRight(1));
    BigInteger s = square(n, random);
    BigInteger rho = new BigInteger(DaaNumbers.RHO, DaaNumbers.CERTAINTY, random);
    DaaPublicKey publicKey =
        new DaaPublicKey(
            n,
            s.modPow(below(order, random), n),
            s.modPow(below(order, random), n),
            s,
            s.modPow(below(order, random), n),
            gamma(rho, random),
            rho);
    return new DaaIssuerKey(publicKey, order, rsaKey(random), random);
  }

  private static RSAPrivateCrtKey rsaKey(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(DaaNumbers.MODULUS, random);
      return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  private static boolean isSafePrime(BigInteger p) {
    return p.testBit(0)
        && p.isProbablePrime(DaaNumbers.CERTAINTY)
        && p.shiftRight(1).isProbablePrime(DaaNumbers.CERTAINTY);
  }

  private static BigInteger safePrime(SecureRandom random) {
    int bits = DaaNumbers.MODULUS / 2;
    while (true) {
      // The two highest bits are set, so that the product of two has all its bits.
      BigInteger half =
          new BigInteger(bits - 1, random).setBit(bits - 2).setBit(bits - 3).setBit(0);
      BigInteger p = half.shiftLeft(1).setBit(0);
      if (SmallPrimes.divideNeither(half, p)
          && half.isProbablePrime(2)
          && p.isProbablePrime(2)
          && isSafePrime(p)) {
        return p;
      }
    }
  }

  private static BigInteger gamma(BigInteger rho, SecureRandom random) {
    while (true) {
      BigInteger around = new BigInteger(DaaNumbers.MODULUS - 1, random).setBit(2047);
      BigInteger twoRho = rho.shiftLeft(1);
      BigInteger gamma = around.subtract(around.mod(twoRho)).add(BigInteger.ONE);
      if (gamma.bitLength() == DaaNumbers.MODULUS
          && SmallPrimes.divideNeither(gamma, gamma)
          && gamma.isProbablePrime(DaaNumbers.CERTAINTY)) {
        return gamma;
      }
    }
  }

  /** A square modulo n that generates all squares, except with a chance of 2^-1000. */
  private static BigInteger square(BigInteger n, SecureRandom random) {
    BigInteger square;
    do {
      square = below(n, random).modPow(TWO, n);
    } while (square.compareTo(BigInteger.ONE) <= 0
        || !square.gcd(n).equals(BigInteger.ONE)
        || !square.subtract(BigInteger.ONE).gcd(n).equals(BigInteger.ONE));
    return square;
  }

  /** From 1 to the bound, which is not reached; 80 bits more make it even. */
  private static BigInteger below(BigInteger bound, SecureRandom random) {
    return new BigInteger(bound.bitLength() + DaaNumbers.HIDING, random)
        .mod(bound.subtract(BigInteger.ONE))
        .add(BigInteger.ONE);
  }

  /** What everybody may know. */
  public DaaPublicKey publicKey() {
    return publicKey;
  }

  /**
   * What a TPM needs to join here.
   *
   * @param key the issuer's public key
   * @param authority modulus of the RSA key the TPM's secret is derived for, 256 octets; its
   *     exponent is 65537
   * @param signature by that key over the settings, 256 octets
   */
  public record Invitation(DaaPublicKey key, Bytes authority, Bytes signature) {}

  /** What a TPM needs to join here; it is no secret. */
  public Invitation invitation() {
    Bytes modulus = octets(authority.getModulus());
    try {
      Signature signer = Signature.getInstance("SHA1withRSA");
      signer.initSign(authority, random);
      signer.update(
          Bank.SHA1.hash(modulus).concat(DaaIssuer.CODEC.encode(publicKey.issuer())).toBuffer());
      return new Invitation(publicKey, modulus, Bytes.wrap(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java signs with RSA and SHA-1", e);
    }
  }

  /**
   * Begins to admit a TPM.
   *
   * @param endorsementKey the TPM's, which whoever calls this believes in
   * @param basename the issuer's name, by whose pseudonyms it knows TPMs
   */
  public Admission admit(PubKey endorsementKey, Bytes basename) {
    byte[] secret = new byte[Bank.SHA1.size()];
    byte[] nonce = new byte[Bank.SHA1.size()];
    random.nextBytes(secret);
    random.nextBytes(nonce);
    try (AuthValue message = AuthValue.wrap(secret.clone())) {
      return new Admission(
          publicKey.zeta(basename),
          Bytes.wrap(secret),
          new JoinChallenge(endorsementKey.encrypt(message), Bytes.wrap(nonce)));
    }
  }

  /** One TPM on its way in. */
  public final class Admission {

    private final BigInteger zeta;
    private final Bytes secret;
    private final JoinChallenge challenge;

    Admission(BigInteger zeta, Bytes secret, JoinChallenge challenge) {
      this.zeta = zeta;
      this.secret = secret;
      this.challenge = challenge;
    }

    /** What the TPM is asked. */
    public JoinChallenge challenge() {
      return challenge;
    }

    /**
     * Checks what the TPM answered and gives it a credential. That it may join, and has not joined
     * under this pseudonym too often, is for the caller to decide first.
     *
     * @param hostNonce the host's, 20 octets, which the proof that the credential is good answers
     * @throws DaaException if the TPM does not know its secret or has another endorsement key
     */
    public IssuedCredential issue(JoinRequest request, Bytes hostNonce) throws DaaException {
      check(request);
      BigInteger n = publicKey.n();
      BigInteger v = new BigInteger(DaaNumbers.V - 1, random).setBit(DaaNumbers.V - 1);
      BigInteger e = primeInRange();
      BigInteger base = base(publicKey, request.hidden(), v);
      BigInteger root = e.modInverse(order);
      BigInteger a = base.modPow(root, n);
      BigInteger r = below(order, random);
      Bytes c = proofDigest(publicKey, request.hidden(), v, a, base.modPow(r, n), hostNonce);
      return new IssuedCredential(a, e, v, c, r.subtract(number(c).multiply(root)).mod(order));
    }

    private BigInteger primeInRange() {
      while (true) {
        BigInteger e =
            DaaNumbers.E_START.add(new BigInteger(DaaNumbers.E_RANGE - 1, random)).setBit(0);
        if (e.isProbablePrime(DaaNumbers.CERTAINTY)) {
          return e;
        }
      }
    }

    private void check(JoinRequest request) throws DaaException {
      int answer = DaaNumbers.F + DaaNumbers.HIDING + DaaNumbers.HASH + 1;
      if (!publicKey.isUnit(request.hidden())
          || !publicKey.isPseudonym(request.pseudonym())
          || !DaaNumbers.isWithin(request.s0(), answer)
          || !DaaNumbers.isWithin(request.s1(), answer)
          || !DaaNumbers.isWithin(request.v(), DaaSignature.V_BITS)) {
        throw new DaaException("the request has numbers that no TPM sends");
      }
      Bytes endorsed =
          Bank.SHA1.hash(
              Bank.SHA1.hash(
                  octets(request.hidden()),
                  octets(BigInteger.valueOf(request.count()), Integer.BYTES),
                  Bank.SHA1.hash(octets(authority.getModulus()))),
              secret);
      if (!endorsed.equals(request.endorsed())) {
        throw new DaaException("the request is not from the TPM with this endorsement key");
      }
      BigInteger c = number(request.challenge());
      BigInteger committed =
          request
              .hidden()
              .modPow(c.negate(), publicKey.n())
              .multiply(publicKey.commitment(request.s0(), request.s1(), request.v()))
              .mod(publicKey.n());
      BigInteger committedPseudonym =
          publicKey.pseudonymCommitment(zeta, request.pseudonym(), c, request.s0(), request.s1());
      Bytes expected =
          Bank.SHA1.hash(
              publicKey.hostChallenge(
                  zeta,
                  request.hidden(),
                  request.pseudonym(),
                  committed,
                  committedPseudonym,
                  challenge.nonce()),
              request.tpmNonce());
      if (!expected.equals(request.challenge())) {
        throw new DaaException("the TPM's proof that it knows its secret does not hold");
      }
    }
  }

  /** Z / (U S^v): what A is the e-th root of. */
  static BigInteger base(DaaPublicKey key, BigInteger hidden, BigInteger v) {
    return key.z()
        .multiply(hidden.multiply(key.s().modPow(v, key.n())).modInverse(key.n()))
        .mod(key.n());
  }

  /** What issuer and host hash for the proof that A is in the group of the bases. */
  static Bytes proofDigest(
      DaaPublicKey key,
      BigInteger hidden,
      BigInteger v,
      BigInteger a,
      BigInteger committed,
      Bytes hostNonce) {
    return Bank.SHA1.hash(
        key.digest(),
        octets(hidden),
        octets(v, DaaNumbers.V / 8),
        octets(a),
        octets(committed),
        hostNonce);
  }
}
