package org.tssj.tpm20.resource;

import java.io.IOException;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.clock.ClockRateAdjust;
import org.tssj.tpm20.command.clock.ClockSet;
import org.tssj.tpm20.command.clock.ReadClock;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.attest.TimeInfo;
import org.tssj.tpm20.structure.constant.ClockAdjust;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * The TPM's clock: milliseconds it has had power, over all its restarts. It only goes forward.
 *
 * @see "TPM 2.0 Library, Part 1, 36 Timing Components"
 */
public final class TpmClock {

  private final Tpm20 tpm;

  private TpmClock(Tpm20 tpm) {
    this.tpm = tpm;
  }

  /** That of this TPM. */
  public static TpmClock of(Tpm20 tpm) {
    return new TpmClock(tpm);
  }

  /** TPM2_ReadClock: time since power-on, clock, and how often the TPM was reset and restarted. */
  public TimeInfo read() throws IOException {
    return tpm.execute(new ReadClock()).currentTime();
  }

  /**
   * TPM2_ClockSet: moves the clock forward.
   *
   * @param clock milliseconds, at least what the clock says now
   * @param authorizations for the owner, then further sessions
   */
  public void advanceTo(long clock, Authorization... authorizations) throws IOException {
    tpm.execute(new ClockSet(Handle.OWNER, clock), authorizations);
  }

  /**
   * TPM2_ClockRateAdjust: makes it run faster or slower from now on.
   *
   * @param authorizations for the owner, then further sessions
   */
  public void adjustRate(ClockAdjust rate, Authorization... authorizations) throws IOException {
    tpm.execute(new ClockRateAdjust(Handle.OWNER, rate), authorizations);
  }
}
