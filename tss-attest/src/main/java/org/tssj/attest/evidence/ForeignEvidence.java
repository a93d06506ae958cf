package org.tssj.attest.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.QuoteFiles;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;

/**
 * Evidence in the files of other programs, told apart by content:
 *
 * <ul>
 *   <li>the dump of go-attestation's {@code attest-tool}, of both families;
 *   <li>what keylime's agent answers to a request for a quote, or the quote in it alone ({@code
 *       r...:...:...}), with and without zlib. It carries no key;
 *   <li>the evidence of confidential containers' trustee ({@code ak_public} and {@code tpm_quote});
 *   <li>the separate files of tpm2-tools and tpm-quote-tools, by {@link #ofFiles}.
 * </ul>
 *
 * <p>As of our own files, nothing is proven afterwards and nothing contradicts the rest.
 */
public final class ForeignEvidence {

  private ForeignEvidence() {}

  /**
   * Reads a file that holds all there is.
   *
   * @throws WireException if the content is of no form known here, or of one but broken, or if
   *     something in it contradicts the rest
   */
  public static Evidence read(Bytes content) {
    try {
      if (content.length() > EvidenceFile.LARGEST) {
        throw WireException.refused(
            "may have " + EvidenceFile.LARGEST + " octets", 0, content.length() + " of them");
      }
      Evidence evidence = told(content);
      Contradictions.refuse(evidence);
      return evidence;
    } catch (WireException e) {
      throw e.within("evidence");
    }
  }

  private static Evidence told(Bytes content) {
    if (!content.isEmpty() && content.get(0) == 'r') {
      return KeylimeAnswer.ofQuote(content);
    }
    if (content.isEmpty() || EvidenceFile.form(content) != EvidenceFile.Form.JSON) {
      throw unknown("no JSON");
    }
    Set<String> names = new HashSet<>();
    JsonInput outline = new JsonInput(content);
    outline.map(
        Limits.MEMBERS,
        name -> {
          names.add(name);
          outline.skip();
        });
    outline.finish();
    JsonInput in = new JsonInput(content);
    if (names.containsAll(List.of("Quote", "Log"))) {
      return new GoAttestationDump(in).read();
    } else if (names.contains("tpm_quote")) {
      return new TrusteeEvidence(in).read();
    } else if (names.contains("quote") || names.contains("results")) {
      return new KeylimeAnswer(in).read();
    }
    throw unknown("JSON without the members of any of them");
  }

  private static WireException unknown(String found) {
    return WireException.refused(
        "must be what attest-tool of go-attestation, keylime's agent or trustee write", 0, found);
  }

  /**
   * What {@code tpm2_quote -m -s -o} and tpm-quote-tools write into files.
   *
   * @param key the attestation key's public part, in any form that {@link AttestationPublicKeyFile}
   *     knows
   * @param message the signed octets; the blank in a hash file of tpm-quote-tools is filled
   * @param signature in any form that {@link QuoteFiles} knows
   * @param pcrs values of the quoted PCRs, in any form that {@link
   *     org.tssj.attest.file.PcrValuesFile} knows
   * @param nonce what goes into the blank; empty if there is none
   * @throws WireException if one of them is of no form known here, or contradicts another
   */
  public static Evidence ofFiles(
      Bytes key, Bytes message, Bytes signature, Optional<Bytes> pcrs, Bytes nonce) {
    AttestationPublicKey publicKey = AttestationPublicKeyFile.read(key);
    Quote read = QuoteFiles.read(publicKey, message, signature, nonce);
    PcrValues values =
        pcrs.map(content -> QuoteFiles.values(content, read.message())).orElse(PcrValues.NONE);
    Evidence evidence =
        new Evidence(
            new Quote(read.family(), read.message(), read.signature(), values),
            Optional.of(publicKey),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    Contradictions.refuse(evidence);
    return evidence;
  }
}
