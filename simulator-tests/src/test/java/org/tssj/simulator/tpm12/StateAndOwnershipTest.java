package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.OwnedTpm12.OWNER;
import static org.tssj.simulator.tpm12.OwnedTpm12.WELL_KNOWN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tssj.core.AuthValue;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.tpm12.Enablement;
import org.tssj.tpm12.Ownership;
import org.tssj.tpm12.Presence;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.ownership.ForceClear;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.DaInfo;
import org.tssj.tpm12.structure.capability.DaState;
import org.tssj.tpm12.structure.key.PubKey;

/** What an administrator does to a TPM 1.2, and what it says when it may not be done. */
@NeedsLibrary("tpms")
class StateAndOwnershipTest {

  private static final AuthValue WRONG = Secret.ofPassword("wrong");
  private static final AuthValue NEW = Secret.ofPassword("new");

  private static void assertRefused(ResultCode code, Executable deed) {
    var e = assertThrows(TpmResponseException.class, deed);
    assertEquals(code.name(), e.name(), e.getMessage());
  }

  @Nested
  class WithoutAnOwner {

    private Tpm12 tpm;

    @BeforeEach
    void start() throws IOException {
      tpm = OwnedTpm12.switchedOn(Transports.open("libtpms:family=1.2"));
    }

    @AfterEach
    void end() throws IOException {
      tpm.close();
    }

    @Test
    void anEndorsementKeyIsMadeOnce() throws IOException {
      assertRefused(ResultCode.NO_ENDORSEMENT, () -> tpm.endorsement().read());
      PubKey key = tpm.endorsement().create();
      assertEquals(key, tpm.endorsement().read());
      assertRefused(ResultCode.DISABLED_CMD, () -> tpm.endorsement().create());
      assertRefused(ResultCode.PERMANENTEK, () -> tpm.endorsement().revoke(NEW));
    }

    @Test
    void anEndorsementKeyIsRevokedByWhoKnowsItsSecret() throws IOException {
      var made = tpm.endorsement().createRevocable();
      assertNotEquals(AuthValue.zeros(20), made.revocationSecret());
      assertEquals(made.key(), tpm.endorsement().read());
      assertRefused(ResultCode.AUTHFAIL, () -> tpm.endorsement().revoke(NEW));
      tpm.endorsement().revoke(made.revocationSecret());
      // The TPM is as after a clear.
      assertEquals(new Enablement(true, false, true), tpm.optIn().state());
      tpm.enable();
      assertRefused(ResultCode.NO_ENDORSEMENT, () -> tpm.endorsement().read());

      var again = tpm.endorsement().createRevocable(NEW);
      assertEquals(NEW, again.revocationSecret());
      assertNotEquals(made.key(), again.key());
      tpm.endorsement().revoke(NEW);
    }

    @Test
    void anOwnerIsInstalledOnlyWhereThatIsAllowed() throws IOException {
      tpm.endorsement().create();
      assertTrue(tpm.ownership().isAllowed());
      tpm.ownership().allow(false);
      assertFalse(tpm.ownership().isAllowed());
      assertRefused(ResultCode.INSTALL_DISABLED, () -> tpm.ownership().take(OWNER, WELL_KNOWN));
      tpm.ownership().allow(true);
      tpm.ownership().take(OWNER, WELL_KNOWN);
      assertTrue(tpm.ownership().isTaken());
    }

    @Test
    void anOwnerIsNotInstalledInADisabledOrDeactivatedTpm() throws IOException {
      tpm.endorsement().create();
      assertEquals(new Enablement(true, false, false), tpm.optIn().disableByPresence());
      var disabled =
          assertThrows(
              TpmResponseException.class, () -> tpm.ownership().take(OWNER, WELL_KNOWN));
      assertEquals("TPM_DISABLED", disabled.name());
      assertTrue(disabled.advice().orElseThrow().contains("Tpm12.enable()"));
      assertTrue(tpm.optIn().enable().isOn());

      assertEquals(new Enablement(false, false, true), tpm.optIn().deactivate());
      OwnedTpm12.powerCycle(tpm);
      var deactivated =
          assertThrows(
              TpmResponseException.class, () -> tpm.ownership().take(OWNER, WELL_KNOWN));
      assertEquals("TPM_DEACTIVATED", deactivated.name());
      assertTrue(deactivated.advice().orElseThrow().contains("next power-on"));
      assertTrue(tpm.optIn().activate().needsPowerCycle());
    }

