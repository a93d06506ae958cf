package org.tssj.tpm12.command.eviction;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.otherHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_Terminate_Handle: ends an authorisation session, in the form of TPM 1.1.
 *
 * @param authHandle the session
 * @see "TPM 1.2 Main, Part 3, 27.1.2 TPM_Terminate_Handle"
 */
public record TerminateHandle(Handle authHandle) implements Command<Empty> {

  /** TPM_ORD_Terminate_Handle: no authorisation. */
  public static final CommandSpec<TerminateHandle, Empty> SPEC =
      command(
          0x96,
          struct(
              "TPM_Terminate_Handle",
              TerminateHandle::new,
              otherHandle("authHandle", TerminateHandle::authHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<TerminateHandle, Empty> spec() {
    return SPEC;
  }
}
