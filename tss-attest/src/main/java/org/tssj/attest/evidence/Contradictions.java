package org.tssj.attest.evidence;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tssj.attest.BankSelection;
import org.tssj.attest.crypto.KeyEquality;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.QuoteFiles;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;

/**
 * What two fields of one evidence cannot both say. Only what the fields say themselves is compared;
 * digests and signatures are the verifier's, who explains them better.
 */
final class Contradictions {

  private final Evidence evidence;
  private final Quote quote;

  private Contradictions(Evidence evidence) {
    this.evidence = evidence;
    this.quote = evidence.quote();
  }

  /**
   * Refuses evidence of which one field contradicts another.
   *
   * @throws WireException whose path is one of the two, and whose rule names the other
   */
  static void refuse(Evidence evidence) {
    Contradictions contradictions = new Contradictions(evidence);
    contradictions.message();
    contradictions.key();
    contradictions.pcrs();
    contradictions.certificate();
  }

  private void message() {
    QuoteFiles.family(quote.message())
        .filter(family -> family != quote.family())
        .ifPresent(
            family -> {
              throw refused(
                  "quote.message",
                  "must be of a " + quote.family() + ", as quote.family says",
                  "of a " + family);
            });
  }

  private void key() {
    Optional<Family> ofKey =
        evidence
            .key()
            .flatMap(
                key ->
                    key instanceof AttestationPublicKey.Tpm20
                        ? Optional.of(Family.TPM20)
                        : key instanceof AttestationPublicKey.Tpm12
                            ? Optional.of(Family.TPM12)
                            : Optional.empty());
    if (ofKey.isPresent() && ofKey.get() != quote.family()) {
      throw refused(
          "key.form",
          "must be of a " + quote.family() + ", as quote.family says",
          "of a " + ofKey.get());
    }
  }

  private void pcrs() {
    PcrValues values = quote.pcrValues();
    if (quote.family() == Family.TPM12) {
      Set<Bank> others = new TreeSet<>(values.banks());
      others.remove(Bank.SHA1);
      if (!others.isEmpty()) {
        throw refused(
            "quote.pcrs",
            "must be of the sha1 bank, since quote.family is 1.2",
            "of the banks " + others);
      }
    }
    QuoteFiles.selection(quote.message()).ifPresent(this::quoted);
  }

  private void quoted(List<BankSelection> selection) {
    List<String> not = new ArrayList<>();
    for (Bank bank : quote.pcrValues().banks()) {
      for (int index : quote.pcrValues().bank(bank).keySet()) {
        if (selection.stream()
            .noneMatch(each -> each.bank().equals(bank) && each.pcrs().has(index))) {
          not.add(bank + ":" + index);
        }
      }
    }
    if (!not.isEmpty()) {
      throw refused(
          "quote.pcrs",
          "must be PCRs that quote.message quotes, " + BankSelection.text(selection),
          String.join(", ", not));
    }
  }

  private void certificate() {
    if (evidence.key().isEmpty() || evidence.keyCertificates().isEmpty()) {
      return;
    }
    Optional<PublicKey> certified = certified(evidence.keyCertificates().get(0));
    Optional<PublicKey> key = usable(evidence.key().get());
    if (certified.isPresent() && key.isPresent() && !KeyEquality.same(certified.get(), key.get())) {
      throw refused(
          "keyCertificates[0]", "must be the certificate of the key in key", "of another key");
    }
  }

  /** The key in a certificate; empty if it is none that can be read, which others judge. */
  private static Optional<PublicKey> certified(Bytes certificate) {
    try {
      return usable(AttestationPublicKeyFile.certified(certificate));
    } catch (WireException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> usable(AttestationPublicKey key) {
    try {
      return Optional.of(key.publicKey());
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static WireException refused(String path, String rule, String found) {
    return WireException.refused(rule, 0, found).within(path);
  }
}
