package org.tssj.transport.tcsd;

/** TSS_TCS_CREDENTIAL: the certificates that tcsd.conf can name. */
public enum Credential {
  /** endorsement_cred: the manufacturer's word that the TPM is one. */
  ENDORSEMENT(1),
  /** conformance_cred: that it is built as it should be. */
  CONFORMANCE(2),
  /** platform_cred: that it is in a machine as it should be. */
  PLATFORM(3);

  private final long number;

  Credential(long number) {
    this.number = number;
  }

  long number() {
    return number;
  }
}
