package org.tssj.attest.quote;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.Advice;
import org.tssj.attest.BankSelection;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.crypto.SignatureScheme;
import org.tssj.attest.crypto.Signatures;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** One quote of a TPM 2.0: what TPM2_Quote signed. */
final class Tpm20QuoteCheck {

  private static final Bytes TPM_GENERATED_VALUE = Bytes.hex("ff544347");

  private final Findings findings = new Findings();
  private final QuoteVerifier verifier;
  private final Quote quote;

  Tpm20QuoteCheck(QuoteVerifier verifier, Quote quote) {
    this.verifier = verifier;
    this.quote = quote;
  }

  Verdict verdict() {
    Bytes message = quote.message();

    // spec| The signature is over the digest of the whole TPMS_ATTEST as it was sent, with the hash
    // spec| that TPMT_SIGNATURE names (Part 1, 31.2; Part 3, 18.4)
    Optional<Bank> hash = signed(message);

    // From here on the octets that were signed are read, and no others.
    // spec| magic is TPM_GENERATED_VALUE: a restricted key signs no outside data that begins with
    // spec| it, so that nobody else can have made the structure (Part 2, 10.12.12)
    Bytes magic = message.slice(0, Math.min(4, message.length()));
    if (!magic.equals(TPM_GENERATED_VALUE)) {
      findings.reject(
          Reason.Code.NOT_TPM_GENERATED,
          "must begin with " + TPM_GENERATED_VALUE + ", begins with " + magic);
      return findings.rejected();
    }
    Attest attest;
    try {
      attest = Attest.CODEC.decode(message);
    } catch (WireException e) {
      findings.reject(Reason.Code.MALFORMED, String.valueOf(e.getMessage()));
      return findings.rejected();
    }

    // spec| type is TPM_ST_ATTEST_QUOTE (Part 2, 10.12.12)
    if (!(attest.attested() instanceof Attested.Quote quoted)) {
      findings.reject(
          Reason.Code.NOT_A_QUOTE,
          "expected TPM_ST_ATTEST_QUOTE, the TPM attested to " + attest.type());
      return findings.rejected();
    }

    // spec| extraData is the qualifyingData that came with the command (Part 3, 18.4)
    nonce(attest.extraData());

    // spec| clock, resetCount and restartCount order quotes; safe says whether the clock may be
    // spec| trusted to go forward (Part 1, 36)
    if (!attest.clockInfo().safe()) {
      findings.advise(
          Advice.Code.CLOCK_NOT_SAFE,
          "the clock may have been higher before a loss of power: do not order quotes by it");
    }

    // spec| pcrSelect says which PCRs, by bank (Part 2, 10.12.4)
    List<BankSelection> selection = selection(quoted.pcrSelect());
    PcrCheck pcrs = new PcrCheck(findings, verifier.expected(), quote.pcrValues(), selection);
    pcrs.selected(verifier.required());

    // spec| pcrDigest is the digest of the selected PCRs' values, in the order of the selection and
    // spec| ascending in each bank, with the hash of the signing scheme (Part 3, 18.4)
    PcrValues proven =
        pcrs.proven(
            quoted.pcrDigest(),
            values -> hash.map(bank -> Hashes.hash(bank, values.toArray(Bytes[]::new))));
    return findings.verdict(
        () ->
            new Statement.Tpm20Quote(
                attest.extraData(),
                selection,
                quoted.pcrDigest(),
                proven,
                attest.qualifiedSigner(),
                attest.clockInfo(),
                attest.firmwareVersion()));
  }

  /** Checks the signature; gives the hash that it names, if it is one. */
  private Optional<Bank> signed(Bytes message) {
    Optional<PublicKey> key = new KeyCheck(findings, verifier, Family.TPM20).key();
    Signature signature;
    try {
      signature = Signature.CODEC.decode(quote.signature());
    } catch (WireException e) {
      findings.reject(Reason.Code.MALFORMED, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    Optional<AlgorithmId> algorithm = hashOf(signature);
    Optional<Bank> hash = algorithm.flatMap(AlgorithmId::hash);
    Optional<SignatureScheme> scheme = scheme(signature.sigAlg());
    if (hash.isEmpty() || scheme.isEmpty()) {
      findings.reject(
          Reason.Code.SIGNATURE_UNSUPPORTED,
          "a signature of the scheme "
              + signature.sigAlg()
              + algorithm.map(each -> " with " + each).orElse("")
              + " cannot be checked; RSASSA, RSAPSS, ECDSA and SM2 can, with the hashes "
              + Bank.all());
      return hash;
    }
    if (hash.get().equals(Bank.SHA1)) {
      findings.advise(
          Advice.Code.WEAK_HASH, "the quote is signed with SHA-1, of which collisions are known");
    }
    if (key.isPresent() && sameScheme(key.get(), signature.sigAlg(), algorithm.get())) {
      signed(key.get(), scheme.get(), hash.get(), signature, message);
    }
    return hash;
  }

  private void signed(
      PublicKey key, SignatureScheme scheme, Bank hash, Signature signature, Bytes message) {
    try {
      Optional<Bytes> octets = octets(key, signature);
      if (octets.isEmpty() || !Signatures.verify(key, scheme, hash, message, octets.get())) {
        findings.reject(
            Reason.Code.SIGNATURE_INVALID,
            "expected the key's signature ("
                + signature.sigAlg()
                + " with "
                + hash
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

  private boolean sameScheme(PublicKey key, AlgorithmId sigAlg, AlgorithmId hash) {
    // spec| A restricted signing key has a scheme of its own, and signs with no other (Part 1,
    // 25.1.5;
    // spec| Part 2, 12.2.3.5 and 12.2.3.6)
    Scheme.Hashed found = new Scheme.Hashed(sigAlg, hash);
    if (verifier.key() instanceof AttestationPublicKey.Tpm20 tpm20
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
              + hash);
      return false;
    }
    boolean ofRsa = sigAlg.equals(AlgorithmId.RSASSA) || sigAlg.equals(AlgorithmId.RSAPSS);
    if (ofRsa != key instanceof RSAPublicKey) {
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
    if (verifier.nonce().isEmpty()) {
      findings.advise(Advice.Code.NO_NONCE, "no nonce was asked for: the quote may be of any age");
    }
    if (!extraData.equals(verifier.nonce())) {
      findings.reject(
          Reason.Code.NONCE_DIFFERS,
          "expected " + orNone(verifier.nonce()) + ", found " + orNone(extraData));
    }
  }

  private static String orNone(Bytes nonce) {
    return nonce.isEmpty() ? "none" : nonce.toString();
  }

  private List<BankSelection> selection(List<PcrSelection> quoted) {
    List<BankSelection> selection = new ArrayList<>();
    for (PcrSelection each : quoted) {
      Optional<Bank> bank = each.hash().hash();
      if (bank.isPresent()) {
        selection.add(new BankSelection(bank.get(), each.pcrSelect()));
      } else if (!each.pcrSelect().octets().isZero()) {
        findings.reject(
            Reason.Code.PCR_BANK_UNKNOWN,
            "PCRs "
                + each.pcrSelect()
                + " of a bank "
                + each.hash()
                + " are quoted; known are "
                + Bank.all());
      }
    }
    return selection;
  }
}
