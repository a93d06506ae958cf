package org.tssj.tpm12.command.ownership;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.state.PresenceFlags;

/**
 * TSC_PhysicalPresence: says whether somebody is present, or how that may be said.
 *
 * <p>Firmware locks it before an operating system runs, as a rule. {@code
 * PresenceFlags.LIFETIME_LOCK} can never be undone.
 *
 * @param physicalPresence what is said
 * @see "TPM 1.2 Main, Part 3, 6.6 TSC_PhysicalPresence"
 */
public record PhysicalPresence(PresenceFlags physicalPresence) implements Command<Empty> {

  /** TSC_ORD_PhysicalPresence: no authorisation. */
  public static final CommandSpec<PhysicalPresence, Empty> SPEC =
      command(
          0x4000000a,
          struct(
              "TSC_PhysicalPresence",
              PhysicalPresence::new,
              field("physicalPresence", PresenceFlags.CODEC, PhysicalPresence::physicalPresence)),
          Empty.CODEC);

  @Override
  public CommandSpec<PhysicalPresence, Empty> spec() {
    return SPEC;
  }
}
