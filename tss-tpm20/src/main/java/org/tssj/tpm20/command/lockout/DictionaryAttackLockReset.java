package org.tssj.tpm20.command.lockout;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_LOCKOUT;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_DictionaryAttackLockReset: ends the lockout and sets the counter of failed tries to zero.
 *
 * @param lockHandle TPM_RH_LOCKOUT
 * @see "TPM 2.0 Library, Part 3, 25.2 TPM2_DictionaryAttackLockReset"
 */
public record DictionaryAttackLockReset(Handle lockHandle) implements Command<Empty> {

  /** TPM_CC_DictionaryAttackLockReset. */
  public static final CommandSpec<DictionaryAttackLockReset, Empty> SPEC =
      command(
          0x0139,
          struct(
              "TPM2_DictionaryAttackLockReset",
              DictionaryAttackLockReset::new,
              authorizedHandle("lockHandle", Role.USER, RH_LOCKOUT, DictionaryAttackLockReset::lockHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<DictionaryAttackLockReset, Empty> spec() {
    return SPEC;
  }
}
