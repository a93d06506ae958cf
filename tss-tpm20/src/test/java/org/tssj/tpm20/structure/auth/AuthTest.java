package org.tssj.tpm20.structure.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.handle.Handle;

class AuthTest {

  @Test
  void aPasswordStandsWhereAnHmacWould() {
    // The authorization area that tpm2-tools sends for -p abc, without its size.
    assertWire(
        AuthCommand.password(AuthValue.utf8("abc")),
        "40000009 0000 01 0003 616263",
        AuthCommand.CODEC);
    assertTrue(AuthCommand.password(AuthValue.utf8("abc")).isPassword());
    assertFalse(AuthCommand.password(AuthValue.utf8("abc")).toString().contains("abc"));
  }

  @Test
  void aSessionHasANonceAndAnHmac() {
    var command =
        new AuthCommand(
            Handle.of(0x0200_0001),
            Bytes.hex("a1a2"),
            SessionAttributes.CONTINUE_SESSION.with(SessionAttributes.DECRYPT),
            AuthValue.wrap(Bytes.hex("b1b2b3").toArray()));
    assertWire(command, "02000001 0002 a1a2 21 0003 b1b2b3", AuthCommand.CODEC);
    assertFalse(command.isPassword());
    assertWire(
        new AuthResponse(Bytes.hex("ff"), SessionAttributes.AUDIT, Bytes.EMPTY),
        "0001 ff 80 0000",
        AuthResponse.CODEC);
  }

  @Test
  void aNonceIsNoLongerThanTheLargestDigest() {
    assertRefused(
        "02000001 0041",
        "TPMS_AUTH_COMMAND.nonce: may count at most 64, was 65 at offset 0x0004",
        AuthCommand.CODEC);
  }

  @Test
  void attributesAreAskedByName() {
    var attributes =
        SessionAttributes.AUDIT
            .with(SessionAttributes.AUDIT_EXCLUSIVE)
            .with(SessionAttributes.ENCRYPT);
    assertWire(attributes, "c2", SessionAttributes.CODEC);
    assertTrue(attributes.audit() && attributes.auditExclusive() && attributes.encrypt());
    assertFalse(attributes.continueSession() || attributes.auditReset() || attributes.decrypt());
    assertEquals("auditExclusive|encrypt|audit", attributes.toString());
    assertEquals("encrypt|audit", attributes.without(SessionAttributes.AUDIT_EXCLUSIVE).toString());
    assertEquals("continueSession|0x18", new SessionAttributes(0x19).toString());
  }

  @Test
  void localitiesToFourFormASetAndTheOthersStandAlone() {
    assertWire(Locality.of(0), "01", Locality.CODEC);
    assertWire(Locality.of(4).and(2), "14", Locality.CODEC);
    assertWire(Locality.of(32), "20", Locality.CODEC);
    assertWire(Locality.of(255), "ff", Locality.CODEC);
    assertTrue(Locality.of(4).and(2).has(2));
    assertFalse(Locality.of(4).and(2).has(0));
    assertTrue(Locality.of(36).has(36));
    assertFalse(Locality.of(36).has(2), "0x24 has bit 2 and is locality 36 all the same");
    assertEquals("TPM_LOC_TWO|TPM_LOC_FOUR", Locality.of(4).and(2).toString());
    assertEquals("locality 36", Locality.of(36).toString());
    assertThrows(IllegalArgumentException.class, () -> Locality.of(5));
    assertThrows(IllegalArgumentException.class, () -> Locality.of(256));
    assertThrows(IllegalArgumentException.class, () -> Locality.of(-1));
    assertThrows(IllegalArgumentException.class, () -> Locality.of(32).and(1));
    assertThrows(IllegalArgumentException.class, () -> Locality.of(1).and(32));
  }
}
