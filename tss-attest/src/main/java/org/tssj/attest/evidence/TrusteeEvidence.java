package org.tssj.attest.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

/**
 * Evidence as confidential containers' trustee takes it: the key in DER and a quote of a TPM 2.0,
 * with the values of the SHA-256 bank from PCR 0 on.
 */
final class TrusteeEvidence {

  private final JsonInput in;
  private final List<Bytes> values = new ArrayList<>();
  private @Nullable Bytes key;
  private @Nullable Bytes message;
  private @Nullable Bytes signature;

  TrusteeEvidence(JsonInput in) {
    this.in = in;
  }

  Evidence read() {
    in.map(
        Limits.MEMBERS,
        name -> {
          switch (name) {
            case "ak_public" -> key = in.octets(Limits.KEY);
            case "tpm_quote" -> in.map(Limits.MEMBERS, this::quote);
            default -> in.skip();
          }
        });
    in.finish();
    Map<Integer, Bytes> pcrs = new HashMap<>();
    values.forEach(value -> pcrs.put(pcrs.size(), value));
    return new Evidence(
        new Quote(
            Family.TPM20,
            EvidenceReader.required(message, "tpm_quote.message"),
            EvidenceReader.required(signature, "tpm_quote.signature"),
            PcrValues.of(Map.of(Bank.SHA256, pcrs))),
        Optional.of(AttestationPublicKeyFile.read(EvidenceReader.required(key, "ak_public"))),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private void quote(String name) {
    switch (name) {
      case "message" -> message = in.octets(Limits.MESSAGE);
      case "signature" -> signature = in.octets(Limits.SIGNATURE);
      case "pcrs" -> in.list(Limits.PCRS, () -> values.add(in.digest(Bank.SHA256.size())));
      default -> in.skip();
    }
  }
}
