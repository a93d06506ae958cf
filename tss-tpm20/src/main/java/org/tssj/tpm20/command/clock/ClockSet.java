package org.tssj.tpm20.command.clock;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PROVISION;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_ClockSet: sets the clock forward.
 *
 * @param auth TPM_RH_OWNER or TPM_RH_PLATFORM
 * @param newTime milliseconds; not before the clock's value, and below 0xffff000000000000
 * @see "TPM 2.0 Library, Part 3, 29.2 TPM2_ClockSet"
 */
public record ClockSet(Handle auth, long newTime) implements Command<Empty> {

  /** TPM_CC_ClockSet. */
  public static final CommandSpec<ClockSet, Empty> SPEC =
      command(
          0x0128,
          struct(
              "TPM2_ClockSet",
              ClockSet::new,
              authorizedHandle("auth", Role.USER, RH_PROVISION, ClockSet::auth),
              u64("newTime", ClockSet::newTime)),
          Empty.CODEC);

  @Override
  public CommandSpec<ClockSet, Empty> spec() {
    return SPEC;
  }
}
