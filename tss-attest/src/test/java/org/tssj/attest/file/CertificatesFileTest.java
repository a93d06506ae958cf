package org.tssj.attest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class CertificatesFileTest {

  private static final Bytes DER = Vectors.read("tpm20/rsassa-sha256/ak.crt.der");
  private static final Bytes PEM = Vectors.read("tpm20/rsassa-sha256/ak.crt.pem");

  @Test
  void holdsOneInDerAsItIs() {
    assertEquals(List.of(DER), CertificatesFile.read(DER));
    Bytes padded = DER.concat(Bytes.hex("ffff"));
    assertEquals(List.of(padded), CertificatesFile.read(padded));
  }

  @Test
  void holdsAnyNumberInPemWithTextBetween() {
    assertEquals(List.of(DER), CertificatesFile.read(PEM));
    assertEquals(
        List.of(DER, DER),
        CertificatesFile.read(
            Bytes.join(Bytes.utf8("Certificate:\n  Data:\n"), PEM, Bytes.utf8("and\n"), PEM)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\n\u0001\u0002*\n-----END CERTIFICATE-----\n",
        "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n"
      })
  void refusesWhatHoldsNone(String text) {
    WireException refused =
        assertThrows(WireException.class, () -> CertificatesFile.read(Bytes.utf8(text)));
    assertEquals("must hold certificates in PEM or one in DER", refused.rule());
  }
}
