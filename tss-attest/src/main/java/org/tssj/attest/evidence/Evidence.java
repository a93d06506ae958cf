package org.tssj.attest.evidence;

import java.util.List;
import java.util.Optional;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bytes;
import org.tssj.core.Quote;

/**
 * What a machine hands over about itself: a quote, and what it takes to understand it. Nothing in
 * here has been checked.
 *
 * @param quote what the TPM signed, the signature, and the PCR values behind it
 * @param key the attestation key that is said to have signed; a verifier that has registered one
 *     uses its own
 * @param eventLog the firmware's event log, as the kernel shows it
 * @param imaList IMA's measurement list, binary or ASCII, as the kernel shows it
 * @param keyCertificates DER: the attestation key's certificate, then its issuers
 * @param endorsementCertificates DER: the endorsement key's certificate, as read from the TPM, then
 *     its issuers
 */
public record Evidence(
    Quote quote,
    Optional<AttestationPublicKey> key,
    Optional<Bytes> eventLog,
    Optional<Bytes> imaList,
    List<Bytes> keyCertificates,
    List<Bytes> endorsementCertificates) {

  public Evidence {
    keyCertificates = List.copyOf(keyCertificates);
    endorsementCertificates = List.copyOf(endorsementCertificates);
  }

  /** A quote and nothing else. */
  public static Evidence of(Quote quote) {
    return new Evidence(
        quote, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
  }
}
