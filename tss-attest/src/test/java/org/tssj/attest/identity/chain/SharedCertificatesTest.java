package org.tssj.attest.identity.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.EndorsementCertificate;
import org.tssj.attest.identity.certificate.SecurityAssertions;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;

/** Certificates of real TPMs and the chains to their makers' roots. */
class SharedCertificatesTest {

  private static final Instant WHILE_VALID = Instant.parse("2020-01-01T00:00:00Z");
  private static final String STM = "STMicroelectronics (id:53544D20) ST33ZP24PVSP id:0D0C";

  /**
   * What is to come of a certificate.
   *
   * @param purpose what it is for
   * @param description of the TPM, if it is an endorsement key's
   * @param path how many certificates lead to the root; 0 if none do
   */
  private record Expected(Purpose purpose, String description, int path) {}

  private static final Map<String, Expected> EXPECTED =
      Map.of(
          "ekcert/HIRS_nuc-1_ek_cert_untouched.cer", new Expected(Purpose.ENDORSEMENT, STM, 4),
          "ekcert/HIRS_nuc-1_ek_cert_7_byte_header_removed.cer",
              new Expected(Purpose.ENDORSEMENT, STM, 4),
          "ekcert/HIRS_nuc-1_tpmcert.pem", new Expected(Purpose.ENDORSEMENT, STM, 4),
          "ekcert/HIRS_stMicroCaCerts_stmtpmekint02.crt", new Expected(Purpose.AUTHORITY, "", 3),
          "ekcert/HIRS_stMicroCaCerts_stmtpmekroot.crt", new Expected(Purpose.AUTHORITY, "", 2),
          "ekcert/HIRS_stMicroCaCerts_gstpmroot.crt", new Expected(Purpose.AUTHORITY, "", 1),
          "ekcert/HIRS_tpm_sample_identity_cert.cer", new Expected(Purpose.ATTESTATION, "", 0));

  static List<SharedIndex.Row> rows() {
    return SharedIndex.rows("ek-cert");
  }

  private static List<Certificate> authority(String name) {
    return List.of(Certificate.read(Shared.read("ekcert/HIRS_stMicroCaCerts_" + name)));
  }

  private static ChainVerifier verifier() {
    return ChainVerifier.trusting(authority("gstpmroot.crt"))
        .withIntermediates(authority("stmtpmekroot.crt"))
        .withIntermediates(authority("stmtpmekint02.crt"))
        .at(WHILE_VALID);
  }

  @Test
  void everyCertificateOfTheIndexIsExpected() {
    Set<String> files = new TreeSet<>();
    rows().forEach(row -> files.add(row.file()));

    assertEquals(new TreeSet<>(EXPECTED.keySet()), files);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void givesItsExpectedResult(SharedIndex.Row row) {
    Expected expected = EXPECTED.get(row.file());
    EndorsementCertificate read = EndorsementCertificate.read(Shared.read(row.file()));

    assertEquals(List.of(), read.unread());
    assertEquals(expected.description(), read.description().map(Object::toString).orElse(""));
    ChainVerdict verdict = verifier().verify(read.certificate(), expected.purpose());
    if (expected.path() == 0) {
      assertEquals(
          List.of(ChainReason.Code.ISSUER_UNKNOWN),
          assertInstanceOf(ChainVerdict.Rejected.class, verdict).codes());
    } else {
      assertEquals(
          expected.path(), assertInstanceOf(ChainVerdict.Trusted.class, verdict).path().size());
    }
  }

  @Test
  void anEndorsementCertificateOfSTMicroelectronicsSaysWhatItSays() {
    EndorsementCertificate read =
        EndorsementCertificate.read(Shared.read("ekcert/HIRS_nuc-1_ek_cert_untouched.cer"));

    assertEquals("1.2 level 2 revision 116", read.specification().get().toString());
    SecurityAssertions said = read.assertions().get();
    assertEquals(true, said.fieldUpgradable());
    assertEquals(SecurityAssertions.EkGeneration.INJECTED, said.ekGeneration().get());
    assertEquals(true, read.isForEndorsement());
    assertEquals("RSA", read.certificate().publicKey().getAlgorithm());
    assertEquals(
        List.of(ChainReason.Code.EXPIRED),
        assertInstanceOf(
                ChainVerdict.Rejected.class,
                verifier()
                    .at(Instant.parse("2024-03-01T00:00:00Z"))
                    .verify(read.certificate(), Purpose.ENDORSEMENT))
            .codes());
  }
}
