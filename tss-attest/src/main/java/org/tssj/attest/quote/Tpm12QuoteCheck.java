package org.tssj.attest.quote;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.tssj.attest.Advice;
import org.tssj.attest.BankSelection;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.tpm12.structure.attest.QuoteInfo;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.capability.CapVersionInfo;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrComposite;

/** One quote of a TPM 1.2: what TPM_Quote or TPM_Quote2 signed. */
final class Tpm12QuoteCheck {

  private static final int LAST_PCR = 8 * 255 - 1;
  private static final Bytes QUOT = Bytes.utf8("QUOT");
  private static final Bytes TAG_QUT2 = Bytes.hex("0036 51555432");

  private final Findings findings = new Findings();
  private final QuoteVerifier verifier;
  private final Quote quote;
  private final Tpm12Signed signed;

  Tpm12QuoteCheck(QuoteVerifier verifier, Quote quote) {
    this.verifier = verifier;
    this.quote = quote;
    this.signed =
        new Tpm12Signed(findings, verifier.key(), verifier.weakKeysAllowed(), verifier.nonce());
  }

  Verdict verdict() {
    Bytes message = quote.message();

    // spec| The signature is RSASSA-PKCS1-v1_5 with SHA-1 over the structure, which the TPM hashes
    // spec| as it stands; with addVersion, TPM_CAP_VERSION_INFO follows it (Part 3, 16.3 and 16.5)
    signed.check(quote.message(), quote.signature());

    // From here on the octets that were signed are read, and no others.
    // spec| TPM_QUOTE_INFO has "QUOT" after its version, TPM_QUOTE_INFO2 "QUT2" after its tag, so
    // spec| that no other signed structure is taken for a quote (Part 2, 11.3 and 11.4)
    try {
      if (message.length() >= 8 && message.slice(4, 8).equals(QUOT)) {
        return quoteInfo(QuoteInfo.CODEC.decode(message));
      }
      if (message.length() >= 6 && message.slice(0, 6).equals(TAG_QUT2)) {
        return quoteInfo2(new WireReader(message.toArray()));
      }
    } catch (WireException e) {
      findings.reject(Reason.Code.MALFORMED, String.valueOf(e.getMessage()));
      return findings.rejected();
    }
    findings.reject(
        Reason.Code.NOT_A_QUOTE,
        "must begin with a version and \"QUOT\" (TPM_QUOTE_INFO) or with 0036 and \"QUT2\""
            + " (TPM_QUOTE_INFO2), begins with "
            + message.slice(0, Math.min(8, message.length())));
    return findings.rejected();
  }

  private Verdict quoteInfo(QuoteInfo info) {
    signed.fresh(info.externalData());

    // spec| digestValue is the SHA-1 of TPM_PCR_COMPOSITE: selection and values. The selection
    // itself
    // spec| is not signed (Part 2, 11.3), so it is that of the values, if there are any
    NavigableMap<Integer, Bytes> values =
        (quote.pcrValues().isEmpty() ? verifier.expected() : quote.pcrValues()).bank(Bank.SHA1);
    if (values.isEmpty() || values.lastKey() > LAST_PCR) {
      return withoutValues(info);
    }
    List<BankSelection> selection =
        List.of(new BankSelection(Bank.SHA1, PcrBitmap.of(values.keySet())));
    PcrCheck pcrs = pcrCheck(selection);
    pcrs.selected(verifier.required());
    PcrValues proven =
        pcrs.proven(
            info.digestValue(),
            inOrder -> Optional.of(composite(selection.get(0).pcrs(), inOrder, info)));
    return findings.verdict(() -> statement(info, selection, proven));
  }

  private Verdict withoutValues(QuoteInfo info) {
    if (quote.pcrValues().isEmpty()
        && verifier.expected().isEmpty()
        && verifier.required().isEmpty()) {
      findings.advise(
          Advice.Code.PCRS_NOT_COMPARED,
          "no PCR value was given to compare with: the quote is authentic, and that is all");
    } else {
      findings.reject(
          Reason.Code.PCR_VALUE_MISSING,
          "TPM_QUOTE_INFO does not say which PCRs it covers, and no SHA-1 values of PCRs 0 to "
              + LAST_PCR
              + " were given that would show it");
    }
    return findings.verdict(() -> statement(info, List.of(), PcrValues.NONE));
  }

  private static Statement statement(
      QuoteInfo info, List<BankSelection> selection, PcrValues proven) {
    return new Statement.Tpm12Quote(
        info.externalData(),
        selection,
        info.digestValue(),
        proven,
        Optional.empty(),
        Optional.empty());
  }

  private Verdict quoteInfo2(WireReader in) {
    QuoteInfo2 info;
    Optional<CapVersionInfo> version;
    try {
      info = QuoteInfo2.CODEC.read(in);
      version = in.remaining() == 0 ? Optional.empty() : Optional.of(version(in));
    } catch (WireException e) {
      throw e.within("TPM_QUOTE_INFO2");
    }
    signed.fresh(info.externalData());

    // spec| digestAtRelease is the SHA-1 of TPM_PCR_COMPOSITE over pcrSelection (Part 3, 16.5)
    PcrBitmap bitmap = info.infoShort().pcrSelection();
    List<BankSelection> selection = List.of(new BankSelection(Bank.SHA1, bitmap));
    PcrCheck pcrs = pcrCheck(selection);
    pcrs.selected(verifier.required());
    PcrValues proven =
        pcrs.proven(
            info.infoShort().digestAtRelease(),
            inOrder -> Optional.of(new PcrComposite(bitmap, inOrder).digest()));
    LocalitySelection locality = info.infoShort().localityAtRelease();
    return findings.verdict(
        () ->
            new Statement.Tpm12Quote(
                info.externalData(),
                selection,
                info.infoShort().digestAtRelease(),
                proven,
                Optional.of(locality),
                version));
  }

  private static CapVersionInfo version(WireReader in) {
    CapVersionInfo version = CapVersionInfo.CODEC.read(in);
    in.finish();
    return version;
  }

  private PcrCheck pcrCheck(List<BankSelection> selection) {
    return new PcrCheck(findings, verifier.expected(), quote.pcrValues(), selection);
  }

  // TPM_Quote does not say how many octets its selection had. Three are usual; two, where they
  // suffice, were so with TPM 1.1.
  private static Bytes composite(PcrBitmap pcrs, List<Bytes> values, QuoteInfo info) {
    Bytes usual = new PcrComposite(pcrs, values).digest();
    Bytes octets = pcrs.octets();
    if (octets.length() == PcrBitmap.PC_OCTETS && octets.get(2) == 0) {
      Bytes shorter = new PcrComposite(new PcrBitmap(octets.slice(0, 2)), values).digest();
      return shorter.equals(info.digestValue()) ? shorter : usual;
    }
    return usual;
  }
}
