package org.tssj.tpm20.command;

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

  // tpm2_pcrextend 16:sha1=a9993e...,sha256=ba7816... (tpm2-tools 5.4), from TSS2_LOG=tcti+trace.
  private static final String EXTEND =
      """
      8002 00000057 00000182 00000010
      00000009 40000009 0000 00 0000
      00000002
      0004 a9993e364706816aba3e25717850c26c9cd0d89d
      000b ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
      """;

  // tpm2_getrandom 8 in an HMAC session that encrypts the response, and what swtpm 0.7.1 answered.
  private static final String RANDOM =
      """
      8002 00000059 0000017b
      00000049 02000000
      0020 c2363ef59163652ce24d8a1a4f856e12966827b87222238071e5cbd437033631 41
      0020 651915a62307bf6f1cc89710695b0a1194db48c2ef97d15f4ec33fa88cc79cd5
      0008
      """;
  private static final String RANDOM_ANSWER =
      """
      8002 0000005d 00000000 0000000a
      0008 c2900fbe4f6a9ad6
      0020 31a609bb00c351a5d39de49eb4a6127edf4d4d6c2b4aa4acf8654f39bdeb49b8 41
      0020 f83d7c6c91754c72cc477318d26539575e6434734d5522781ac2d837737139cc
      """;

  private static String command(String hex) {
    return MessageTree.ofCommand(Bytes.hex(hex)).toString();
  }

  private static String answer(String command, String hex) {
    return MessageTree.ofResponse(Bytes.hex(hex), Commands.named(command)).toString();
  }

  @Test
  void printsACommandWithItsPassword() {
    assertEquals(
        """
        0000  TPM2_PCR_Extend
        0000    tag: TPM_ST_SESSIONS
        0002    commandSize: 87 (0x57)
        0006    commandCode: TPM_CC_PCR_Extend
        000a    pcrHandle: PCR 16
        000e    authorizationArea
        0012      [0]
        0012        sessionHandle: TPM_RS_PW
        0016        nonce: (no bytes)
        0018        sessionAttributes: 0x0
        0019        hmac: AuthValue[0 bytes, hidden]
        001b    digests
        001f      [0]
        001f        hashAlg: TPM_ALG_SHA1
        0021        digest: a9993e364706816aba3e25717850c26c9cd0d89d
        0035      [1]
        0035        hashAlg: TPM_ALG_SHA256
        0037        digest: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
        """,
        command(EXTEND));
  }

  @Test
  void printsAResponseBehindItsCommand() {
    assertEquals(
        """
        0000  TPM2_PCR_Extend response
        0000    tag: TPM_ST_SESSIONS
        0002    responseSize: 19 (0x13)
        0006    responseCode: TPM_RC_SUCCESS
        000a    parameterSize: 0
        000e    authorizationArea
        000e      [0]
        000e        nonce: (no bytes)
        0010        sessionAttributes: continueSession
        0011        hmac: (no bytes)
        """,
        answer("PcrExtend", "8002 00000013 00000000 00000000 0000 01 0000"));
  }

  @Test
  void leavesAnEncryptedParameterAsItIs() {
    assertEquals(
        """
        0000  TPM2_GetRandom response
        0000    tag: TPM_ST_SESSIONS
        0002    responseSize: 93 (0x5d)
        0006    responseCode: TPM_RC_SUCCESS
        000a    parameterSize: 10 (0xa)
        000e    randomBytes (encrypted): c2900fbe4f6a9ad6
        0018    authorizationArea
        0018      [0]
        0018        nonce: 31a609bb00c351a5d39de49eb4a6127edf4d4d6c2b4aa4acf8654f39bdeb49b8
        003a        sessionAttributes: continueSession|encrypt
        003b        hmac: f83d7c6c91754c72cc477318d26539575e6434734d5522781ac2d837737139cc
        """,
        answer("GetRandom", RANDOM_ANSWER));
    // A session that encrypts the response encrypts nothing of the command.
    assertTrue(command(RANDOM).endsWith("0057    bytesRequested: 8\n"), command(RANDOM));
  }

  @Test
  void leavesAnEncryptedParameterOfACommandAsItIsToo() {
    // TPM2_HierarchyChangeAuth with decrypt set; its parameter cannot be a password of 5 octets in
    // clear, and nothing of its structure is visible.
    String tree =
        command(
            """
            8002 0000002a 00000129 4000000b
            00000011 02000000 0004 01020304 21 0004 0a0b0c0d
            0005 0102030405
            """);
    assertTrue(tree.endsWith("0023    newAuth (encrypted): 0102030405\n"), tree);
  }

  @Test
  void printsARefusalAsTheHeaderItIs() {
    assertEquals(
        """
        0000  TPM2_Create response
        0000    tag: TPM_ST_NO_SESSIONS
        0002    responseSize: 10 (0xa)
        0006    responseCode: TPM_RC_VALUE on parameter 2
        """,
        answer("Create", "8001 0000000a 000002c4"));
  }

  @Test
  void printsBothNamesOfANumberThatTwoCommandsShare() {
    assertEquals(
        "0000  TPM2_HMAC or TPM2_MAC",
        command("8001 0000000a 00000155").lines().findFirst().orElseThrow());
  }

  @Test
  void tellsResponsesFromCommands() {
    assertFalse(MessageTree.isResponse(Bytes.hex(EXTEND)));
    assertFalse(MessageTree.isResponse(Bytes.hex(RANDOM)));
    assertTrue(MessageTree.isResponse(Bytes.hex(RANDOM_ANSWER)));
    assertTrue(MessageTree.isResponse(Bytes.hex("8001 0000000a 00000120")), "TPM_RC_DISABLED");
    assertFalse(MessageTree.isResponse(Bytes.hex("8001 0000000a 00000181")), "TPM2_ReadClock");
  }

  @Test
  void printsAResponseWithoutItsCommandAsFarAsThatGoes() {
    assertEquals(
        """
        0000  TPM 2.0 response
        0000    tag: TPM_ST_NO_SESSIONS
        0002    responseSize: 14 (0xe)
        0006    responseCode: TPM_RC_SUCCESS
        000a    octets: 0002abcd
        """,
        MessageTree.ofResponse(Bytes.hex("8001 0000000e 00000000 0002abcd"), Optional.empty())
            .toString());
  }

  @Nested
  class Stops {
    private String problem(String hex) {
      return MessageTree.ofCommand(Bytes.hex(hex)).problem().orElseThrow().getMessage();
    }

    @Test
    void whereACommandIsCut() {
      WireTree tree = MessageTree.ofCommand(Bytes.hex("8001 0000000c 0000017b 00"));
      assertEquals(
          "TPM2_GetRandom.bytesRequested: needs 2 bytes at offset 0x000a, only 1 of 11 left",
          tree.problem().orElseThrow().getMessage());
      assertEquals(10, tree.end());
    }

    @Test
    void atATagThatIsNone() {
      assertEquals(
          "TPM2_GetRandom.tag: must be TPM_ST_SESSIONS or TPM_ST_NO_SESSIONS, was 0x8099 at offset"
              + " 0x0000",
          problem("8099 0000000c 0000017b 0008"));
    }

    @Test
    void afterACommandNobodyKnows() {
      WireTree tree = MessageTree.ofCommand(Bytes.hex("8001 0000000c 20000001 0008"));
      assertEquals(
          "TPM 2.0 command.commandCode: must be a command this version knows, was 0x20000001 at"
              + " offset 0x0006",
          tree.problem().orElseThrow().getMessage());
      assertEquals(12, tree.end());
    }

    @Test
    void atASizeThatIsWrong() {
      assertEquals(
          "TPM2_GetRandom.commandSize: must be the length of the message, 12, was 13 at offset"
              + " 0x0002",
          problem("8001 0000000d 0000017b 0008"));
    }

    @Test
    void atOctetsBehindTheLastParameter() {
      assertEquals(
          "TPM2_GetRandom: 1 bytes left over at offset 0x000c, after the last field",
          problem("8001 0000000d 0000017b 0008 ff"));
    }

    @Test
    void nowhereElse() {
      RandomValues random = new RandomValues(1);
      for (int k = 0; k < 2000; k++) {
        Bytes noise = random.bytesUpTo(40);
        MessageTree.ofCommand(noise);
        MessageTree.ofResponse(noise, Optional.empty());
        byte[] changed = Bytes.hex(RANDOM_ANSWER).toArray();
        changed[random.below(changed.length)] = (byte) random.below(256);
        MessageTree.ofResponse(Bytes.wrap(changed), Commands.named("GetRandom"));
        changed = Bytes.hex(EXTEND).toArray();
        changed[random.below(changed.length)] = (byte) random.below(256);
        MessageTree.ofCommand(Bytes.wrap(changed));
      }
    }
  }
}
