package org.tssj.junit;

import java.io.IOException;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;

/** Commands as they travel, so that these tests ask the TPM and nobody between. */
final class Raw {

  /** TPM2_PCR_Read of PCR 16 in the SHA-1 bank. */
  static final String PCR16_READ = "8001 00000014 0000017e 00000001 0004 03 000001";

  /** The answer to it from a TPM 2.0 in which nobody extended it, but for the update counter. */
  static final String PCR16_ZERO =
      "00000001 0004 03 000001 00000001 0014 0000000000000000000000000000000000000000";

  /** TPM2_PCR_Extend of PCR 16 in the SHA-1 bank, with the empty password. */
  static final String PCR16_EXTEND =
      "8002 00000035 00000182 00000010 00000009 40000009 0000 01 0000"
          + "00000001 0004 00112233445566778899aabbccddeeff00112233";

  /** TPM2_StartAuthSession: HMAC, unsalted, unbound, no cipher, SHA-256. */
  static final String START_SESSION =
      "8001 0000002b 00000176 40000007 40000007 0010 000102030405060708090a0b0c0d0e0f"
          + "0000 00 0010 000b";

  /** TPM2_HashSequenceStart with SHA-256: the cheapest transient object. */
  static final String START_SEQUENCE = "8001 0000000e 00000186 0000 000b";

  /** TPM2_FlushContext of the first transient object. */
  static final String FLUSH_SEQUENCE = "8001 0000000e 00000165 80000000";

  /** TPM2_Startup(CLEAR). */
  static final String STARTUP = "8001 0000000c 00000144 0000";

  private Raw() {}

  /** The answer to a command, as it comes. */
  static Bytes ask(TpmTransport transport, String command) throws IOException {
    return Bytes.of(transport.exchange(Bytes.hex(command).toArray()));
  }

  /** The response code in an answer. */
  static String code(Bytes answer) {
    return answer.slice(6, 10).toHex();
  }
}
