package org.tssj.tpm20.structure.object;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.SymDef;

class SensitiveTest {

  private static AuthValue secret(String hex) {
    return AuthValue.of(Bytes.hex(hex).toArray());
  }

  @Test
  void isTypePasswordSeedAndSecret() {
    assertWire(
        new Sensitive(AlgorithmId.ECC, secret("a1"), AuthValue.EMPTY, secret("ffee")),
        "0023 0001a1 0000 0002ffee",
        Sensitive.CODEC);
    assertWire(
        new Sensitive(AlgorithmId.KEYEDHASH, AuthValue.EMPTY, secret("5eed"), secret("01")),
        "000b 0008 0000 00025eed 000101",
        Sensitive.SIZED_CODEC);
  }

  @Test
  void ofANewObjectIsPasswordAndData() {
    assertWire(SensitiveCreate.EMPTY, "0000 0000", SensitiveCreate.CODEC);
    assertWire(
        new SensitiveCreate(AuthValue.utf8("pw"), AuthValue.utf8("secret")),
        "0002 7077 0006 736563726574",
        SensitiveCreate.CODEC);
    assertWire(
        SensitiveCreate.withAuth(AuthValue.utf8("pw")), "0002 7077 0000", SensitiveCreate.CODEC);
  }

  @Test
  void ofADerivedObjectCarriesLabelAndContextAsData() {
    Derive derive = new Derive(Bytes.utf8("L"), Bytes.utf8("ctx"));
    assertWire(derive, "0001 4c 0003 637478", Derive.CODEC);
    assertWire(
        SensitiveCreate.derived(AuthValue.EMPTY, derive),
        "0000 0008 0001 4c 0003 637478",
        SensitiveCreate.CODEC);
  }

  @Test
  void ofADerivedObjectGoesWithATemplateThatHasLabelAndContextForUnique() {
    assertWire(
        new DerivationTemplate(
            AlgorithmId.SHA256,
            ObjectAttributes.DECRYPT,
            Bytes.hex("a1"),
            new SymcipherParms(SymDef.aesCfb(128)),
            new Derive(Bytes.utf8("L"), Bytes.EMPTY)),
        "0025 000b 00020000 0001a1  0006 0080 0043  0001 4c 0000",
        DerivationTemplate.CODEC);
  }

  @Test
  void neverPrintsWhatItHides() {
    String printed =
        new Sensitive(
                AlgorithmId.ECC, AuthValue.utf8("AAAA"), secret("42424242"), secret("43434343"))
            .toString();
    assertFalse(printed.contains("AAAA") || printed.contains("4242") || printed.contains("4343"));
    assertFalse(
        Sensitive.CODEC
            .describe(Bytes.hex("0023 0004 42424242 0000 0004 43434343"))
            .toString()
            .matches("(?s).*(4242|4343).*"));
  }

  @Test
  void refusesAPasswordThatLeavesItsArea() {
    assertRefused(
        "0008 0023 0005 a1a2a3a4",
        "TPM2B of TPMT_SENSITIVE.authValue: needs 5 bytes at offset 0x0006, only 4 of 10 left",
        Sensitive.SIZED_CODEC);
  }
}
