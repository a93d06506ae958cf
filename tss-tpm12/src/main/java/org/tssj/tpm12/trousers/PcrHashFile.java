package org.tssj.tpm12.trousers;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/**
 * The files of {@code tpm_getpcrhash} and {@code tpm_updatepcrhash}: what a quote signs, with zeros
 * in place of the nonce.
 *
 * @param pcrs which PCRs, and the hash of their values
 */
public record PcrHashFile(PcrInfoShort pcrs) {

  private static final Bytes NO_NONCE = Bytes.zeros(20);

  /** The hash of PCR values, quoted from locality 0. */
  public static PcrHashFile of(PcrValues values) {
    PcrComposite composite = PcrComposite.of(values.bank(Bank.SHA1));
    return new PcrHashFile(PcrInfoShort.releasedBy(composite, LocalitySelection.ZERO));
  }

  /**
   * Reads a file.
   *
   * @throws WireException if it is no TPM_QUOTE_INFO2, or has a nonce
   */
  public static PcrHashFile read(Bytes file) {
    QuoteInfo2 info = QuoteInfo2.CODEC.decode(file);
    if (!info.externalData().equals(NO_NONCE)) {
      throw WireException.refused("must be zeros", 6, info.externalData().toHex())
          .within("externalData")
          .within("PCR hash file");
    }
    return new PcrHashFile(info.infoShort());
  }

  /**
   * The hash of other values, from the same locality and in a selection of as many octets, as {@code
   * tpm_updatepcrhash} computes it: of those given and no others.
   */
  public PcrHashFile updated(PcrValues values) {
    int[] indices =
        values.bank(Bank.SHA1).keySet().stream().mapToInt(Integer::intValue).toArray();
    PcrBitmap selection = PcrBitmap.ofOctets(pcrs.pcrSelection().octets().length(), indices);
    PcrComposite composite = PcrComposite.of(selection, values.bank(Bank.SHA1));
    return new PcrHashFile(PcrInfoShort.releasedBy(composite, pcrs.localityAtRelease()));
  }

  /** The content of the file. */
  public Bytes write() {
    return signedWith(NO_NONCE);
  }

  /**
   * What a quote with this nonce signs.
   *
   * @param nonce 20 octets
   */
  public Bytes signedWith(Bytes nonce) {
    return QuoteInfo2.CODEC.encode(new QuoteInfo2(nonce, pcrs));
  }
}
