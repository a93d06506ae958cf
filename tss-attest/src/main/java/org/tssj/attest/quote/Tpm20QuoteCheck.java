package org.tssj.attest.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.BankSelection;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** One quote of a TPM 2.0: what TPM2_Quote signed. */
final class Tpm20QuoteCheck {

  private final Findings findings = new Findings();
  private final QuoteVerifier verifier;
  private final Quote quote;

  Tpm20QuoteCheck(QuoteVerifier verifier, Quote quote) {
    this.verifier = verifier;
    this.quote = quote;
  }

  Verdict verdict() {
    Tpm20Signed signed =
        new Tpm20Signed(
            findings,
            verifier.key(),
            verifier.weakKeysAllowed(),
            verifier.nonce(),
            quote.message(),
            quote.signature());
    Optional<Attest> readable = signed.attest();
    if (readable.isEmpty()) {
      return findings.rejected();
    }
    Attest attest = readable.get();

    // spec| type is TPM_ST_ATTEST_QUOTE (Part 2, 10.12.12)
    if (!(attest.attested() instanceof Attested.Quote quoted)) {
      findings.reject(
          Reason.Code.NOT_A_QUOTE,
          "expected TPM_ST_ATTEST_QUOTE, the TPM attested to " + attest.type());
      return findings.rejected();
    }
    signed.fresh(attest);

    // spec| pcrSelect says which PCRs, by bank (Part 2, 10.12.4)
    List<BankSelection> selection = selection(quoted.pcrSelect());
    PcrCheck pcrs = new PcrCheck(findings, verifier.expected(), quote.pcrValues(), selection);
    pcrs.selected(verifier.required());

    // spec| pcrDigest is the digest of the selected PCRs' values, in the order of the selection and
    // spec| ascending in each bank, with the hash of the signing scheme (Part 3, 18.4)
    PcrValues proven =
        pcrs.proven(
            quoted.pcrDigest(),
            values -> signed.hash().map(bank -> Hashes.hash(bank, values.toArray(Bytes[]::new))));
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
