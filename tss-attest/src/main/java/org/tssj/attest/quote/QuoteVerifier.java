package org.tssj.attest.quote;

import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.BankSelection;
import org.tssj.attest.Verdict;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

/**
 * Judges quotes of both families by what the caller expects of them: this key, this nonce, these
 * PCRs.
 *
 * <pre>{@code
 * Verdict verdict =
 *     QuoteVerifier.of(key, nonce).expecting(values).covering(Bank.SHA256, 0, 7).verify(quote);
 * }</pre>
 *
 * <p>Verifying opens nothing and keeps nothing; one verifier may serve any number of threads.
 *
 * @param key the attestation key that must have signed
 * @param nonce what was sent with the request, and must come back signed. A TPM 1.2 signs 20
 *     octets: the nonce itself if it has 20, else its SHA-1. Empty: any age will do, if the quote
 *     was asked for with an empty nonce
 * @param expected values that quoted PCRs must have; each must be quoted
 * @param required PCRs that must be quoted, whatever their values
 * @param weakKeysAllowed whether keys below 2048 bits (RSA) or 256 bits (elliptic curves) will do
 */
public record QuoteVerifier(
    AttestationPublicKey key,
    Bytes nonce,
    PcrValues expected,
    List<BankSelection> required,
    boolean weakKeysAllowed) {

  public QuoteVerifier {
    required = List.copyOf(required);
  }

  /** Expects a quote by this key with this nonce, over any PCRs with any values. */
  public static QuoteVerifier of(AttestationPublicKey key, Bytes nonce) {
    return new QuoteVerifier(key, nonce, PcrValues.NONE, List.of(), false);
  }

  /** Expects these values too. */
  public QuoteVerifier expecting(PcrValues values) {
    return new QuoteVerifier(key, nonce, expected.with(values), required, weakKeysAllowed);
  }

  /** Expects these PCRs to be quoted, others may be too. */
  public QuoteVerifier covering(Bank bank, int... indices) {
    List<BankSelection> more = new ArrayList<>(required);
    more.add(BankSelection.of(bank, indices));
    return new QuoteVerifier(key, nonce, expected, more, weakKeysAllowed);
  }

  /** Does not mind a short key: for keys of old TPMs, whose quotes prove accordingly little. */
  public QuoteVerifier allowingWeakKeys() {
    return new QuoteVerifier(key, nonce, expected, required, true);
  }

  /**
   * Judges one quote. Whatever octets are in it, the answer is a verdict and never an exception.
   *
   * @param quote the evidence; its PCR values may be none, all the quoted ones, or fill up the
   *     expected ones
   * @return trusted, with what the TPM said; or rejected, with every reason that applies
   */
  public Verdict verify(Quote quote) {
    return switch (quote.family()) {
      case TPM12 -> new Tpm12QuoteCheck(this, quote).verdict();
      case TPM20 -> new Tpm20QuoteCheck(this, quote).verdict();
    };
  }
}
