package org.tssj.simulator.tools;

/** How our tools reach their TPM. */
enum Way {
  /** As the old ones do. */
  TCSD,
  /** Straight, without a daemon. */
  SWTPM
}
