package org.tssj.tpm12.command.counter;

import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_ReleaseCounterOwner: removes a counter, as owner.
 *
 * @param countId the counter's number
 * @see "TPM 1.2 Main, Part 3, 25.5 TPM_ReleaseCounterOwner"
 */
public record ReleaseCounterOwner(long countId) implements Command<Empty> {

  /** TPM_ORD_ReleaseCounterOwner: ownerAuth. */
  public static final CommandSpec<ReleaseCounterOwner, Empty> SPEC =
      command(
          0xe0,
          struct(
              "TPM_ReleaseCounterOwner",
              ReleaseCounterOwner::new,
              u32("countID", ReleaseCounterOwner::countId)),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<ReleaseCounterOwner, Empty> spec() {
    return SPEC;
  }
}
