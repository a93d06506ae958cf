package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.command.Bench.DIGEST;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.clock.ClockRateAdjust;
import org.tssj.tpm20.command.clock.ClockSet;
import org.tssj.tpm20.command.clock.ReadClock;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.command.random.StirRandom;
import org.tssj.tpm20.command.startup.Shutdown;
import org.tssj.tpm20.command.startup.Startup;
import org.tssj.tpm20.command.testing.GetTestResult;
import org.tssj.tpm20.command.testing.IncrementalSelfTest;
import org.tssj.tpm20.command.testing.SelfTest;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.attest.TimeInfo;
import org.tssj.tpm20.structure.constant.ClockAdjust;
import org.tssj.tpm20.structure.constant.StartupType;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** Start-up, self-test, random numbers, clock (Part 3, 9, 10, 16 and 29). */
final class LifeCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  Startup.SPEC,
                  on -> {
                    on.execute(new Shutdown(StartupType.CLEAR));
                    on.powerCycle();
                    on.execute(new Startup(StartupType.CLEAR));
                  })
              .isRefused("TPM_RC_INITIALIZE", on -> on.execute(new Startup(StartupType.CLEAR))),
          succeeds(
                  Shutdown.SPEC,
                  on -> {
                    // TPM Resume: PCRs of the static launch are as they were.
                    on.execute(new PcrExtend(Handle.pcr(3), List.of(HashValue.of(Bank.SHA256, DIGEST))));
                    Bytes before = LifeCases.pcr(3, on);
                    on.execute(new Shutdown(StartupType.STATE));
                    on.powerCycle();
                    on.execute(new Startup(StartupType.STATE));
                    assertEquals(before, LifeCases.pcr(3, on));
                  })
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (shutdownType)",
                  on -> on.execute(new Shutdown(new StartupType(7)))),
          succeeds(SelfTest.SPEC, on -> on.execute(new SelfTest(true)))
              // It takes sessions that audit, and must know them.
              .isRefused("TPM_RC_REFERENCE_S0", "session 1", on -> on.execute(new SelfTest(true), on.flushedSession().use().auditing())),
          succeeds(
                  IncrementalSelfTest.SPEC,
                  on ->
                      // What it lists is still to be tested.
                      assertFalse(
                          on.execute(new IncrementalSelfTest(List.of(AlgorithmId.SHA256)))
                              .toDoList()
                              .contains(AlgorithmId.SHA256)))
              .isRefused(
                  "TPM_RC_SIZE",
                  "parameter 1 (toTest)",
                  on ->
                      on.execute(
                          new IncrementalSelfTest(
                              Collections.nCopies(65, AlgorithmId.SHA256)))),
          succeeds(
                  GetTestResult.SPEC,
                  on ->
                      assertEquals(
                          ResponseCode.SUCCESS, on.execute(new GetTestResult()).testResult()))
              .isRefused(
                  "TPM_RC_REFERENCE_S0",
                  "session 1",
                  on -> on.execute(new GetTestResult(), on.flushedSession().use().auditing())),
          succeeds(
                  GetRandom.SPEC,
                  on -> assertEquals(20, on.execute(new GetRandom(20)).randomBytes().length()))
              // Not before TPM2_Startup.
              .isRefused(
                  "TPM_RC_INITIALIZE",
                  on -> {
                    on.powerCycle();
                    on.execute(new GetRandom(20));
                  }),
          succeeds(StirRandom.SPEC, on -> on.execute(new StirRandom(AuthValue.utf8("entropy"))))
              .isRefused(
                  "TPM_RC_SIZE",
                  "parameter 1 (inData)",
                  on -> on.execute(new StirRandom(AuthValue.zeros(1000)))),
          succeeds(
                  ReadClock.SPEC,
                  on -> {
                    TimeInfo now = on.execute(new ReadClock()).currentTime();
                    assertTrue(now.clockInfo().clock() >= now.time());
                  })
              .isRefused(
                  "TPM_RC_REFERENCE_S0",
                  "session 1",
                  on -> on.execute(new ReadClock(), on.flushedSession().use().auditing())),
          succeeds(
                  ClockSet.SPEC,
                  on -> {
                    on.execute(new ClockSet(Handle.OWNER, 3_600_000));
                    assertTrue(
                        on.execute(new ReadClock()).currentTime().clockInfo().clock() >= 3_600_000);
                  })
              // The clock is never set back.
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (newTime)",
                  on -> {
                    on.execute(new ClockSet(Handle.OWNER, 3_600_000));
                    on.execute(new ClockSet(Handle.OWNER, 1000));
                  }),
          succeeds(
                  ClockRateAdjust.SPEC,
                  on -> on.execute(new ClockRateAdjust(Handle.OWNER, ClockAdjust.FINE_FASTER)))
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (rateAdjust)",
                  on -> on.execute(new ClockRateAdjust(Handle.OWNER, new ClockAdjust(0x7f)))));

  private LifeCases() {}

  private static Bytes pcr(int index, Bench on) throws IOException {
    return on.execute(new PcrRead(List.of(PcrSelection.of(Bank.SHA256, index)))).pcrValues().get(0);
  }
}