    @Test
    void theOperatorDeactivatesItUntilThePowerIsTurnedOff() throws IOException {
      assertRefused(
          ResultCode.NOOPERATOR, () -> tpm.optIn().deactivateUntilPowerOn(NEW));
      tpm.optIn().setOperatorSecret(NEW);
      assertRefused(ResultCode.AUTHFAIL, () -> tpm.optIn().deactivateUntilPowerOn(WRONG));
      assertEquals(
          new Enablement(false, true, false), tpm.optIn().deactivateUntilPowerOn(NEW));
      OwnedTpm12.powerCycle(tpm);
      assertTrue(tpm.optIn().state().isOn());
      assertEquals(
          new Enablement(false, true, false), tpm.optIn().deactivateUntilPowerOnByPresence());
    }

    @Test
    void presenceIsSaidAndTakenBackAndLocked() throws IOException {
      Presence presence = tpm.presence();
      Presence.State before = presence.state();
      assertFalse(before.present());
      assertFalse(before.lifetimeLock());
      presence.enableCommand(true);
      presence.say();
      assertTrue(presence.state().present());
      presence.takeBack();
      assertFalse(presence.state().present());
      presence.enableHardware(true);
      assertTrue(presence.state().hardwareEnabled());
      presence.enableHardware(false);
      presence.lock();
      assertTrue(presence.state().locked());
      assertRefused(ResultCode.BAD_PARAMETER, presence::say);
      OwnedTpm12.powerCycle(tpm);
      assertEquals(
          new Presence.State(false, false, true, false, false), presence.state());
    }

    @Test
    void whatNeedsPresencePutsItBackAsItWas() throws IOException {
      tpm.presence().enableCommand(false);
      Presence.State before = tpm.presence().state();
      tpm.presence().during(() -> assertTrue(tpm.presence().state().present()));
      assertEquals(before, tpm.presence().state());
      assertThrows(
          IOException.class,
          () ->
              tpm.presence()
                  .during(
                      () -> {
                        throw new IOException("inside");
                      }));
      assertEquals(before, tpm.presence().state());
    }

    @Test
    void presenceIsFixedForEverOnlyByThisCall() throws IOException {
      tpm.presence().lockForEver(true, false);
      assertEquals(
          new Presence.State(true, false, true, false, false), tpm.presence().state());
      assertRefused(
          ResultCode.BAD_PARAMETER, () -> tpm.presence().enableHardware(true));
      tpm.presence().during(() -> assertTrue(tpm.presence().state().present()));
    }

    @Test
    void itTestsItself() throws IOException {
      String text =
          new String(tpm.selfTest().full().toArray(), StandardCharsets.US_ASCII);
      assertTrue(text.startsWith("Shutdown"), text);
      tpm.selfTest().rest();
      assertEquals(text, new String(tpm.selfTest().result().toArray(), StandardCharsets.US_ASCII));
    }
  }

  @Nested
  class WithAnOwner {

    private Tpm12 tpm;

    @BeforeEach
    void start() throws IOException {
      tpm = OwnedTpm12.open();
    }

    @AfterEach
    void end() throws IOException {
      tpm.close();
    }

    @Test
    void theOwnerGetsAnotherSecret() throws IOException {
      assertRefused(ResultCode.AUTHFAIL, () -> tpm.ownership().changeSecret(WRONG, NEW));
      tpm.ownership().changeSecret(OWNER, NEW);
      assertRefused(ResultCode.AUTHFAIL, () -> tpm.storageRoot().read(OWNER));
      assertEquals(256, tpm.storageRoot().read(NEW).pubKey().length());
    }

    @Test
    void theStorageRootKeyGetsAnotherSecretAndKeepsWhatIsBelowIt() throws IOException {
      try (var root = tpm.storageRootKey(WELL_KNOWN);
          var newRoot = tpm.storageRootKey(NEW)) {
        var sealed = root.seal(AuthValue.utf8("data"), WELL_KNOWN);
        tpm.storageRoot().changeSecret(NEW, OWNER);
        assertRefused(ResultCode.AUTHFAIL, () -> root.unseal(sealed, WELL_KNOWN));
        assertEquals(AuthValue.utf8("data"), newRoot.unseal(sealed, WELL_KNOWN));
      }
    }

