package org.tssj.attest.txt;

/** Which measurements of a launch go into which PCR. */
public enum PcrMapping {
  /** PCR 17 SINIT and policies, 18 tboot and the kernel, 19 the other modules. TPM 1.2 only. */
  LEGACY,
  /** PCR 17 details: everything that was started; 18 authorities: who signed it. */
  DETAILS_AUTHORITIES;

  /** Where tboot extends modules by default: 19, or 17. */
  int ofModules() {
    return this == LEGACY ? 19 : 17;
  }

  /** Where tboot extends the first module whatever its policy says: 18, or 17. */
  int ofFirstModule() {
    return this == LEGACY ? 18 : 17;
  }
}
