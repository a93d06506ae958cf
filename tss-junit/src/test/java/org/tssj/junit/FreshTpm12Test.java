package org.tssj.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.junit.SoftwareTpm.State;
import org.tssj.junit.SoftwareTpm.Transport;
import org.tssj.tpm12.Enablement;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.structure.capability.Capability;

/** A TPM 1.2 is ready, and as fresh as a new one, wherever it runs. */
class FreshTpm12Test {

  // TPM_NV_DefineSpace of index 0x00011101, 4 octets, written with physical presence: before
  // TPM_NV_INDEX_LOCK anybody may define it.
  private static final String DEFINE_SPACE =
      "00c1 00000065 000000cc"
          + "0018 00011101 0003 000000 1f "
          + "0000000000000000000000000000000000000000"
          + "0003 000000 1f 0000000000000000000000000000000000000000"
          + "0017 00000001 00 00 00 00000004"
          + "0000000000000000000000000000000000000000";

  private static void requireFreshAndUse(Tpm12 tpm) throws IOException {
    assertTrue(Enablement.of(tpm).isOn(), () -> "enabled and activated");
    assertFalse(tpm.ownership().isTaken());
    assertEquals(
        PcrValues.NONE.with(Bank.SHA1, 10, Bytes.zeros(20)).with(Bank.SHA1, 16, Bytes.zeros(20)),
        tpm.pcrRead(10, 16));
    assertEquals(0, tpm.capability(Capability.NV_LIST).size(), "NV areas");
    assertEquals(
        ResultCode.NO_ENDORSEMENT.code(),
        assertThrows(TpmResponseException.class, () -> tpm.endorsement().read()).code());

    tpm.execute(new Extend(10, Bytes.hex("11".repeat(20))));
    tpm.execute(new Extend(16, Bytes.hex("22".repeat(20))));
    assertEquals("00000000", Raw.code(Raw.ask(tpm.transport(), DEFINE_SPACE)));
    assertEquals(1, tpm.capability(Capability.NV_LIST).size(), "NV areas");
  }

  @Test
  void insideThisJvm() {
    Runs.requireSuccess(3, Runs.of(EachChangesItInsideThisJvm.class));
  }

  @SoftwareTpm(family = Family.TPM12)
  static class EachChangesItInsideThisJvm {
    @RepeatedTest(2)
    void one(Tpm12 tpm) throws IOException {
      requireFreshAndUse(tpm);
    }

    @Test
    void another(Tpm12 tpm) throws IOException {
      requireFreshAndUse(tpm);
      // An endorsement key stays for good.
      tpm.endorsement().create();
    }
  }

  @Test
  void inAProcessOfItsOwn() {
    Runs.requireSuccess(2, Runs.of(EachChangesItInAProcess.class));
  }

  @SoftwareTpm(family = Family.TPM12, transport = Transport.SWTPM)
  static class EachChangesItInAProcess {
    @Test
    void one(Tpm12 tpm) throws IOException {
      requireFreshAndUse(tpm);
    }

    @Test
    void another(Tpm12 tpm) throws IOException {
      requireFreshAndUse(tpm);
      tpm.endorsement().create();
    }
  }

  @Test
  void twoOfOneTestAreTwo() {
    Runs.requireSuccess(1, Runs.of(TwoAtOnce.class));
  }

  static class TwoAtOnce {
    @Test
    void areTwo(
        @SoftwareTpm(family = Family.TPM12) Tpm12 one,
        @SoftwareTpm(family = Family.TPM12, transport = Transport.SWTPM) Tpm12 other)
        throws IOException {
      assertNotEquals(one.transport().endpoint(), other.transport().endpoint());
      requireFreshAndUse(one);
      requireFreshAndUse(other);
    }
  }

  @Test
  void isNotStartedWhereTheTestAsksForThat() {
    Runs.requireSuccess(2, Runs.of(NotStarted.class));
  }

  @SoftwareTpm(family = Family.TPM12, state = State.NOT_STARTED)
  static class NotStarted {
    @Test
    void insideThisJvm(Tpm12 tpm) throws IOException {
      assertTrue(tpm.startUp(), "it was the test that started it");
    }

    @Test
    @SoftwareTpm(family = Family.TPM12, transport = Transport.SWTPM, state = State.NOT_STARTED)
    void inAProcess(Tpm12 tpm) throws IOException {
      assertTrue(tpm.startUp(), "it was the test that started it");
    }
  }

  @Test
  void sessionsAndKeysThatAreLeftBehindAreNamed() {
    String said = Runs.failureOf(LeavesASession.class);

    assertTrue(said.matches("the test left behind: session 0x[0-9a-f]{8} in libtpms:.*"), said);
  }

  @SoftwareTpm(family = Family.TPM12)
  static class LeavesASession {
    @Test
    void leaves(TpmTransport tpm) throws IOException {
      // TPM_OIAP
      assertEquals("00000000", Raw.code(Raw.ask(tpm, "00c1 0000000a 0000000a")));
    }
  }
}
