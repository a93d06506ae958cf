package org.tssj.attest.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Certificates as tools write them: any number in PEM, or one in DER. Whether they are any good is
 * not looked at, so that the octets stay as the TPM or the authority gave them.
 */
public final class CertificatesFile {

  private static final Bytes BOUNDARY = Bytes.utf8("-----BEGIN ");

  private CertificatesFile() {}

  /**
   * The certificates of a file in its order, each in DER.
   *
   * @throws WireException if it is PEM without a certificate in it, or empty
   */
  public static List<Bytes> read(Bytes content) {
    if (content.isEmpty()) {
      throw refused("an empty file");
    }
    return hasBoundary(content) ? pem(content) : List.of(content);
  }

  // Text may come before the first boundary, as openssl prints certificates.
  private static boolean hasBoundary(Bytes content) {
    int last = content.length() - BOUNDARY.length();
    for (int i = 0; i <= last; i++) {
      if ((i == 0 || content.get(i - 1) == '\n')
          && content.get(i) == '-'
          && content.slice(i, i + BOUNDARY.length()).equals(BOUNDARY)) {
        return true;
      }
    }
    return false;
  }

  private static List<Bytes> pem(Bytes content) {
    String text = new String(content.toArray(), StandardCharsets.ISO_8859_1);
    List<Bytes> certificates = new ArrayList<>();
    try (PemReader reader = new PemReader(new StringReader(text))) {
      for (PemObject each = reader.readPemObject(); each != null; each = reader.readPemObject()) {
        if (each.getType().equals("CERTIFICATE")) {
          certificates.add(Bytes.of(each.getContent()));
        }
      }
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle answers malformed base64 with an exception of its own.
      WireException refused = refused(String.valueOf(e.getMessage()));
      refused.initCause(e);
      throw refused;
    }
    if (certificates.isEmpty()) {
      throw refused("PEM of something else");
    }
    return certificates;
  }

  private static WireException refused(String found) {
    return WireException.refused("must hold certificates in PEM or one in DER", 0, found)
        .within("certificates");
  }
}
