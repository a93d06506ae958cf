package org.tssj.tpm12.command.counter;

import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_ReleaseCounter: removes a counter, with its secret.
 *
 * @param countId the counter's number
 * @see "TPM 1.2 Main, Part 3, 25.4 TPM_ReleaseCounter"
 */
public record ReleaseCounter(long countId) implements Command<Empty> {

  /** TPM_ORD_ReleaseCounter: counterAuth. */
  public static final CommandSpec<ReleaseCounter, Empty> SPEC =
      command(
          0xdf,
          struct(
              "TPM_ReleaseCounter", ReleaseCounter::new, u32("countID", ReleaseCounter::countId)),
          Empty.CODEC,
          required("counterAuth"));

  @Override
  public CommandSpec<ReleaseCounter, Empty> spec() {
    return SPEC;
  }
}
