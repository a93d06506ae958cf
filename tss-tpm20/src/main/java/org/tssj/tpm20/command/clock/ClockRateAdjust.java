package org.tssj.tpm20.command.clock;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PROVISION;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.constant.ClockAdjust;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_ClockRateAdjust: changes the rate of the clock.
 *
 * @param auth TPM_RH_OWNER or TPM_RH_PLATFORM
 * @param rateAdjust slower or faster, in three steps each
 * @see "TPM 2.0 Library, Part 3, 29.3 TPM2_ClockRateAdjust"
 */
public record ClockRateAdjust(Handle auth, ClockAdjust rateAdjust) implements Command<Empty> {

  /** TPM_CC_ClockRateAdjust. */
  public static final CommandSpec<ClockRateAdjust, Empty> SPEC =
      command(
          0x0130,
          struct(
              "TPM2_ClockRateAdjust",
              ClockRateAdjust::new,
              authorizedHandle("auth", Role.USER, RH_PROVISION, ClockRateAdjust::auth),
              field("rateAdjust", ClockAdjust.CODEC, ClockRateAdjust::rateAdjust)),
          Empty.CODEC);

  @Override
  public CommandSpec<ClockRateAdjust, Empty> spec() {
    return SPEC;
  }
}
