package org.tssj.attest.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

/** Writes the members of an evidence file. What there is nothing of is left out. */
final class EvidenceWriter {

  private final Evidence evidence;

  EvidenceWriter(Evidence evidence) {
    this.evidence = evidence;
  }

  void write(EvidenceOutput out) {
    Map<String, Runnable> members = new LinkedHashMap<>();
    members.put("format", () -> out.text(EvidenceFile.FORMAT));
    members.put("version", () -> out.text(EvidenceFile.VERSION));
    members.put("quote", () -> quote(evidence.quote(), out));
    evidence.key().ifPresent(key -> members.put("key", () -> KeyMembers.write(key, out)));
    certificates("keyCertificates", evidence.keyCertificates(), members, out);
    certificates("endorsementCertificates", evidence.endorsementCertificates(), members, out);
    evidence.eventLog().ifPresent(log -> members.put("eventLog", () -> out.octets(log)));
    evidence.imaList().ifPresent(list -> members.put("imaList", () -> out.octets(list)));
    out.map(members);
  }

  private static void quote(Quote quote, EvidenceOutput out) {
    Map<String, Runnable> members = new LinkedHashMap<>();
    members.put("family", () -> out.text(quote.family().version()));
    members.put("message", () -> out.octets(quote.message()));
    members.put("signature", () -> out.octets(quote.signature()));
    if (!quote.pcrValues().isEmpty()) {
      members.put("pcrs", () -> pcrs(quote.pcrValues(), out));
    }
    out.map(members);
  }

  private static void pcrs(PcrValues values, EvidenceOutput out) {
    Map<String, Runnable> banks = new LinkedHashMap<>();
    values.banks().forEach(bank -> banks.put(bank.name(), () -> bank(values.bank(bank), out)));
    out.map(banks);
  }

  private static void bank(Map<Integer, Bytes> values, EvidenceOutput out) {
    Map<String, Runnable> members = new LinkedHashMap<>();
    values.forEach((index, value) -> members.put(index.toString(), () -> out.digest(value)));
    out.map(members);
  }

  private static void certificates(
      String name, List<Bytes> certificates, Map<String, Runnable> members, EvidenceOutput out) {
    if (!certificates.isEmpty()) {
      members.put(
          name,
          () ->
              out.list(
                  certificates.stream()
                      .<Runnable>map(certificate -> () -> out.octets(certificate))
                      .toList()));
    }
  }
}
