package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.appraise.Continuity;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.transport.PowerControl;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.clock.ReadClock;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.startup.Shutdown;
import org.tssj.tpm20.command.startup.Startup;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.constant.StartupType;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** What happens to a TPM between two quotes, and what they say of it. */
@SoftwareTpm
class ContinuityTest {

  private static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff");

  /** A quote of a key that is made anew from its hierarchy's seed, and so is always the same. */
  private static Statement.Tpm20Quote quote(Tpm20 tpm, Handle hierarchy) throws IOException {
    try (LoadedObject key =
        tpm.createPrimary(hierarchy, Templates.attestationKeyEcc(), AuthValue.EMPTY)) {
      var made =
          tpm.execute(
              new org.tssj.tpm20.command.attestation.Quote(
                  key.handle(), NONCE, Scheme.NULL, List.of(PcrSelection.of(Bank.SHA256, 0))));
      Verdict verdict =
          QuoteVerifier.of(new AttestationPublicKey.Tpm20(key.publicArea()), NONCE)
              .verify(
                  new org.tssj.core.Quote(
                      Family.TPM20,
                      made.quoted(),
                      Signature.CODEC.encode(made.signature()),
                      PcrValues.NONE));
      return (Statement.Tpm20Quote)
          assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString).statement();
    }
  }

  private static void power(Tpm20 tpm, StartupType how) throws IOException {
    tpm.transport().ability(PowerControl.class).orElseThrow().powerCycle();
    tpm.execute(new Startup(how));
  }

  private static Continuity.Change change(Statement.Tpm20Quote before, Statement.Tpm20Quote now) {
    return Continuity.of(before, now).change();
  }

  @Test
  void aKeyOfTheOwnersDisguisesTheCountersAndKeepsTheirDifferences(Tpm20 tpm) throws IOException {
    Statement.Tpm20Quote first = quote(tpm, Handle.OWNER);
    long real = tpm.execute(new ReadClock()).currentTime().clockInfo().resetCount();
    assertNotEquals(real, first.clockInfo().resetCount());
    assertEquals(Continuity.Change.SAME_BOOT, change(first, quote(tpm, Handle.OWNER)));

    tpm.execute(new Shutdown(StartupType.STATE));
    power(tpm, StartupType.STATE);
    Continuity slept = Continuity.of(first, quote(tpm, Handle.OWNER));
    assertEquals(Continuity.Change.RESTARTED, slept.change());
    assertEquals(1, slept.restarts());

    tpm.execute(new Shutdown(StartupType.CLEAR));
    power(tpm, StartupType.CLEAR);
    tpm.execute(new Shutdown(StartupType.CLEAR));
    power(tpm, StartupType.CLEAR);
    Continuity reset = Continuity.of(first, quote(tpm, Handle.OWNER));
    assertEquals(Continuity.Change.RESET, reset.change());
    assertEquals(2, reset.resets());
  }

  @Test
  void aKeyOfTheEndorsementHierarchyLivesThroughAClear(Tpm20 tpm) throws IOException {
    for (int i = 0; i < 3; i++) {
      tpm.execute(new Shutdown(StartupType.CLEAR));
      power(tpm, StartupType.CLEAR);
    }
    Statement.Tpm20Quote first = quote(tpm, Handle.ENDORSEMENT);
    assertEquals(
        tpm.execute(new ReadClock()).currentTime().clockInfo().resetCount(),
        first.clockInfo().resetCount());
    tpm.execute(new Clear(Handle.LOCKOUT));
    assertEquals(Continuity.Change.CLEARED, change(first, quote(tpm, Handle.ENDORSEMENT)));
  }

  @Test
  void quotesInTheWrongOrderSayThatTheClockWentBack(Tpm20 tpm) throws IOException {
    Statement.Tpm20Quote first = quote(tpm, Handle.OWNER);
    Statement.Tpm20Quote second = quote(tpm, Handle.OWNER);
    tpm.execute(new Shutdown(StartupType.STATE));
    power(tpm, StartupType.STATE);
    Statement.Tpm20Quote third = quote(tpm, Handle.OWNER);
    assertEquals(Continuity.Change.CLOCK_WENT_BACK, change(third, first));
    assertEquals(Continuity.Change.CLOCK_WENT_BACK, change(third, second));
  }

  @Test
  void twoKeysAreNotCompared(Tpm20 tpm) throws IOException {
    assertEquals(
        Continuity.Change.OTHER_KEY,
        change(quote(tpm, Handle.OWNER), quote(tpm, Handle.ENDORSEMENT)));
  }
}
