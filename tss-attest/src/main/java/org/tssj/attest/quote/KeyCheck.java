package org.tssj.attest.quote;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Family;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm20.structure.object.ObjectAttributes;

/** Whether a key is one whose signature proves that a TPM made what it signs. */
final class KeyCheck {

  private static final int LEAST_RSA_BITS = 2048;
  private static final int LEAST_EC_BITS = 256;

  private static final ObjectAttributes NEEDED =
      ObjectAttributes.of(
          ObjectAttributes.RESTRICTED, ObjectAttributes.SIGN_ENCRYPT, ObjectAttributes.FIXED_TPM);

  private final Findings findings;
  private final AttestationPublicKey key;
  private final boolean weakKeysAllowed;
  private final Family family;

  KeyCheck(Findings findings, AttestationPublicKey key, boolean weakKeysAllowed, Family family) {
    this.findings = findings;
    this.key = key;
    this.weakKeysAllowed = weakKeysAllowed;
    this.family = family;
  }

  /**
   * Checks the key itself.
   *
   * @return the key as JCA knows it; empty if it cannot be used at all, for a reason then given
   */
  Optional<PublicKey> key() {
    Optional<PublicKey> usable = usable();
    usable.ifPresent(this::strongEnough);
    return usable;
  }

  private Optional<PublicKey> usable() {
    if (key instanceof AttestationPublicKey.Tpm20 tpm20) {
      sameFamily(Family.TPM20);
      forAttestation(tpm20.publicArea().objectAttributes());
    } else if (key instanceof AttestationPublicKey.Tpm12 tpm12) {
      sameFamily(Family.TPM12);
      forAttestation(tpm12);
    } else {
      findings.advise(
          Advice.Code.KEY_ATTRIBUTES_UNKNOWN,
          "the key came without attributes: that a TPM made and guards it, and that it signs nothing"
              + " but what the TPM says, has to be known from elsewhere");
    }
    try {
      return Optional.of(key.publicKey());
    } catch (UnsupportedOperationException e) {
      findings.reject(Reason.Code.SIGNATURE_UNSUPPORTED, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      findings.reject(Reason.Code.KEY_INVALID, "the key is none: " + e.getMessage());
    }
    return Optional.empty();
  }

  private void sameFamily(Family ofKey) {
    if (ofKey != family) {
      findings.reject(
          Reason.Code.KEY_OF_OTHER_FAMILY,
          "the attestation is said to be of a " + family + ", the key is of a " + ofKey);
    }
  }

  private void forAttestation(ObjectAttributes attributes) {
    // spec| A key that signs quotes must be restricted: then it signs no digest of outside data
    // spec| that begins with TPM_GENERATED_VALUE (Part 1, 25.1.5; Part 2, 8.3.3)
    // spec| fixedTPM: neither the key nor its parents can be duplicated to another TPM
    if (!attributes.has(NEEDED) || attributes.decrypt()) {
      findings.reject(
          Reason.Code.KEY_NOT_FOR_ATTESTATION,
          "an attestation key must be restricted, sign and fixedTPM, and not decrypt; this one is "
              + attributes);
    }
  }

  private void forAttestation(AttestationPublicKey.Tpm12 ofTpm12) {
    SigScheme scheme = ofTpm12.pubKey().algorithmParms().sigScheme();
    if (ofTpm12.usage().isEmpty()) {
      findings.advise(
          Advice.Code.KEY_ATTRIBUTES_UNKNOWN,
          "the key's usage is not given: that it is an identity key, which signs nothing but what"
              + " the TPM says, has to be known from elsewhere");
    } else if (!(ofTpm12.usage().get().equals(KeyUsage.IDENTITY)
        || ofTpm12.usage().get().equals(KeyUsage.SIGNING)
            && scheme.equals(SigScheme.RSASSAPKCS1V15_INFO))) {
      // spec| An identity key signs what the TPM makes and nothing else; a signing key signs any
      // spec| digest it is given, unless its scheme puts TPM_SIGN_INFO around it (Part 1, 5 and 31)
      findings.reject(
          Reason.Code.KEY_NOT_FOR_ATTESTATION,
          "an attestation key must be TPM_KEY_IDENTITY, or TPM_KEY_SIGNING with"
              + " TPM_SS_RSASSAPKCS1v15_INFO; this one is "
              + ofTpm12.usage().get()
              + " with "
              + scheme);
    }
    if (!scheme.equals(SigScheme.RSASSAPKCS1V15_SHA1)
        && !scheme.equals(SigScheme.RSASSAPKCS1V15_INFO)) {
      // spec| Quotes are signed with TPM_SS_RSASSAPKCS1v15_SHA1 or _INFO (Part 3, 16.3 and 16.5)
      findings.reject(
          Reason.Code.SIGNATURE_SCHEME_DIFFERS,
          "a key that quotes has the scheme TPM_SS_RSASSAPKCS1v15_SHA1 or"
              + " TPM_SS_RSASSAPKCS1v15_INFO; this one has "
              + scheme);
    }
  }

  private void strongEnough(PublicKey usable) {
    if (weakKeysAllowed) {
      return;
    }
    if (usable instanceof RSAPublicKey rsa) {
      tooShort(rsa.getModulus().bitLength(), LEAST_RSA_BITS, "RSA");
    } else if (usable instanceof ECPublicKey ec) {
      tooShort(
          ec.getParams().getCurve().getField().getFieldSize(), LEAST_EC_BITS, "elliptic-curve");
    }
  }

  private void tooShort(int bits, int least, String kind) {
    if (bits < least) {
      findings.reject(
          Reason.Code.KEY_WEAK,
          "an " + kind + " key must have at least " + least + " bits; this one has " + bits);
    }
  }
}
