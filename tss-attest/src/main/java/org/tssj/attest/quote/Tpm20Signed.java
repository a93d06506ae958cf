package org.tssj.attest.quote;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.crypto.SignatureScheme;
import org.tssj.attest.crypto.Signatures;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.object.Signature;

/**
 * TPMS_ATTEST as a TPM 2.0 signed it, whatever it attests to: is it this key's, made by a TPM, and
 * fresh.
 */
final class Tpm20Signed {

  private final Findings findings;
  private final AttestationPublicKey key;
  private final boolean weakKeysAllowed;
  private final Bytes nonce;
  private final Bytes message;
  private final Bytes signatureOctets;
  private Optional<Bank> hash = Optional.empty();

  Tpm20Signed(
      Findings findings,
      AttestationPublicKey key,
      boolean weakKeysAllowed,
      Bytes nonce,
      Bytes message,
      Bytes signature) {
    this.findings = findings;
    this.key = key;
    this.weakKeysAllowed = weakKeysAllowed;
    this.nonce = nonce;
    this.message = message;
    this.signatureOctets = signature;
  }

  /** The hash that the signature names, if it is one; known after {@link #attest}. */
  Optional<Bank> hash() {
    return hash;
  }

  /**
   * Checks everything that does not depend on what is attested to.
   *
   * @return what was signed; empty if that cannot be read, for a reason then given
   */
  Optional<Attest> attest() {
    // spec| The signature is over the digest of the whole TPMS_ATTEST as it was sent, with the hash
    // spec| that TPMT_SIGNATURE names (Part 1, 31.2; Part 3, 18.4)
    hash = signed();

    // From here on the octets that were signed are read, and no others.
    // spec| magic is TPM_GENERATED_VALUE: a restricted key signs no outside data that begins with
    // spec| it, so that nobody else can have made the structure (Part 2, 10.12.12)
    Bytes magic = message.slice(0, Math.min(4, message.length()));
    if (!magic.equals(Attest.GENERATED_VALUE)) {
      findings.reject(
          Reason.Code.NOT_TPM_GENERATED,
          "must begin with " + Attest.GENERATED_VALUE + ", begins with " + magic);
      return Optional.empty();
    }
    try {
      return Optional.of(Attest.CODEC.decode(message));
    } catch (WireException e) {
      findings.reject(Reason.Code.MALFORMED, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Checks the nonce, and looks at the clock. */
  void fresh(Attest attest) {
    // spec| extraData is the qualifyingData that came with the command (Part 3, 18.4)
    nonce(attest.extraData());

    // spec| clock, resetCount and restartCount order quotes; safe says whether the clock may be
    // spec| trusted to go forward (Part 1, 36)
    if (!attest.clockInfo().safe()) {
      findings.advise(
          Advice.Code.CLOCK_NOT_SAFE,
          "the clock may have been higher before a loss of power: do not order quotes by it");
    }
  }

  /** Checks the signature; gives the hash that it names, if it is one. */
  private Optional<Bank> signed() {
    Optional<PublicKey> usable = new KeyCheck(findings, key, weakKeysAllowed, Family.TPM20).key();
    Signature signature;
    try {
      signature = Signature.CODEC.decode(signatureOctets);
    } catch (WireException e) {
      findings.reject(Reason.Code.MALFORMED, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    Optional<AlgorithmId> algorithm = hashOf(signature);
    Optional<Bank> named = algorithm.flatMap(AlgorithmId::hash);
    Optional<SignatureScheme> scheme = scheme(signature.sigAlg());
    if (named.isEmpty() || scheme.isEmpty()) {
      findings.reject(
          Reason.Code.SIGNATURE_UNSUPPORTED,
          "a signature of the scheme "
              + signature.sigAlg()
              + algorithm.map(each -> " with " + each).orElse("")
              + " cannot be checked; RSASSA, RSAPSS, ECDSA and SM2 can, with the hashes "
              + Bank.all());
      return named;
    }
    if (named.get().equals(Bank.SHA1)) {
      findings.advise(
          Advice.Code.WEAK_HASH, "it is signed with SHA-1, of which collisions are known");
    }
    if (usable.isPresent() && sameScheme(usable.get(), signature.sigAlg(), algorithm.get())) {
      signed(usable.get(), scheme.get(), named.get(), signature);
    }
    return named;
  }

  private void signed(PublicKey signer, SignatureScheme scheme, Bank bank, Signature signature) {
    try {
      Optional<Bytes> octets = octets(signer, signature);
      if (octets.isEmpty() || !Signatures.verify(signer, scheme, bank, message, octets.get())) {
        findings.reject(
            Reason.Code.SIGNATURE_INVALID,
            "expected the key's signature ("
                + signature.sigAlg()
                + " with "
                + bank
                + ") over these "
                + message.length()
                + " bytes, found one that is not it");
      }
    } catch (UnsupportedOperationException e) {
      findings.reject(Reason.Code.SIGNATURE_UNSUPPORTED, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      findings.reject(Reason.Code.KEY_INVALID, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<AlgorithmId> hashOf(Signature signature) {
    if (signature instanceof Signature.Rsa rsa) {
      return Optional.of(rsa.hash());
    }
    return signature instanceof Signature.Ecc ecc ? Optional.of(ecc.hash()) : Optional.empty();
  }

  private static Optional<SignatureScheme> scheme(AlgorithmId sigAlg) {
    if (sigAlg.equals(AlgorithmId.RSASSA)) {
      return Optional.of(SignatureScheme.RSASSA);
    } else if (sigAlg.equals(AlgorithmId.RSAPSS)) {
      return Optional.of(SignatureScheme.RSAPSS);
    } else if (sigAlg.equals(AlgorithmId.ECDSA)) {
      return Optional.of(SignatureScheme.ECDSA);
    }
    return sigAlg.equals(AlgorithmId.SM2) ? Optional.of(SignatureScheme.SM2) : Optional.empty();
  }

  private boolean sameScheme(PublicKey signer, AlgorithmId sigAlg, AlgorithmId algorithm) {
    // spec| A restricted signing key has a scheme of its own, and signs with no other (Part 1,
    // 25.1.5;
    // spec| Part 2, 12.2.3.5 and 12.2.3.6)
    Scheme.Hashed found = new Scheme.Hashed(sigAlg, algorithm);
    if (key instanceof AttestationPublicKey.Tpm20 tpm20
        && !tpm20.scheme().orElse(found).equals(found)) {
      Scheme.Hashed own = tpm20.scheme().orElse(found);
      findings.reject(
          Reason.Code.SIGNATURE_SCHEME_DIFFERS,
          "the key signs "
              + own.scheme()
              + " with "
              + own.hashAlg()
              + ", the signature is "
              + sigAlg
              + " with "
              + algorithm);
      return false;
    }
    boolean ofRsa = sigAlg.equals(AlgorithmId.RSASSA) || sigAlg.equals(AlgorithmId.RSAPSS);
    if (ofRsa != signer instanceof RSAPublicKey) {
      findings.reject(
          Reason.Code.SIGNATURE_SCHEME_DIFFERS,
          (ofRsa ? "an elliptic-curve key" : "an RSA key") + " makes no signature " + sigAlg);
      return false;
    }
    return true;
  }

  /** The signature as Java has it: r and s in as many octets as the group's order. */
  private static Optional<Bytes> octets(PublicKey key, Signature signature) {
    if (signature instanceof Signature.Ecc ecc && key instanceof ECPublicKey ecKey) {
      int size = (ecKey.getParams().getOrder().bitLength() + 7) / 8;
      Optional<Bytes> r = padded(ecc.signatureR(), size);
      Optional<Bytes> s = padded(ecc.signatureS(), size);
      return r.isPresent() && s.isPresent()
          ? Optional.of(r.get().concat(s.get()))
          : Optional.empty();
    }
    return signature instanceof Signature.Rsa rsa ? Optional.of(rsa.sig()) : Optional.empty();
  }

  private static Optional<Bytes> padded(Bytes number, int size) {
    if (number.length() <= size) {
      return Optional.of(Bytes.zeros(size - number.length()).concat(number));
    }
    int more = number.length() - size;
    return number.slice(0, more).isZero()
        ? Optional.of(number.slice(more, number.length()))
        : Optional.empty();
  }

  private void nonce(Bytes extraData) {
    if (nonce.isEmpty()) {
      findings.advise(Advice.Code.NO_NONCE, "no nonce was asked for: the answer may be of any age");
    }
    if (!extraData.equals(nonce)) {
      findings.reject(
          Reason.Code.NONCE_DIFFERS, "expected " + orNone(nonce) + ", found " + orNone(extraData));
    }
  }

  private static String orNone(Bytes nonce) {
    return nonce.isEmpty() ? "none" : nonce.toString();
  }
}
