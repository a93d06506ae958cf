package org.tssj.attest.evidence;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;

/** Two fields of one evidence that cannot both be true, each of them fine alone. */
class ContradictionsTest {

  private static final Bytes QUOTE20 = Vectors.read("tpm20/ecdsa-p256/message");
  private static final Bytes QUOTE12 = Vectors.read("tpm12/quote1/message");
  private static final Bytes QUOTE2 = Vectors.read("tpm12/quote2-version/message");
  private static final PcrValues NONE = PcrValues.NONE;

  private static Evidence evidence(Family family, Bytes message, PcrValues values) {
    return Evidence.of(new Quote(family, message, Bytes.EMPTY, values));
  }

  private static Evidence with(Family family, String key, Bytes... certificates) {
    return new Evidence(
        new Quote(family, Bytes.EMPTY, Bytes.EMPTY, NONE),
        Optional.of(AttestationPublicKeyFile.read(Vectors.read(key))),
        Optional.empty(),
        Optional.empty(),
        List.of(certificates),
        List.of());
  }

  private static void agrees(Evidence evidence) {
    assertDoesNotThrow(() -> Contradictions.refuse(evidence));
  }

  private static void refused(String message, Evidence evidence) {
    assertEquals(
        message + " at offset 0x0000",
        assertThrows(WireException.class, () -> Contradictions.refuse(evidence)).getMessage());
  }

  @Test
  void familyAndMessage() {
    agrees(evidence(Family.TPM20, QUOTE20, NONE));
    agrees(evidence(Family.TPM12, QUOTE12, NONE));
    agrees(evidence(Family.TPM12, QUOTE2, NONE));
    refused(
        "quote.message: must be of a TPM 1.2, as quote.family says, was of a TPM 2.0",
        evidence(Family.TPM12, QUOTE20, NONE));
    refused(
        "quote.message: must be of a TPM 2.0, as quote.family says, was of a TPM 1.2",
        evidence(Family.TPM20, QUOTE12, NONE));
    refused(
        "quote.message: must be of a TPM 2.0, as quote.family says, was of a TPM 1.2",
        evidence(Family.TPM20, QUOTE2, NONE));
  }

  @Test
  void familyAndKey() {
    agrees(with(Family.TPM12, "tpm12/aik/aik.pub"));
    agrees(with(Family.TPM12, "tpm20/rsassa-sha256/ak.pem"));
    refused(
        "key.form: must be of a TPM 2.0, as quote.family says, was of a TPM 1.2",
        with(Family.TPM20, "tpm12/aik/aik.pub"));
    refused(
        "key.form: must be of a TPM 1.2, as quote.family says, was of a TPM 2.0",
        with(Family.TPM12, "tpm20/rsassa-sha256/ak.tpm2b"));
  }

  @Test
  void pcrsAndMessage() {
    // It quotes PCRs 0 to 16 of the SHA-256 bank but for a gap: ff ff 01.
    PcrValues last = PcrValues.of(Bank.SHA256, 16, Bytes.zeros(32));
    agrees(evidence(Family.TPM20, QUOTE20, last));
    refused(
        "quote.pcrs: must be PCRs that quote.message quotes,"
            + " sha256:0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16, was sha1:0, sha256:17",
        evidence(
            Family.TPM20,
            QUOTE20,
            last.with(Bank.SHA256, 17, Bytes.zeros(32)).with(Bank.SHA1, 0, Bytes.zeros(20))));
    refused(
        "quote.pcrs: must be PCRs that quote.message quotes, sha1:0,1,2,10,16, was sha1:3",
        evidence(Family.TPM12, QUOTE2, PcrValues.of(Bank.SHA1, 3, Bytes.zeros(20))));
    // TPM_QUOTE_INFO does not say what it quotes.
    agrees(evidence(Family.TPM12, QUOTE12, PcrValues.of(Bank.SHA1, 3, Bytes.zeros(20))));
  }

  @Test
  void pcrsAndFamily() {
    refused(
        "quote.pcrs: must be of the sha1 bank, since quote.family is 1.2, was of the banks [sha256]",
        evidence(Family.TPM12, QUOTE12, PcrValues.of(Bank.SHA256, 3, Bytes.zeros(32))));
  }

  @Test
  void certificateAndKey() {
    Bytes rsa = Vectors.read("tpm20/rsassa-sha256/ak.crt.der");
    agrees(with(Family.TPM20, "tpm20/rsassa-sha256/ak.tpm2b", rsa));
    agrees(with(Family.TPM20, "tpm20/rsassa-sha256/ak.pem", rsa));
    // What is no certificate says nothing; whoever judges identity refuses it.
    agrees(with(Family.TPM20, "tpm20/rsapss-sha256/ak.tpm2b", Bytes.hex("3000"), rsa));
    String refusal =
        "keyCertificates[0]: must be the certificate of the key in key, was of another key";
    refused(refusal, with(Family.TPM20, "tpm20/rsapss-sha256/ak.tpm2b", rsa));
    refused(refusal, with(Family.TPM20, "tpm20/ecdsa-p256/ak.pem", rsa));
    refused(refusal, with(Family.TPM12, "tpm12/aik/aik.pub", rsa));
  }
}
