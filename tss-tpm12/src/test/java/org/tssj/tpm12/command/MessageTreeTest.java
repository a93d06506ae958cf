package org.tssj.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.wire.RandomValues;
import org.tssj.core.wire.WireTree;

class MessageTreeTest {

  // tpm_nvwrite -i 0x10 -f nvdata.bin -z (tpm-tools 1.3.9.2 through trousers 0.3.15), and what
  // swtpm 0.7.1 answered.
  private static final String WRITE =
      """
      00c2 00000053 000000cd
      00000010 00000000 00000010 68656c6c6f2074706d3132206e762121
      9b30371b 455ffef0d0aa726a075f03877574622ea65b5a1e 00
      62d3add4393e4b9d16cb15c25b1bc5d2401d6aae
      """;
  private static final String WRITE_ANSWER =
      """
      00c5 00000033 00000000
      b29a5bb77c7ba1c6a164f012d69b9fda9f836845 00
      91c0aa946280b445c0066eec53e7f532cc388026
      """;

  @Test
  void printsACommandWithItsAuthorisation() {
    assertEquals(
        """
        0000  TPM_NV_WriteValue
        0000    tag: TPM_TAG_RQU_AUTH1_COMMAND
        0002    paramSize: 83 (0x53)
        0006    ordinal: TPM_NV_WriteValue
        000a    nvIndex: 0x00000010
        000e    offset: 0
        0012    data: 68656c6c6f2074706d3132206e762121
        0026    authorisation (ownerAuth)
        0026      authHandle: 0x9b30371b
        002a      nonceOdd: 455ffef0d0aa726a075f03877574622ea65b5a1e
        003e      continueAuthSession: false
        003f      auth: 62d3add4393e4b9d16cb15c25b1bc5d2401d6aae
        """,
        MessageTree.ofCommand(Bytes.hex(WRITE)).toString());
  }

  @Test
  void printsAResponseBehindItsCommand() {
    assertEquals(
        """
        0000  TPM_NV_WriteValue response
        0000    tag: TPM_TAG_RSP_AUTH1_COMMAND
        0002    paramSize: 51 (0x33)
        0006    returnCode: TPM_SUCCESS
        000a    authorisation (ownerAuth)
        000a      nonceEven: b29a5bb77c7ba1c6a164f012d69b9fda9f836845
        001e      continueAuthSession: false
        001f      resAuth: 91c0aa946280b445c0066eec53e7f532cc388026
        """,
        MessageTree.ofResponse(Bytes.hex(WRITE_ANSWER), Commands.named("NvWriteValue")).toString());
  }

  @Test
  void printsAResponseWithoutItsCommandAsFarAsThatGoes() {
    String tree =
        MessageTree.ofResponse(
                Bytes.hex("00c5 00000035 00000000 abcd" + WRITE_ANSWER.substring(22)),
                Optional.empty())
            .toString();
    assertTrue(tree.contains("000a    octets: abcd\n000c    authorisation\n"), tree);
  }

  @Test
  void printsARefusalAsTheHeaderItIs() {
    assertEquals(
        """
        0000  TPM_TakeOwnership response
        0000    tag: TPM_TAG_RSP_COMMAND
        0002    paramSize: 10 (0xa)
        0006    returnCode: TPM_DISABLED
        """,
        MessageTree.ofResponse(
                Bytes.hex("00c4 0000000a 00000007"), Commands.named("TPM_TakeOwnership"))
            .toString());
  }

  @Test
  void tellsResponsesFromCommands() {
    assertTrue(MessageTree.isMessage(Bytes.hex(WRITE)));
    assertFalse(MessageTree.isResponse(Bytes.hex(WRITE)));
    assertTrue(MessageTree.isResponse(Bytes.hex(WRITE_ANSWER)));
    assertFalse(MessageTree.isMessage(Bytes.hex("8001")));
    assertFalse(MessageTree.isMessage(Bytes.EMPTY));
  }

  @Nested
  class Stops {
    private String problem(String hex) {
      WireTree tree = MessageTree.ofCommand(Bytes.hex(hex));
      return String.valueOf(tree.problem().orElseThrow().getMessage());
    }

    @Test
    void whereAParameterReachesIntoTheAuthorisation() {
      assertEquals(
          "TPM_NV_WriteValue.data: needs 17 bytes at offset 0x0016, only 16 of 38 left",
          problem(WRITE.replace("00000010 68656c", "00000011 68656c")));
    }

    @Test
    void whereTheAuthorisationIsMissing() {
      assertEquals(
          "TPM_NV_WriteValue: must have 45 bytes of authorisations, was 4 bytes that are left at"
              + " offset 0x000a",
          problem("00c2 0000000e 000000cd 00000010"));
    }

    @Test
    void atATagThatIsNone() {
      assertEquals(
          "TPM_GetRandom.tag: must be TPM_TAG_RQU_COMMAND or one of the two after it, was"
              + " TPM_TAG_RSP_COMMAND at offset 0x0000",
          problem("00c4 0000000e 00000046 00000010"));
    }

    @Test
    void afterACommandNobodyKnows() {
      assertEquals(
          "TPM 1.2 command.ordinal: must be a command this version knows, was 0x20000001 at offset"
              + " 0x0006",
          problem("00c1 0000000e 20000001 00000010"));
    }

    @Test
    void nowhereElse() {
      RandomValues random = new RandomValues(1);
      for (int k = 0; k < 2000; k++) {
        Bytes noise = random.bytesUpTo(40);
        MessageTree.ofCommand(noise);
        MessageTree.ofResponse(noise, Optional.empty());
        byte[] changed = Bytes.hex(WRITE).toArray();
        changed[random.below(changed.length)] = (byte) random.below(256);
        MessageTree.ofCommand(Bytes.wrap(changed));
        changed = Bytes.hex(WRITE_ANSWER).toArray();
        changed[random.below(changed.length)] = (byte) random.below(256);
        MessageTree.ofResponse(Bytes.wrap(changed), Commands.named("NvWriteValue"));
      }
    }
  }
}
