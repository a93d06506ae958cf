package org.tssj.attest.quote;

import java.util.List;
import org.tssj.attest.Reason;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Family;

/** An attestation key before it has signed anything, by the rules that hold when it has. */
public final class AttestationKeyReview {

  private AttestationKeyReview() {}

  /**
   * Why a signature of this key would prove nothing.
   *
   * @return empty if nothing speaks against it; what is not known of the key speaks for nothing
   */
  public static List<Reason> reasons(AttestationPublicKey key) {
    Findings findings = new Findings();
    Family family = key instanceof AttestationPublicKey.Tpm12 ? Family.TPM12 : Family.TPM20;
    new KeyCheck(findings, key, false, family).key();
    return findings.reasons();
  }
}
