package org.tssj.attest.identity.registration;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.crypto.KeyEquality;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.certificate.EndorsementCertificate;
import org.tssj.attest.identity.chain.ChainAdvice;
import org.tssj.attest.identity.chain.ChainReason;
import org.tssj.attest.identity.chain.ChainVerdict;
import org.tssj.attest.identity.chain.ChainVerifier;
import org.tssj.attest.identity.chain.Purpose;
import org.tssj.attest.quote.AttestationKeyReview;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.identity.PrivacyCa;
import org.tssj.tpm20.protection.Credentials;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;

/** The checks of one request, and the challenge that follows them. */
final class RequestCheck {

  // As long as the smallest hash of endorsement keys allows (SHA-256), and nobody's guess.
  private static final int SECRET_SIZE = 32;

  private static final ObjectAttributes OF_ENDORSEMENT_KEYS =
      ObjectAttributes.of(
          ObjectAttributes.FIXED_TPM,
          ObjectAttributes.FIXED_PARENT,
          ObjectAttributes.RESTRICTED,
          ObjectAttributes.DECRYPT);

  private final Registrar registrar;
  private final RegistrationRequest request;
  private final List<RegistrationReason> reasons = new ArrayList<>();
  private final List<ChainAdvice> advice = new ArrayList<>();
  private List<String> addresses = List.of();
  private Optional<EndorsementCertificate> certificate = Optional.empty();

  RequestCheck(Registrar registrar, RegistrationRequest request) {
    this.registrar = registrar;
    this.request = request;
  }

  RegistrationVerdict verdict() {
    attestationKey();
    Optional<PublicKey> endorsementKey = endorsementKey();
    endorsementKey.ifPresent(this::trusted);
    if (reasons.isEmpty() && endorsementKey.isPresent()) {
      Optional<PendingRegistration> pending = challenge(endorsementKey.get());
      if (pending.isPresent()) {
        return new RegistrationVerdict.Challenged(pending.get(), advice);
      }
    }
    return new RegistrationVerdict.Refused(reasons, addresses);
  }

  private void reject(RegistrationReason.Code code, String message) {
    reasons.add(new RegistrationReason(code, message));
  }

  private void attestationKey() {
    AttestationPublicKey key = request.key();
    Family family = request.endorsementKey().family();
    if (key instanceof AttestationPublicKey.Plain) {
      reject(
          RegistrationReason.Code.ATTESTATION_KEY,
          "a key without the TPM's own description of it (TPM2B_PUBLIC, TPM_PUBKEY) is not one that"
              + " a TPM can be asked about");
      return;
    }
    if (key instanceof AttestationPublicKey.Tpm20 != (family == Family.TPM20)) {
      reject(
          RegistrationReason.Code.FAMILY_DIFFERS,
          "the endorsement key is of a TPM " + family.version() + ", the attestation key is not");
    }
    AttestationKeyReview.reasons(key)
        .forEach(reason -> reject(RegistrationReason.Code.ATTESTATION_KEY, reason.toString()));
    if (key instanceof AttestationPublicKey.Tpm20 tpm20
        && !tpm20.publicArea().objectAttributes().sensitiveDataOrigin()) {
      // A derived key: whoever knows what it was derived from has it too.
      reject(
          RegistrationReason.Code.ATTESTATION_KEY,
          "an attestation key must be sensitiveDataOrigin, made by the TPM from its own random"
              + " numbers; this one is "
              + tpm20.publicArea().objectAttributes());
    }
  }

  private Optional<PublicKey> endorsementKey() {
    if (request.endorsementKey() instanceof EndorsementKey.Tpm20 tpm20) {
      ObjectAttributes attributes = tpm20.publicArea().objectAttributes();
      if (!attributes.has(OF_ENDORSEMENT_KEYS)) {
        reject(
            RegistrationReason.Code.ENDORSEMENT_KEY,
            "an endorsement key must be fixedTPM, fixedParent, restricted and decrypt; this one is "
                + attributes);
      }
    }
    try {
      return Optional.of(request.endorsementKey().publicKey());
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      reject(RegistrationReason.Code.ENDORSEMENT_KEY, "the key is none: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void trusted(PublicKey key) {
    if (registrar.known().stream().anyMatch(known -> KeyEquality.same(known, key))) {
      return;
    }
    if (registrar.chains().isEmpty() || request.endorsementKey().certificate().isEmpty()) {
      reject(
          RegistrationReason.Code.ENDORSEMENT_KEY_UNKNOWN,
          registrar.chains().isPresent()
              ? "the endorsement key comes without a certificate, and is not one of those known"
              : "the endorsement key is not one of those known");
      return;
    }
    try {
      certified(
          EndorsementCertificate.read(request.endorsementKey().certificate().get()),
          registrar.chains().get().withIntermediates(issuers()));
    } catch (WireException e) {
      reject(
          RegistrationReason.Code.CERTIFICATE_MALFORMED,
          "the endorsement certificate is none: " + e.getMessage());
    }
  }

  private List<Certificate> issuers() {
    Bytes issuers = request.endorsementKey().issuers();
    return issuers.isEmpty() ? List.of() : Certificate.readAll(issuers);
  }

  private void certified(EndorsementCertificate found, ChainVerifier chains) {
    if (!request.endorsementKey().isKeyOf(found.certificate())) {
      reject(
          RegistrationReason.Code.CERTIFICATE_FOR_OTHER_KEY,
          "the endorsement certificate is for another key than the one it came with");
    }
    ChainVerdict verdict = chains.verify(found.certificate(), Purpose.ENDORSEMENT);
    if (verdict instanceof ChainVerdict.Trusted trusted) {
      advice.addAll(trusted.advice());
      certificate = Optional.of(found);
    } else if (verdict instanceof ChainVerdict.Rejected rejected) {
      addresses = rejected.addresses();
      for (ChainReason reason : rejected.reasons()) {
        reject(RegistrationReason.Code.CERTIFICATE_NOT_TRUSTED, reason.toString());
      }
    }
  }

  private Optional<PendingRegistration> challenge(PublicKey endorsementKey) {
    byte[] secret = new byte[SECRET_SIZE];
    registrar.random().nextBytes(secret);
    AuthValue expected = AuthValue.wrap(secret);
    try {
      ActivationChallenge challenge =
          request.endorsementKey() instanceof EndorsementKey.Tpm20 tpm20
              ? credential(tpm20.publicArea(), expected)
              : identity(endorsementKey, expected);
      return Optional.of(
          new PendingRegistration(challenge, expected, RegisteredKey.of(request, certificate)));
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      expected.close();
      reject(
          RegistrationReason.Code.ENDORSEMENT_KEY,
          "nothing can be encrypted for the endorsement key: " + e.getMessage());
      return Optional.empty();
    }
  }

  private ActivationChallenge credential(Public endorsementArea, AuthValue secret) {
    return new ActivationChallenge.Tpm20(
        endorsementArea.name(),
        Credentials.make(endorsementArea, RegisteredKey.name(request.key()), secret));
  }

  // The scheme is not taken from the request: every endorsement key of a TPM 1.2 has OAEP.
  private ActivationChallenge identity(PublicKey endorsementKey, AuthValue secret) {
    AttestationPublicKey.Tpm12 key = (AttestationPublicKey.Tpm12) request.key();
    Bytes content = Bytes.wrap(secret.toArray());
    return new ActivationChallenge.Tpm12(
        PrivacyCa.answer(
            key.pubKey(),
            EndorsementKey.Tpm12.encrypting((RSAPublicKey) endorsementKey),
            content,
            registrar.random()));
  }
}
