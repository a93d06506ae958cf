package org.tssj.tpm20.resource;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.lockout.DictionaryAttackLockReset;
import org.tssj.tpm20.command.lockout.DictionaryAttackParameters;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.capability.PermanentAttributes;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * Protection against guessing: after too many wrong auth values the TPM accepts none for protected
 * objects for a while.
 *
 * @see "TPM 2.0 Library, Part 1, 19.8 Dictionary Attack Protection"
 */
public final class Lockout {

  /**
   * How it stands.
   *
   * @param locked no auth value of a protected object is accepted now
   * @param failures wrong auth values so far, less those that time has forgiven
   * @param most how many there may be; at that many it locks
   * @param recoveryTime how long until one is forgiven; zero: none ever is
   * @param lockoutRecovery how long TPM_RH_LOCKOUT itself is locked after one wrong auth value;
   *     zero: until the TPM is restarted
   */
  public record State(
      boolean locked, long failures, long most, Duration recoveryTime, Duration lockoutRecovery) {

    /** How many wrong auth values it still takes to lock. */
    public long left() {
      return Math.max(0, most - failures);
    }
  }

  private final Tpm20 tpm;

  private Lockout(Tpm20 tpm) {
    this.tpm = tpm;
  }

  /** That of this TPM. */
  public static Lockout of(Tpm20 tpm) {
    return new Lockout(tpm);
  }

  /** How it stands now. */
  public State state() throws IOException {
    Map<PropertyTag, Long> now = Capabilities.of(tpm).variableProperties();
    return new State(
        new PermanentAttributes(now.getOrDefault(PropertyTag.PERMANENT, 0L).intValue()).inLockout(),
        now.getOrDefault(PropertyTag.LOCKOUT_COUNTER, 0L),
        now.getOrDefault(PropertyTag.MAX_AUTH_FAIL, 0L),
        Duration.ofSeconds(now.getOrDefault(PropertyTag.LOCKOUT_INTERVAL, 0L)),
        Duration.ofSeconds(now.getOrDefault(PropertyTag.LOCKOUT_RECOVERY, 0L)));
  }

  /**
   * TPM2_DictionaryAttackLockReset: forgives all failures.
   *
   * @param authorizations for TPM_RH_LOCKOUT, then further sessions
   */
  public void reset(Authorization... authorizations) throws IOException {
    tpm.execute(new DictionaryAttackLockReset(Handle.LOCKOUT), authorizations);
  }

  /**
   * TPM2_DictionaryAttackParameters: sets the limits.
   *
   * @param most how many failures lock it; 0 locks at once
   * @param recoveryTime how long until one failure is forgiven, in whole seconds; zero switches the
   *     protection off
   * @param lockoutRecovery how long TPM_RH_LOCKOUT is locked after a wrong auth value, in whole
   *     seconds; zero until a restart
   * @param authorizations for TPM_RH_LOCKOUT, then further sessions
   */
  public void limit(
      long most, Duration recoveryTime, Duration lockoutRecovery, Authorization... authorizations)
      throws IOException {
    tpm.execute(
        new DictionaryAttackParameters(
            Handle.LOCKOUT, most, recoveryTime.toSeconds(), lockoutRecovery.toSeconds()),
        authorizations);
  }
}
