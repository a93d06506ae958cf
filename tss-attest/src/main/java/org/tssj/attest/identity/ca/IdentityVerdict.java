package org.tssj.attest.identity.ca;

import java.util.List;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.registration.RegistrationReason;
import org.tssj.tpm12.identity.PrivacyCa;

/** What a Privacy CA makes of a request of a TPM 1.2. */
public sealed interface IdentityVerdict {

  /**
   * Answered.
   *
   * @param answer what goes back: the certificate, for this TPM's eyes only
   * @param certificate the same in the clear, for the CA's records. Nobody has proven anything
   *     before it comes back from the TPM
   */
  record Answered(PrivacyCa.Answer answer, Certificate certificate) implements IdentityVerdict {}

  /**
   * Not for this identity.
   *
   * @param reasons never empty
   */
  record Refused(List<RegistrationReason> reasons) implements IdentityVerdict {
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }

    /** The codes of the reasons, in order. */
    public List<RegistrationReason.Code> codes() {
      return reasons.stream().map(RegistrationReason::code).toList();
    }
  }
}
