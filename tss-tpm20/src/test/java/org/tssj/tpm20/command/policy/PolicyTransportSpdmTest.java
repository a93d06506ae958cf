package org.tssj.tpm20.command.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * No TPM at hand has the command. The digests were computed with Python's hashlib, after the
 * formula of the TCG's reference code: H(old | 000001a1 | H(size | reqKeyName | size |
 * tpmKeyName)), where the inner hash is left out if there is neither Name.
 */
class PolicyTransportSpdmTest {

  private static final Bytes REQUESTER = Bytes.hex("000b" + "11".repeat(32));
  private static final Bytes TPM = Bytes.hex("000c" + "22".repeat(48));

  @ParameterizedTest
  @CsvSource({
    "true,true,12244a51f2c45c87c7c2c4955e0ce6c87806e75e3b756bf742c214f598bd0d6b",
    "true,false,1b94c1b4825a35d5087e75ba0eee72f8efff32f1c9860cbfec518428bdc0563c",
    "false,false,f963dc07412997270cb43ff93f56d35861e1c95c3c5d07c7339b5cf5bba1582d",
  })
  void addsTheNamesOfTheKeysToThePolicy(boolean requester, boolean tpm, String digest) {
    PolicyTransportSpdm step =
        new PolicyTransportSpdm(
            Handle.NULL, requester ? REQUESTER : Bytes.EMPTY, tpm ? TPM : Bytes.EMPTY);
    assertEquals(Bytes.hex(digest), step.extend(Bank.SHA256, Bytes.zeros(32)));
  }
}