    @Test
    void theStorageRootKeyIsReadWithItsSecretWhenTheOwnerLetsIt() throws IOException {
      PubKey key = tpm.storageRoot().read(OWNER);
      assertFalse(tpm.storageRoot().isReadableWithItsSecret());
      assertRefused(
          ResultCode.INVALID_KEYHANDLE, () -> tpm.storageRoot().readWithItsSecret(WELL_KNOWN));
      tpm.storageRoot().letReadWithItsSecret(true, OWNER);
      assertTrue(tpm.storageRoot().isReadableWithItsSecret());
      assertEquals(key, tpm.storageRoot().readWithItsSecret(WELL_KNOWN));
    }

    @Test
    void onlyTheOwnerReadsTheEndorsementKey() throws IOException {
      assertFalse(tpm.endorsement().isReadableByAll());
      assertRefused(ResultCode.DISABLED_CMD, () -> tpm.endorsement().read());
      tpm.endorsement().restrictReading(OWNER);
      assertEquals(256, tpm.endorsement().read(OWNER).pubKey().length());
    }

    @Test
    void theOwnerSwitchesItOffAndOn() throws IOException {
      assertEquals(new Enablement(true, false, false), tpm.optIn().disable(OWNER));
      assertRefused(ResultCode.AUTHFAIL, () -> tpm.optIn().enable(WRONG));
      assertTrue(tpm.optIn().enable(OWNER).isOn());
    }

    @Test
    void anOwnerThatGaveUpTheRightToClearLeavesItToPresence() throws IOException {
      assertEquals(new Ownership.Clearing(true, true), tpm.ownership().clearing());
      tpm.ownership().disableOwnerClear(OWNER);
      assertEquals(new Ownership.Clearing(false, true), tpm.ownership().clearing());
      var e =
          assertThrows(TpmResponseException.class, () -> tpm.ownership().clear(OWNER));
      assertEquals("TPM_CLEAR_DISABLED", e.name());
      assertTrue(e.advice().orElseThrow().contains("ForceClear"));

      tpm.ownership().disableForceClear();
      assertEquals(new Ownership.Clearing(false, false), tpm.ownership().clearing());
      assertRefused(ResultCode.CLEAR_DISABLED, () -> tpm.ownership().clearByPresence());
      OwnedTpm12.powerCycle(tpm);
      tpm.ownership().clearByPresence();
      assertFalse(tpm.ownership().isTaken());
      // libtpms sets everything back; so does the specification.
      assertEquals(new Ownership.Clearing(true, true), tpm.ownership().clearing());
    }

    @Test
    void clearingWithoutPresenceIsRefusedAndExplained() {
      var e =
          assertThrows(TpmResponseException.class, () -> tpm.execute(new ForceClear()));
      assertEquals("TPM_BAD_PRESENCE", e.name());
      assertTrue(e.advice().orElseThrow().contains("PhysicalPresence"));
    }

    @Test
    void aSecondOwnerIsRefusedAndTheFirstStays() throws IOException {
      PubKey endorsement = tpm.endorsement().read(OWNER);
      var e =
          assertThrows(
              TpmResponseException.class,
              () -> tpm.ownership().take(NEW, WELL_KNOWN, endorsement));
      assertEquals("TPM_OWNER_SET", e.name());
      assertTrue(e.advice().orElseThrow().contains("Clear"));
      assertEquals(endorsement, tpm.endorsement().read(OWNER));
    }

    @Test
    void wrongSecretsAreCountedAndTheOwnerForgivesThem() throws IOException {
      for (int k = 0; k < 3; k++) {
        assertRefused(ResultCode.AUTHFAIL, () -> tpm.storageRoot().read(WRONG));
      }
      DaInfo info = assertInstanceOf(DaInfo.class, tpm.lockout().state());
      assertEquals(DaState.INACTIVE, info.state());
      tpm.lockout().reset(OWNER);
      DaInfo after = assertInstanceOf(DaInfo.class, tpm.lockout().state());
      assertEquals(0, after.currentCount());
    }
  }
}
