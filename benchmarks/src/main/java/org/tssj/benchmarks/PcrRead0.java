package org.tssj.benchmarks;

import org.tssj.core.Bytes;

/**
 * TPM2_PCR_Read of SHA-256 PCR 0, typed by hand after Part 3, 22.4: the bytes every floor sends.
 */
final class PcrRead0 {

  /** The command. The C floor has its own copy. */
  static final Bytes COMMAND = Bytes.hex("8001 00000014 0000017e 00000001 000b 03 010000");

  /** Octets of the answer of a TPM whose PCR 0 is as after start-up. */
  static final int ANSWER_LENGTH = 10 + 4 + 10 + 4 + 34;

  private PcrRead0() {}
}
