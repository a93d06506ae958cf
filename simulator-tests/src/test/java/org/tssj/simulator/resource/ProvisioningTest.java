package org.tssj.simulator.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.resource.Lockout;
import org.tssj.tpm20.resource.PersistentObjects;
import org.tssj.tpm20.resource.Provisioning;
import org.tssj.tpm20.resource.TpmClock;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.constant.ClockAdjust;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.template.EkTemplate;
import org.tssj.tpm20.template.Templates;

/** A new TPM made ready for use. */
@SoftwareTpm
class ProvisioningTest {

  private static final AuthValue OWNER = AuthValue.utf8("owner's password");

  @Test
  void keysStayWhereEverybodyLooksForThem(Tpm20 tpm) throws IOException {
    Provisioning provisioning = Provisioning.of(tpm);
    Handle srk = provisioning.storageRootKey(Authorization.NONE);
    Handle ek = provisioning.endorsementKey(EkTemplate.L_2, Authorization.NONE, Authorization.NONE);

    assertEquals(
        List.of(Handle.of(0x8100_0001), Handle.of(0x8101_0002)), PersistentObjects.of(tpm).list());
    assertEquals(tpm.name(srk).name(), srk.name());
    assertEquals(
        EkTemplate.L_2.template().authPolicy(),
        tpm.execute(new ReadPublic(ek)).outPublic().authPolicy());
    // Again, and nothing happens.
    assertEquals(srk.name(), provisioning.storageRootKey(Authorization.NONE).name());
    assertEquals(List.of(), tpm.handles(0x8000_0000));
  }

  @Test
  void anotherKindOfKeyInThatPlaceIsNotTakenForIt(Tpm20 tpm) throws IOException {
    try (LoadedObject signing =
        tpm.createPrimary(Handle.OWNER, Templates.signingKeyEcc(), AuthValue.EMPTY)) {
      PersistentObjects.of(tpm).persist(signing, Provisioning.SRK, Authorization.NONE);
    }
    assertThrows(
        IllegalStateException.class, () -> Provisioning.of(tpm).storageRootKey(Authorization.NONE));
  }

  @Test
  void passwordsAreSetWithoutBeingSeen(TpmTransport transport) throws IOException {
    List<Bytes> heard = new ArrayList<>();
    Tpm20 tpm = Tpm20.over(new Listener(transport, each -> heard.add(Bytes.of(each))));
    Provisioning provisioning = Provisioning.of(tpm);
    Handle srk = provisioning.storageRootKey(Authorization.NONE);
    provisioning.changePassword(Handle.OWNER, AuthValue.EMPTY, OWNER, srk);
    provisioning.changePassword(Handle.LOCKOUT, AuthValue.EMPTY, OWNER, srk);

    assertEquals(Set.of(Handle.OWNER, Handle.LOCKOUT), provisioning.passwords());
    String secret = Bytes.of(OWNER.toArray()).toHex();
    assertTrue(heard.stream().noneMatch(each -> each.toHex().contains(secret)));
    // It is the one that was meant.
    PersistentObjects.of(tpm).evict(srk, Authorization.password(OWNER));
    assertEquals(List.of(), PersistentObjects.of(tpm).list());
  }

  @Test
  void theUpperHalfOfPersistentHandlesIsThePlatforms(Tpm20 tpm) throws IOException {
    PersistentObjects objects = PersistentObjects.of(tpm);
    Handle place = Handle.of(0x8180_0000);
    try (LoadedObject key =
        tpm.createPrimary(Handle.PLATFORM, Templates.signingKeyEcc(), AuthValue.EMPTY)) {
      objects.persist(key, place, Authorization.NONE);
    }
    assertTrue(objects.has(place));
    objects.evict(place, Authorization.NONE);
    assertFalse(objects.has(place));
  }

  @Test
  void lockoutIsSeenCountedAndForgiven(Tpm20 tpm) throws IOException {
    Lockout lockout = Lockout.of(tpm);
    lockout.limit(2, Duration.ofMinutes(10), Duration.ofHours(1), Authorization.NONE);
    assertEquals(
        new Lockout.State(false, 0, 2, Duration.ofMinutes(10), Duration.ofHours(1)),
        lockout.state());

    try (LoadedObject key = tpm.createPrimary(Handle.OWNER, Templates.signingKeyEcc(), OWNER)) {
      for (int k = 0; k < 2; k++) {
        assertThrows(TpmResponseException.class, () -> tpm.execute(sign(key)));
      }
      assertTrue(lockout.state().locked());
      assertEquals(0, lockout.state().left());
      TpmResponseException locked =
          assertThrows(
              TpmResponseException.class,
              () -> tpm.execute(sign(key), Authorization.password(OWNER)));
      assertEquals("TPM_RC_LOCKOUT", locked.name());

      lockout.reset(Authorization.NONE);
      assertEquals(2, lockout.state().left());
      tpm.execute(sign(key), Authorization.password(OWNER));
    }
  }

  private static Sign sign(LoadedObject key) {
    return new Sign(
        key.handle(),
        Bank.SHA256.hash(Bytes.utf8("what is signed")),
        Scheme.ecdsa(AlgorithmId.SHA256),
        HashcheckTicket.NULL);
  }

  @Test
  void theClockGoesForwardOnly(Tpm20 tpm) throws IOException {
    TpmClock clock = TpmClock.of(tpm);
    clock.advanceTo(7_200_000, Authorization.NONE);
    assertTrue(clock.read().clockInfo().clock() >= 7_200_000);
    clock.adjustRate(ClockAdjust.COARSE_SLOWER, Authorization.NONE);
    TpmResponseException back =
        assertThrows(TpmResponseException.class, () -> clock.advanceTo(1000, Authorization.NONE));
    assertEquals(Optional.of("parameter 1 (newTime)"), back.subject());
  }
}
