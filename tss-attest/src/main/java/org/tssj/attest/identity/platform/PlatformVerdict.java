package org.tssj.attest.identity.platform;

import java.util.List;
import org.tssj.attest.identity.chain.ChainAdvice;

/** What came of a platform certificate. */
public sealed interface PlatformVerdict {

  /**
   * Its maker says this of the machine with that TPM.
   *
   * @param certificate what he says
   * @param advice about the signer's chain; may be empty
   */
  record Trusted(PlatformCertificate certificate, List<ChainAdvice> advice)
      implements PlatformVerdict {
    public Trusted {
      advice = List.copyOf(advice);
    }
  }

  /**
   * Nothing in it may be used.
   *
   * @param reasons never empty
   */
  record Rejected(List<PlatformReason> reasons) implements PlatformVerdict {
    public Rejected {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a rejection needs a reason");
      }
    }

    /** The codes of the reasons, in order. */
    public List<PlatformReason.Code> codes() {
      return reasons.stream().map(PlatformReason::code).toList();
    }
  }
}
