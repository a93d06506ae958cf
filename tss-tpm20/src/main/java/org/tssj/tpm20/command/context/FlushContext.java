package org.tssj.tpm20.command.context;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_CONTEXT;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_FlushContext: removes an object or session from the TPM.
 *
 * @param flushHandle a transient object or a session; it is a parameter, so no session can
 *     accompany the command
 * @see "TPM 2.0 Library, Part 3, 28.4 TPM2_FlushContext"
 */
public record FlushContext(Handle flushHandle) implements Command<Empty> {

  /** TPM_CC_FlushContext. */
  public static final CommandSpec<FlushContext, Empty> SPEC =
      command(
              0x0165,
              struct(
                  "TPM2_FlushContext",
                  FlushContext::new,
                  field("flushHandle", DH_CONTEXT, FlushContext::flushHandle)),
              Empty.CODEC)
          .withoutSessions();

  @Override
  public CommandSpec<FlushContext, Empty> spec() {
    return SPEC;
  }
}
