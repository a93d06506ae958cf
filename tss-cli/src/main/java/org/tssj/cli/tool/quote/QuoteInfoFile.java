package org.tssj.cli.tool.quote;

import java.util.Map;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.attest.QuoteInfo;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.trousers.PcrHashFile;

/**
 * A hash file: what TPM_Quote2 signs, as {@code tpm_getpcrhash} writes it, or what TPM_Quote signs,
 * as its older versions did.
 */
sealed interface QuoteInfoFile {

  /** TPM_QUOTE_INFO has no selection; TPMs of 1.1 have 16 PCRs. */
  int OCTETS_OF_1_1 = 2;

  /**
   * Reads either.
   *
   * @return nothing if it is neither
   */
  static Optional<QuoteInfoFile> read(Bytes content) {
    try {
      return Optional.of(new Second(QuoteInfo2.CODEC.decode(content)));
    } catch (WireException notTheSecond) {
      try {
        return Optional.of(new First(QuoteInfo.CODEC.decode(content)));
      } catch (WireException notTheFirst) {
        return Optional.empty();
      }
    }
  }

  /** What a quote with this nonce signs. */
  Bytes signedWith(Bytes nonce);

  /** The most octets of its selection of PCRs. */
  int selectionOctets();

  /** The same with the hash of these values, of them and no others. */
  Bytes updated(PcrValues values);

  /** Of TPM_Quote2. */
  record Second(QuoteInfo2 info) implements QuoteInfoFile {

    @Override
    public Bytes signedWith(Bytes nonce) {
      return new PcrHashFile(info.infoShort()).signedWith(nonce);
    }

    @Override
    public int selectionOctets() {
      return info.infoShort().pcrSelection().octets().length();
    }

    @Override
    public Bytes updated(PcrValues values) {
      PcrHashFile updated = new PcrHashFile(info.infoShort()).updated(values);
      return updated.signedWith(info.externalData());
    }
  }

  /** Of TPM_Quote. */
  record First(QuoteInfo info) implements QuoteInfoFile {

    @Override
    public Bytes signedWith(Bytes nonce) {
      return QuoteInfo.CODEC.encode(new QuoteInfo(info.version(), info.digestValue(), nonce));
    }

    @Override
    public int selectionOctets() {
      return OCTETS_OF_1_1;
    }

    @Override
    public Bytes updated(PcrValues values) {
      Map<Integer, Bytes> pcrs = values.bank(Bank.SHA1);
      int[] indices = pcrs.keySet().stream().mapToInt(Integer::intValue).toArray();
      PcrComposite composite = PcrComposite.of(PcrBitmap.ofOctets(OCTETS_OF_1_1, indices), pcrs);
      return QuoteInfo.CODEC.encode(
          new QuoteInfo(info.version(), composite.digest(), info.externalData()));
    }
  }
}
