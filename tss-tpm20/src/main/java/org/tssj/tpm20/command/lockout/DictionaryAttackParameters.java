package org.tssj.tpm20.command.lockout;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_LOCKOUT;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_DictionaryAttackParameters: sets the parameters of dictionary-attack protection.
 *
 * @param lockHandle TPM_RH_LOCKOUT
 * @param newMaxTries failed tries until lockout, unsigned 32 bits
 * @param newRecoveryTime seconds until one failed try is forgotten, unsigned 32 bits; 0 switches
 *     the protection off
 * @param lockoutRecovery seconds after a failed lockout authorisation until the next is allowed,
 *     unsigned 32 bits; 0: a restart
 * @see "TPM 2.0 Library, Part 3, 25.3 TPM2_DictionaryAttackParameters"
 */
public record DictionaryAttackParameters(
    Handle lockHandle, long newMaxTries, long newRecoveryTime, long lockoutRecovery)
    implements Command<Empty> {

  /** TPM_CC_DictionaryAttackParameters. */
  public static final CommandSpec<DictionaryAttackParameters, Empty> SPEC =
      command(
          0x013a,
          struct(
              "TPM2_DictionaryAttackParameters",
              DictionaryAttackParameters::new,
              authorizedHandle("lockHandle", Role.USER, RH_LOCKOUT, DictionaryAttackParameters::lockHandle),
              u32("newMaxTries", DictionaryAttackParameters::newMaxTries),
              u32("newRecoveryTime", DictionaryAttackParameters::newRecoveryTime),
              u32("lockoutRecovery", DictionaryAttackParameters::lockoutRecovery)),
          Empty.CODEC);

  @Override
  public CommandSpec<DictionaryAttackParameters, Empty> spec() {
    return SPEC;
  }
}
