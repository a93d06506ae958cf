package org.tssj.attest;

import java.util.List;
import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.tpm12.structure.attest.KeyCertification;
import org.tssj.tpm12.structure.capability.CapVersionInfo;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.time.CurrentTicks;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.ClockInfo;

/** What a TPM said, after a verifier has proven that it did. */
public sealed interface Statement {

  /** The nonce that the verifier chose and the TPM signed. */
  Bytes nonce();

  /** A quote: what PCRs held. */
  sealed interface Quoted extends Statement {

    /** The quoted PCRs, in the order of the selection; empty where a TPM 1.2 does not say. */
    List<BankSelection> selection();

    /** The digest over the quoted values, as the TPM signed it. */
    Bytes pcrDigest();

    /**
     * The values of the quoted PCRs, every one proven; none if the verifier knew none to compare
     * with.
     */
    PcrValues pcrValues();
  }

  /**
   * TPMS_ATTEST with TPMS_QUOTE_INFO: a quote of a TPM 2.0.
   *
   * @param nonce extraData
   * @param selection pcrSelect
   * @param pcrDigest over the values, with the hash of the signature
   * @param pcrValues behind the digest
   * @param qualifiedSigner Qualified Name of the key that signed
   * @param clockInfo the TPM's clock and its reset counters when it signed. A later quote of the
   *     same key with the same resetCount and restartCount, and a higher clock, is of the same boot
   * @param firmwareVersion the TPM firmware's version, in the vendor's own counting, 64 bits
   */
  record Tpm20Quote(
      Bytes nonce,
      List<BankSelection> selection,
      Bytes pcrDigest,
      PcrValues pcrValues,
      Bytes qualifiedSigner,
      ClockInfo clockInfo,
      long firmwareVersion)
      implements Quoted {
    public Tpm20Quote {
      selection = List.copyOf(selection);
    }
  }

  /**
   * TPM_QUOTE_INFO or TPM_QUOTE_INFO2: a quote of a TPM 1.2.
   *
   * @param nonce externalData, 20 octets
   * @param selection TPM_Quote2: the quoted PCRs; TPM_Quote: those of the values that were proven
   * @param pcrDigest TPM_COMPOSITE_HASH, 20 octets
   * @param pcrValues behind the digest
   * @param locality TPM_Quote2: from which locality the quote was asked for
   * @param version TPM_Quote2: who made the TPM, if the quote was asked to say
   */
  record Tpm12Quote(
      Bytes nonce,
      List<BankSelection> selection,
      Bytes pcrDigest,
      PcrValues pcrValues,
      Optional<LocalitySelection> locality,
      Optional<CapVersionInfo> version)
      implements Quoted {
    public Tpm12Quote {
      selection = List.copyOf(selection);
    }
  }

  /**
   * TPMS_ATTEST of a TPM 2.0 about something else than PCRs: an object, an NV index, the time,
   * audited commands. Match on {@link Attest#attested()}.
   *
   * @param attest all that was signed
   */
  record Tpm20Attestation(Attest attest) implements Statement {
    @Override
    public Bytes nonce() {
      return attest.extraData();
    }
  }

  /**
   * TPM_CERTIFY_INFO or TPM_CERTIFY_INFO2 of a TPM 1.2: a key is in it.
   *
   * @param certification all that was signed
   */
  record Tpm12KeyCertification(KeyCertification certification) implements Statement {
    @Override
    public Bytes nonce() {
      return certification.data();
    }
  }

  /**
   * TPM_SIGN_INFO of TPM_TickStampBlob: a digest was there at a time.
   *
   * @param nonce antiReplay, 20 octets
   * @param digest what was stamped, 20 octets
   * @param ticks when, in the TPM's own counting
   */
  record Tpm12TickStamp(Bytes nonce, Bytes digest, CurrentTicks ticks) implements Statement {}
}
