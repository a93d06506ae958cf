package org.tssj.attest.file;

import java.util.List;
import java.util.Optional;
import org.tssj.attest.BankSelection;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.tpm12.structure.attest.QuoteInfo;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * A quote in the files that tools pass on: the signed message and its signature ({@code tpm2_quote
 * -m -s}, tpm-quote-tools' hash file and quote), and beside them PCR values. Of either family, told
 * by the message.
 */
public final class QuoteFiles {

  private static final Bytes TPM_GENERATED_VALUE = Bytes.hex("ff544347");
  private static final Bytes QUOT = Bytes.utf8("QUOT");
  private static final Bytes TAG_QUT2 = Bytes.hex("0036 51555432");

  private QuoteFiles() {}

  /**
   * The evidence that two files are, without PCR values. Nothing of it is checked.
   *
   * @param key the key that is said to have signed
   * @param message the signed octets; a blank in which the nonce belongs is filled
   * @param signature TPMT_SIGNATURE, or the octets of a signature that fits the key
   * @param nonce what goes into the blank of a hash file of tpm-quote-tools
   * @throws WireException if the signature is of no form known here
   */
  public static Quote read(AttestationPublicKey key, Bytes message, Bytes signature, Bytes nonce) {
    return familyOf(message, key) == Family.TPM12
        ? new Quote(Family.TPM12, Tpm12HashFile.message(message, nonce), signature, PcrValues.NONE)
        : new Quote(
            Family.TPM20, message, SignatureFile.read(signature, key, message), PcrValues.NONE);
  }

  private static Family familyOf(Bytes message, AttestationPublicKey key) {
    return family(message)
        .orElse(key instanceof AttestationPublicKey.Tpm12 ? Family.TPM12 : Family.TPM20);
  }

  /** The family whose signed structures begin as this message does; empty if neither's do. */
  public static Optional<Family> family(Bytes message) {
    if (isQuoteInfo(message) || isQuoteInfo2(message)) {
      return Optional.of(Family.TPM12);
    }
    return message.length() >= 4 && message.slice(0, 4).equals(TPM_GENERATED_VALUE)
        ? Optional.of(Family.TPM20)
        : Optional.empty();
  }

  private static boolean isQuoteInfo(Bytes message) {
    return message.length() >= 8 && message.slice(4, 8).equals(QUOT);
  }

  private static boolean isQuoteInfo2(Bytes message) {
    return message.length() >= 6 && message.slice(0, 6).equals(TAG_QUT2);
  }

  /**
   * PCR values that are said to be behind a message. Where they do not name their PCRs, they take
   * the order of the message's selection.
   *
   * @param content the file: whatever {@link PcrValuesFile} reads
   * @throws WireException if the content is of no form known here, or does not fit the selection
   */
  public static PcrValues values(Bytes content, Bytes message) {
    List<BankSelection> order = selection(message).orElse(List.of());
    return order.isEmpty() ? PcrValuesFile.read(content) : PcrValuesFile.read(content, order);
  }

  /**
   * What a message says is quoted, banks that are not known here left out; empty if it does not say
   * (TPM_QUOTE_INFO) or is no quote.
   */
  public static Optional<List<BankSelection>> selection(Bytes message) {
    try {
      if (isQuoteInfo2(message)) {
        QuoteInfo2 info = QuoteInfo2.CODEC.read(new WireReader(message.toArray()));
        return Optional.of(List.of(new BankSelection(Bank.SHA1, info.infoShort().pcrSelection())));
      }
      if (!isQuoteInfo(message)
          && Attest.CODEC.decode(message).attested() instanceof Attested.Quote quote) {
        return Optional.of(
            quote.pcrSelect().stream().map(QuoteFiles::known).flatMap(Optional::stream).toList());
      }
      return Optional.empty();
    } catch (WireException malformed) {
      // The verifier says so, and says it better.
      return Optional.empty();
    }
  }

  /** The nonce in a message; empty if it cannot be read. */
  public static Optional<Bytes> nonce(Bytes message) {
    try {
      if (isQuoteInfo2(message)) {
        return Optional.of(QuoteInfo2.CODEC.read(new WireReader(message.toArray())).externalData());
      }
      return Optional.of(
          isQuoteInfo(message)
              ? QuoteInfo.CODEC.decode(message).externalData()
              : Attest.CODEC.decode(message).extraData());
    } catch (WireException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<BankSelection> known(PcrSelection selection) {
    return Bank.of(selection.hash().value())
        .map(bank -> new BankSelection(bank, selection.pcrSelect()));
  }
}
