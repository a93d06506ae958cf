package org.tssj.tpm20.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.command.policy.PolicyAuthValue;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.KeyedhashParms;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;

/** TSS2 PRIVATE KEY files; the octets were made by {@code openssl asn1parse -genconf}. */
class TssPrivateKeyTest {

  private static final Bytes SHORT =
      Bytes.hex(
          "302f06066781050a0103a0030101ff020440000001041200100008000b0000005200000010"
              + "0002dead04060004cafebabe");

  private static final Bytes LONG =
      Bytes.hex(
          "30818706066781050a0104a0030101ffa11e301c300aa0040202016ba1020400300ea0040202016ca106"
              + "04040000015ea20704050003010203a31e301c301aa0080c067365636f6e64a10e300c300aa004"
              + "0202016ba1020400a4070c0561206b6579a5030101ff0205008100000104120010"
              + "0008000b00000052000000100002dead04060004cafebabe");

  private static final Public AREA =
      new Public(
          AlgorithmId.SHA256,
          ObjectAttributes.of(
              ObjectAttributes.FIXED_TPM,
              ObjectAttributes.FIXED_PARENT,
              ObjectAttributes.USER_WITH_AUTH),
          Bytes.EMPTY,
          new KeyedhashParms(Scheme.NULL),
          new PublicId.Digest(AlgorithmId.KEYEDHASH, Bytes.hex("dead")));

  private static final Bytes PRIVATE = Bytes.hex("cafebabe");
  private static final TssPrivateKey SHORT_KEY =
      TssPrivateKey.loadable(Handle.OWNER, AREA, PRIVATE, true);

  private static final TssPrivateKey LONG_KEY = longKey();

  private static TssPrivateKey longKey() {
    TssPrivateKey.PolicyCommand authValue =
        new TssPrivateKey.PolicyCommand(CommandCode.POLICY_AUTH_VALUE, Bytes.EMPTY);
    return new TssPrivateKey(
        TssPrivateKey.Kind.IMPORTABLE,
        true,
        List.of(
            authValue,
            new TssPrivateKey.PolicyCommand(
                CommandCode.POLICY_COMMAND_CODE, Bytes.hex("0000015e"))),
        Bytes.hex("010203"),
        List.of(new TssPrivateKey.AuthPolicy("second", List.of(authValue))),
        "a key",
        true,
        Handle.of(0x8100_0001),
        AREA,
        PRIVATE);
  }

  @Test
  void leavesOutWhatIsOptional() {
    assertEquals(SHORT, SHORT_KEY.toDer());
    assertEquals(SHORT_KEY, TssPrivateKey.ofDer(SHORT));
  }

  @Test
  void hasEveryFieldInItsOrder() {
    assertEquals(LONG, LONG_KEY.toDer());
    assertEquals(LONG_KEY, TssPrivateKey.ofDer(LONG));
    assertEquals(
        LONG_KEY,
        new TssPrivateKey(
                TssPrivateKey.Kind.IMPORTABLE,
                true,
                List.of(),
                Bytes.hex("010203"),
                LONG_KEY.authPolicies(),
                "",
                false,
                LONG_KEY.parent(),
                AREA,
                PRIVATE)
            .withPolicy(LONG_KEY.policy())
            .withDescription("a key")
            .withRsaParent());
  }

  @Test
  void isPemWithItsOwnLabel() {
    assertEquals(
        """
        -----BEGIN TSS2 PRIVATE KEY-----
        MC8GBmeBBQoBA6ADAQH/AgRAAAABBBIAEAAIAAsAAABSAAAAEAAC3q0EBgAEyv66
        vg==
        -----END TSS2 PRIVATE KEY-----
        """,
        SHORT_KEY.toPem());
    assertEquals(SHORT_KEY, TssPrivateKey.parse("words before\n" + SHORT_KEY.toPem()));
  }

  @Test
  void acceptsABooleanThatIsNotDerAndAHandleThatIsNegative() {
    assertEquals(
        SHORT_KEY, TssPrivateKey.ofDer(Bytes.hex(SHORT.toHex().replace("0101ff", "010101"))));
    // 0x81000001 in four octets, which makes the outer length one less.
    assertEquals(
        LONG_KEY,
        TssPrivateKey.ofDer(
            Bytes.hex(LONG.toHex().replace("308187", "308186").replace("020500810", "0204810"))));
  }

  @Test
  void turnsItsCommandsIntoAPolicyAndBack() {
    Policy policy = Policy.EMPTY.authValue().commandCode(CommandCode.UNSEAL);
    assertEquals(policy, LONG_KEY.toPolicy());
    assertEquals(
        LONG_KEY.policy(),
        List.of(
            TssPrivateKey.PolicyCommand.of(new PolicyAuthValue(Handle.NULL)),
            TssPrivateKey.PolicyCommand.of(
                new PolicyCommandCode(Handle.NULL, CommandCode.UNSEAL))));
    assertEquals(Policy.EMPTY, SHORT_KEY.toPolicy());
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @CsvSource({
      "66781050a0103,66781050a0106,type must be 2.23.133.10.1.3",
      "302f,3030,must be a TSS2 PRIVATE KEY in DER",
      "0204400000,0404400000,must be a TSS2 PRIVATE KEY in DER",
      "0412001000,0412001100,needs 17 bytes",
      "66781050a0103,66781050a0104,an importable key has a secret",
    })
    void whatIsNotWhatItClaims(String from, String to, String said) {
      Bytes changed = Bytes.hex(SHORT.toHex().replace(from, to));
      WireException refused =
          assertThrows(WireException.class, () -> TssPrivateKey.ofDer(changed));
      assertTrue(refused.getMessage().startsWith("TPMKey"), refused::getMessage);
      assertTrue(refused.getMessage().contains(said), refused::getMessage);
    }

    @Test
    void everyPrefixOfAFile() {
      for (int length = 0; length < LONG.length(); length++) {
        Bytes prefix = LONG.slice(0, length);
        assertThrows(WireException.class, () -> TssPrivateKey.ofDer(prefix));
      }
    }

    @Test
    void noOctetChangedWithAnythingButAWireException() {
      for (int at = 0; at < LONG.length(); at++) {
        byte[] changed = LONG.toArray();
        changed[at] ^= (byte) 0xff;
        try {
          TssPrivateKey.ofDer(Bytes.wrap(changed));
        } catch (WireException e) {
          assertTrue(e.getMessage().startsWith("TPMKey"), e::getMessage);
        }
      }
    }

    @Test
    void textWithoutSuchAKey() {
      WireException refused =
          assertThrows(WireException.class, () -> TssPrivateKey.parse("nothing"));
      assertEquals(
          "PEM: must have one object TSS2 PRIVATE KEY, was none at offset 0x0000",
          refused.getMessage());
    }

    @Test
    void toCarryOutWhatNeedsMoreThanASession() {
      TssPrivateKey.PolicyCommand secret =
          new TssPrivateKey.PolicyCommand(CommandCode.POLICY_SECRET, Bytes.EMPTY);
      assertThrows(UnsupportedOperationException.class, secret::step);
      TssPrivateKey.PolicyCommand random =
          new TssPrivateKey.PolicyCommand(CommandCode.FLUSH_CONTEXT, Bytes.EMPTY);
      assertThrows(UnsupportedOperationException.class, random::step);
    }

    @Test
    void aLoadableKeyWithASecret() {
      assertThrows(
          IllegalArgumentException.class,
          () -> TssPrivateKey.importable(Handle.OWNER, AREA, PRIVATE, Bytes.EMPTY, true));
    }
  }
}
