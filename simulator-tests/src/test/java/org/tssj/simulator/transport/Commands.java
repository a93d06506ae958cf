package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;

/**
 * The few commands that show whether a transport carries what it should, as octets, in the dialect
 * of each family.
 */
final class Commands {
  // TPM Main Part 3: TPM_GetRandom of 16, TPM_PcrRead of 16, TPM_Extend of 16,
  // TPM_Startup(ST_CLEAR).
  static final Commands TPM12 =
      new Commands(
          Family.TPM12,
          "00c1 0000000e 00000046 00000010",
          "00c1 0000000e 00000015 00000010",
          "00c1 00000022 00000014 00000010" + "11".repeat(20),
          "00c1 0000000c 00000099 0001",
          // TPM_ORD 0x000000ff is nobody's; TPM_BAD_ORDINAL.
          "00c1 0000000a 000000ff",
          "00c4 0000000a 0000000a",
          // TPM_Extend of PCR 17: TPM_BAD_LOCALITY from locality 0.
          "00c1 00000022 00000014 00000011" + "11".repeat(20),
          0x3d);

  // TPM 2.0 Part 3: TPM2_GetRandom of 16, TPM2_PCR_Read of SHA-256:16, TPM2_PCR_Extend of it,
  // TPM2_Startup(CLEAR).
  static final Commands TPM20 =
      new Commands(
          Family.TPM20,
          "8001 0000000c 0000017b 0010",
          "8001 00000014 0000017e 00000001 000b 03 000001",
          "8002 00000041 00000182 00000010 00000009 40000009 0000 00 0000 00000001 000b"
              + "11".repeat(32),
          "8001 0000000c 00000144 0000",
          // TPM_CC 0x000001ff is nobody's; TPM_RC_COMMAND_CODE.
          "8001 0000000a 000001ff",
          "8001 0000000a 00000143",
          // TPM2_PCR_Extend of SHA-256:17: TPM_RC_LOCALITY from locality 0.
          "8002 00000041 00000182 00000011 00000009 40000009 0000 00 0000 00000001 000b"
              + "11".repeat(32),
          0x907);

  final Family family;
  final byte[] getRandom;
  final byte[] pcrRead;
  final byte[] pcrExtend;
  final byte[] startupClear;
  final byte[] unknownCommand;
  final Bytes unknownCommandAnswer;
  final byte[] extendFromLocality;
  final int badLocality;

  private Commands(
      Family family,
      String getRandom,
      String pcrRead,
      String pcrExtend,
      String startupClear,
      String unknownCommand,
      String unknownCommandAnswer,
      String extendFromLocality,
      int badLocality) {
    this.family = family;
    this.getRandom = octets(getRandom);
    this.pcrRead = octets(pcrRead);
    this.pcrExtend = octets(pcrExtend);
    this.startupClear = octets(startupClear);
    this.unknownCommand = octets(unknownCommand);
    this.unknownCommandAnswer = Bytes.hex(unknownCommandAnswer);
    this.extendFromLocality = octets(extendFromLocality);
    this.badLocality = badLocality;
  }

  static Commands of(Family family) {
    return family == Family.TPM12 ? TPM12 : TPM20;
  }

  static byte[] octets(String hex) {
    return Bytes.hex(hex).toArray();
  }

  /** The answer, whatever it says. */
  static Bytes answer(TpmTransport transport, byte[] command) throws IOException {
    return Bytes.wrap(transport.exchange(command));
  }

  /** The response code of the answer. */
  static int code(TpmTransport transport, byte[] command) throws IOException {
    return Integer.parseUnsignedInt(answer(transport, command).slice(6, 10).toHex(), 16);
  }

  /** The answer behind its header, which must say success. */
  static Bytes success(TpmTransport transport, byte[] command) throws IOException {
    Bytes answer = answer(transport, command);
    assertEquals("00000000", answer.slice(6, 10).toHex());
    return answer.slice(10, answer.length());
  }

  /** The value of PCR 16, SHA-1 or SHA-256. */
  Bytes pcr16(TpmTransport transport) throws IOException {
    Bytes values = success(transport, pcrRead);
    return values.slice(values.length() - digestSize(), values.length());
  }

  int digestSize() {
    return family == Family.TPM12 ? 20 : 32;
  }
}
