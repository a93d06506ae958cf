package org.tssj.attest.identity.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.DistinguishedName;
import org.tssj.attest.identity.chain.ChainReason;
import org.tssj.attest.identity.chain.ChainVerdict;
import org.tssj.attest.identity.chain.ChainVerifier;
import org.tssj.attest.identity.chain.Purpose;
import org.tssj.attest.identity.registration.RegisteredKey;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.MadeAuthority;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class AttestationCaTest {

  private static final DistinguishedName NAME = DistinguishedName.parse("CN=CA,O=Example");
  private static final Validity YEARS = Validity.from(MadeAuthority.FROM, Duration.ofDays(3650));
  private static final AttestationCa ROOT = AttestationCa.create(NAME, MadeAuthority.ec(), YEARS);
  private static final ChainVerifier VERIFIER =
      ChainVerifier.trusting(List.of(ROOT.certificate())).at(MadeAuthority.FROM.plusSeconds(9));

  private static RegisteredKey registered() {
    KeyPair key = MadeAuthority.ec();
    return new RegisteredKey(
        new AttestationPublicKey.Plain(key.getPublic()),
        Bytes.hex("000b" + "a5".repeat(32)),
        MadeAuthority.ec().getPublic(),
        Optional.empty());
  }

  @Test
  void certifiesAKeyForAttestationAlone() {
    RegisteredKey key = registered();

    Certificate issued = ROOT.certify(key, YEARS);

    assertEquals(key.key().publicKey(), issued.publicKey());
    assertEquals(Set.of("2.23.133.8.3"), issued.purposes());
    assertFalse(issued.isAuthority());
    assertEquals(
        "CN=attestation key 000ba5a5a5a5a5a5a5a5a5a5a5a5a5a5", issued.subject().toString());
    assertInstanceOf(ChainVerdict.Trusted.class, VERIFIER.verify(issued, Purpose.ATTESTATION));
    assertEquals(
        List.of(ChainReason.Code.KEY_USAGE, ChainReason.Code.PURPOSE_DIFFERS),
        assertInstanceOf(ChainVerdict.Rejected.class, VERIFIER.verify(issued, Purpose.ENDORSEMENT))
            .codes());
  }

  @Test
  void anAuthorityBelowItCertifiesKeysAndNoAuthorities() {
    KeyPair keys = MadeAuthority.ec();
    CertificateRequest request =
        CertificateRequest.read(
            Bytes.utf8(CertificateRequest.make(DistinguishedName.parse("CN=Below"), keys).pem()));
    Certificate below = ROOT.delegate(request, YEARS);
    AttestationCa authority = new AttestationCa(below, keys.getPrivate());

    assertInstanceOf(
        ChainVerdict.Trusted.class,
        VERIFIER
            .withIntermediates(List.of(below))
            .verify(authority.certify(registered(), YEARS), Purpose.ATTESTATION));
    KeyPair more = MadeAuthority.ec();
    Certificate tooMany =
        authority.delegate(
            CertificateRequest.make(DistinguishedName.parse("CN=More"), more), YEARS);
    // Both say so: the one below allows none, the root allows one.
    assertEquals(
        List.of(ChainReason.Code.PATH_TOO_LONG, ChainReason.Code.PATH_TOO_LONG),
        assertInstanceOf(
                ChainVerdict.Rejected.class,
                VERIFIER
                    .withIntermediates(List.of(below, tooMany))
                    .verify(
                        new AttestationCa(tooMany, more.getPrivate()).certify(registered(), YEARS),
                        Purpose.ATTESTATION))
            .codes());
  }

  @Test
  void aRequestThatItsKeyDidNotSignIsRefused() {
    Bytes der = CertificateRequest.make(NAME, MadeAuthority.ec()).der();
    Changed.everyByte(der)
        .forEach(
            changed -> {
              WireException refused =
                  assertThrows(
                      WireException.class,
                      () -> assertEquals(NAME, CertificateRequest.read(changed).subject()));
              assertTrue(
                  refused.getMessage().startsWith("certificate request"), refused.getMessage());
            });
  }

  @Test
  void anAuthorityWithoutAnRsaKeyIsNoPrivacyCa() {
    assertThrows(IllegalStateException.class, ROOT::privacyCa);
  }

  @Test
  void aCertificateEndsAfterItBegins() {
    assertThrows(
        IllegalArgumentException.class, () -> Validity.from(MadeAuthority.FROM, Duration.ZERO));
  }
}
