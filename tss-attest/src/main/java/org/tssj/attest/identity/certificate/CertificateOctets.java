package org.tssj.attest.identity.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tssj.core.Bytes;
import org.tssj.core.wire.DerHeader;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.Pem;

/**
 * The DER in what was found: as files have it, in DER or PEM, and as NV storage has it, with the
 * header of a TPM 1.2 before it and padding behind it.
 */
final class CertificateOctets {

  /** More than any certificate of a TPM has, of a post-quantum key included. */
  private static final int MOST = 1 << 16;

  private static final Set<String> LABELS = Set.of("CERTIFICATE", "X509 CERTIFICATE");

  private static final int TAG_PCCLIENT_STORED_CERT = 0x1001;
  private static final int TAG_PCCLIENT_FULL_CERT = 0x1002;
  private static final int TCG_FULL_CERT = 0;
  private static final int NV_HEADER = 7;
  private static final int BEFORE_CERT_TAG = 5;

  private CertificateOctets() {}

  /**
   * Every certificate in there.
   *
   * @throws WireException if there is none, or something else
   */
  static List<Bytes> all(Bytes found) {
    List<Bytes> certificates = looksLikeText(found) ? pem(found) : der(withoutHeader(found));
    if (certificates.isEmpty()) {
      throw WireException.refused(
          "must be a certificate in DER, in PEM or as NV storage holds it",
          0,
          found.isEmpty() ? "empty" : found.slice(0, Math.min(8, found.length())).toHex());
    }
    for (Bytes certificate : certificates) {
      if (certificate.length() > MOST) {
        throw WireException.refused(
            "must have at most " + MOST + " bytes", 0, certificate.length() + " bytes");
      }
    }
    return certificates;
  }

  // TCG_PCCLIENT_STORED_CERT: a tag, a type, and a size that counts the TCG_FULL_CERT with its tag
  // (PC Client Specific Implementation Specification for Conventional BIOS 1.21, 7.3.2 and 7.4.5).
  // What the size says is not relied on: the certificate knows itself how long it is.
  private static Bytes withoutHeader(Bytes found) {
    if (found.length() < NV_HEADER || u16(found, 0) != TAG_PCCLIENT_STORED_CERT) {
      return found;
    }
    if (found.get(2) != TCG_FULL_CERT) {
      throw WireException.refused(
              "must be TCG_FULL_CERT (0): only a hash of the certificate is stored otherwise",
              2,
              Integer.toString(found.get(2)))
          .within("certType")
          .within("TCG_PCCLIENT_STORED_CERT");
    }
    if (u16(found, BEFORE_CERT_TAG) != TAG_PCCLIENT_FULL_CERT) {
      throw WireException.refused(
              "must be TCG_TAG_PCCLIENT_FULL_CERT (0x1002)",
              BEFORE_CERT_TAG,
              String.format("0x%04x", u16(found, BEFORE_CERT_TAG)))
          .within("tag")
          .within("TCG_FULL_CERT");
    }
    return found.slice(NV_HEADER, found.length());
  }

  private static int u16(Bytes octets, int at) {
    return octets.get(at) << 8 | octets.get(at + 1);
  }

  private static List<Bytes> der(Bytes octets) {
    List<Bytes> certificates = new ArrayList<>();
    int at = 0;
    while (at < octets.length() && octets.get(at) == DerHeader.SEQUENCE) {
      int end = DerHeader.read(octets, at, octets.length()).end();
      certificates.add(octets.slice(at, end));
      at = end;
    }
    refuseUnlessPadding(octets, at);
    return certificates;
  }

  // Areas are larger than certificates; what was never written is ones on a TPM 1.2, zeros or ones
  // on a TPM 2.0.
  private static void refuseUnlessPadding(Bytes octets, int from) {
    for (int at = from; at < octets.length(); at++) {
      if (octets.get(at) != 0x00 && octets.get(at) != 0xff) {
        throw WireException.refused(
            from == 0
                ? "must be a certificate in DER, in PEM or as NV storage holds it"
                : "only padding, 0x00 or 0xff, may follow a certificate",
            at,
            String.format("0x%02x", octets.get(at)));
      }
    }
  }

  private static boolean looksLikeText(Bytes found) {
    // openssl prints a certificate in words before the boundary; NV storage never begins with text.
    int seen = Math.min(found.length(), 64);
    for (int at = 0; at < seen; at++) {
      int octet = found.get(at);
      if (octet > 0x7e || octet < 0x20 && octet != '\n' && octet != '\r' && octet != '\t') {
        return false;
      }
    }
    return seen > 0;
  }

  private static List<Bytes> pem(Bytes found) {
    return Pem.parseAll(new String(found.toArray(), StandardCharsets.ISO_8859_1)).stream()
        .filter(each -> LABELS.contains(each.label()))
        .map(Pem::content)
        .toList();
  }
}
