package org.tssj.cli.command;

import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tssj.attest.BankSelection;
import org.tssj.attest.eventlog.LogFile;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.file.QuoteFiles;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.core.Visible;
import org.tssj.core.wire.WireException;

/** What is inside evidence, in both forms. Nothing of it has been proven. */
final class EvidenceReport {

  private final String file;
  private final String form;
  private final Evidence evidence;
  private final Json.Fields json = Json.object();
  private final Columns text = new Columns();

  EvidenceReport(String file, String form, Evidence evidence) {
    this.file = file;
    this.form = form;
    this.evidence = evidence;
  }

  /** After evidence was written: what is in it, unless it went to standard output. */
  static Report written(EvidenceExtras extras, Evidence evidence) {
    String form = extras.form().name().toLowerCase(Locale.ROOT);
    Report report = new EvidenceReport(extras.output.name(), form, evidence).report();
    return extras.output.isStandardOutput() ? Report.done(report.json(), "") : report;
  }

  Report report() {
    json.put("file", file);
    text.row("file", Visible.of(file));
    put("form", form);
    put("family", evidence.quote().family().version());
    quote();
    evidence.key().ifPresent(this::key);
    certificates("keyCertificates", "certificate", evidence.keyCertificates());
    certificates("endorsementCertificates", "EK certificate", evidence.endorsementCertificates());
    evidence.eventLog().ifPresent(this::eventLog);
    evidence.imaList().ifPresent(this::imaList);
    json.put("pcrs", PcrReport.json(evidence.quote().pcrValues()));
    return Report.done(json, text.toString() + PcrReport.text(evidence.quote().pcrValues()));
  }

  private void put(String name, String value) {
    json.put(name, value);
    text.row(name, value);
  }

  private void quote() {
    Bytes message = evidence.quote().message();
    Optional<List<BankSelection>> selection = QuoteFiles.selection(message);
    Optional<Bytes> nonce = QuoteFiles.nonce(message);
    json.put("nonce", nonce);
    json.put("selection", selection.map(each -> each.stream().map(String::valueOf).toList()));
    json.put("messageSize", message.length());
    json.put("signatureSize", evidence.quote().signature().length());
    text.row(
        "quote", message.length() + " octets, signature " + evidence.quote().signature().length());
    nonce.ifPresent(each -> text.row("nonce", each.isEmpty() ? "none" : each));
    selection.ifPresent(each -> text.row("quoted", BankSelection.text(each)));
  }

  private void key(AttestationPublicKey key) {
    String kind =
        key instanceof AttestationPublicKey.Tpm20
            ? "TPM 2.0"
            : key instanceof AttestationPublicKey.Tpm12 ? "TPM 1.2" : "plain";
    String algorithm = algorithm(key);
    Optional<Bytes> name =
        key instanceof AttestationPublicKey.Tpm20 tpm20
            ? Optional.of(tpm20.publicArea().name())
            : Optional.empty();
    json.put("key", Json.object().put("kind", kind).put("algorithm", algorithm).put("name", name));
    text.row("key", algorithm + ", " + kind + name.map(each -> ", Name " + each).orElse(""));
  }

  private static String algorithm(AttestationPublicKey key) {
    try {
      var publicKey = key.publicKey();
      if (publicKey instanceof RSAPublicKey rsa) {
        return "RSA " + rsa.getModulus().bitLength();
      }
      return publicKey instanceof ECPublicKey ec
          ? "EC " + ec.getParams().getCurve().getField().getFieldSize()
          : publicKey.getAlgorithm();
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      return "a key that is none: " + e.getMessage();
    }
  }

  private void certificates(String name, String word, List<Bytes> certificates) {
    List<Object> objects = new ArrayList<>();
    for (Bytes certificate : certificates) {
      Json.Fields fields = Json.object().put("size", certificate.length());
      try {
        Certificate x509 = Certificate.read(certificate);
        fields
            .put("subject", x509.subject())
            .put("issuer", x509.issuer())
            .put("notAfter", x509.notAfter());
        text.row(
            word,
            Visible.of(x509.subject() + ", by " + x509.issuer() + ", until " + x509.notAfter()));
      } catch (WireException e) {
        text.row(
            word, Visible.of(certificate.length() + " octets that are none: " + e.getMessage()));
      }
      objects.add(fields);
    }
    if (!objects.isEmpty()) {
      json.put(name, objects);
    }
  }

  private void eventLog(Bytes log) {
    Json.Fields fields = Json.object().put("size", log.length());
    try {
      int events =
          LogFile.read(log).parts().stream().mapToInt(part -> part.log().events().size()).sum();
      fields.put("eventCount", events);
      text.row("event log", log.length() + " octets, " + events + " events");
    } catch (WireException e) {
      fields.put("error", e.getMessage());
      text.row("event log", Visible.of(log.length() + " octets that are none: " + e.getMessage()));
    }
    json.put("eventLog", fields);
  }

  private void imaList(Bytes list) {
    int entries = MeasurementList.read(list).entries().size();
    json.put("imaList", Json.object().put("size", list.length()).put("entryCount", entries));
    text.row("IMA list", list.length() + " octets, " + entries + " entries");
  }
}
