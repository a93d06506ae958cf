package org.tssj.cli.command;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.EndorsementCertificate;
import org.tssj.attest.identity.chain.ChainReason;
import org.tssj.attest.identity.chain.ChainVerdict;
import org.tssj.attest.identity.chain.ChainVerifier;
import org.tssj.attest.identity.chain.Purpose;
import org.tssj.attest.identity.registration.EndorsementKey;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.core.wire.WireException;

/** One endorsement key, said: the key, its certificate, and what its chain comes to. */
final class EndorsementReport {

  private final Json.Fields json = Json.object();
  private final Columns text = new Columns();
  private boolean rejected;

  /**
   * Says it.
   *
   * @param verifier empty if the chain is not asked about
   */
  EndorsementReport(EndorsementKey key, Optional<ChainVerifier> verifier) {
    row("key", "key", nameOf(key.publicKey()));
    if (key.certificate().isEmpty()) {
      json.put("certificate", Json.NULL);
      text.row("certificate", "none in the TPM");
      verifier.ifPresent(asked -> reject("NO_CERTIFICATE", "there is no certificate in the TPM"));
      return;
    }
    try {
      EndorsementCertificate read = EndorsementCertificate.read(key.certificate().get());
      certificate(read);
      verifier.ifPresent(asked -> chain(asked, key, read));
    } catch (WireException e) {
      reject("MALFORMED", String.valueOf(e.getMessage()));
    }
  }

  /** What keys are called here: {@code rsa2048}, {@code ec384}. */
  static String nameOf(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return "rsa" + rsa.getModulus().bitLength();
    }
    if (key instanceof ECPublicKey ec) {
      return "ec" + ec.getParams().getCurve().getField().getFieldSize();
    }
    return key.getAlgorithm().toLowerCase(Locale.ROOT);
  }

  private void row(String name, String words, Object value) {
    json.put(name, value);
    text.row(words, value);
  }

  private void certificate(EndorsementCertificate read) {
    Certificate certificate = read.certificate();
    read.description()
        .ifPresent(
            tpm -> {
              tpm.registered()
                  .flatMap(each -> each.name())
                  .ifPresent(name -> json.put("manufacturerName", name));
              json.put("manufacturer", tpm.manufacturer())
                  .put("model", tpm.model())
                  .put("version", tpm.version());
              text.row("TPM", tpm);
            });
    read.specification().ifPresent(said -> row("specification", "specification", said));
    json.put("subject", certificate.subject());
    row("issuer", "issuer", certificate.issuer());
    row("serialNumber", "serial number", certificate.serialNumber().toString(16));
    json.put("notBefore", certificate.notBefore()).put("notAfter", certificate.notAfter());
    text.row("valid", certificate.notBefore() + " to " + certificate.notAfter());
    row("signatureAlgorithm", "signed with", certificate.signatureAlgorithm());
    read.assertions()
        .flatMap(said -> said.commonCriteria())
        .ifPresent(said -> row("commonCriteria", "evaluated", said));
    read.assertions()
        .flatMap(said -> said.fips())
        .ifPresent(said -> row("fips", "validated", said));
    if (!read.unread().isEmpty()) {
      json.put("unread", read.unread());
      read.unread().forEach(each -> text.row("not read", each));
    }
  }

  private void chain(ChainVerifier verifier, EndorsementKey key, EndorsementCertificate read) {
    ChainVerifier all =
        key.issuers().isEmpty()
            ? verifier
            : verifier.withIntermediates(Certificate.readAll(key.issuers()));
    if (!key.isKeyOf(read.certificate())) {
      reject("CERTIFICATE_FOR_OTHER_KEY", "the certificate is for another key than the TPM's");
      return;
    }
    ChainVerdict verdict = all.verify(read.certificate(), Purpose.ENDORSEMENT);
    if (verdict instanceof ChainVerdict.Trusted trusted) {
      List<Object> path = new ArrayList<>(trusted.path());
      json.put("verdict", "trusted").put("path", path);
      text.row("chain", "trusted, by " + trusted.root());
      List<Object> advice = new ArrayList<>();
      trusted
          .advice()
          .forEach(
              each -> {
                advice.add(Json.object().put("code", each.code()).put("message", each.message()));
                text.row("  note", each);
              });
      json.put("advice", advice);
    } else if (verdict instanceof ChainVerdict.Rejected refused) {
      List<Object> reasons = new ArrayList<>();
      text.row("chain", "rejected");
      for (ChainReason each : refused.reasons()) {
        reasons.add(Json.object().put("code", each.code()).put("message", each.message()));
        text.row("  reason", each);
      }
      rejected = true;
      json.put("verdict", "rejected").put("reasons", reasons);
      if (!refused.addresses().isEmpty()) {
        json.put("issuerAddresses", refused.addresses());
        refused.addresses().forEach(each -> text.row("  issuer at", each));
      }
    }
  }

  private void reject(String code, String message) {
    rejected = true;
    json.put("verdict", "rejected")
        .put("reasons", List.of(Json.object().put("code", code).put("message", message)));
    text.row("chain", "rejected");
    text.row("  reason", code + ": " + message);
  }

  boolean isRejected() {
    return rejected;
  }

  Json.Fields json() {
    return json;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
