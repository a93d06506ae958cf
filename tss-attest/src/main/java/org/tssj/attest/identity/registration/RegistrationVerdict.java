package org.tssj.attest.identity.registration;

import java.util.List;
import org.tssj.attest.identity.chain.ChainAdvice;

/** What a verifier makes of a request. */
public sealed interface RegistrationVerdict {

  /**
   * The endorsement key is trusted, the attestation key is of the right kind; whether both are in
   * one TPM the answer will show.
   *
   * @param pending keeps what is needed until then
   * @param advice about the endorsement certificate; may be empty
   */
  record Challenged(PendingRegistration pending, List<ChainAdvice> advice)
      implements RegistrationVerdict {
    public Challenged {
      advice = List.copyOf(advice);
    }
  }

  /**
   * Not with these keys.
   *
   * @param reasons never empty
   * @param addresses where missing certificates of issuers can be got; may be empty
   */
  record Refused(List<RegistrationReason> reasons, List<String> addresses)
      implements RegistrationVerdict {
    public Refused {
      reasons = List.copyOf(reasons);
      addresses = List.copyOf(addresses);
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
