package org.tssj.tpm20.command.context;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_CONTEXT;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.context.Context;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_ContextSave: saves a context outside the TPM; a session leaves it, an object stays.
 *
 * @param saveHandle a transient object or a session
 * @see "TPM 2.0 Library, Part 3, 28.2 TPM2_ContextSave"
 */
public record ContextSave(Handle saveHandle) implements Command<ContextSave.Response> {

  /**
   * What TPM2_ContextSave answers.
   *
   * @param context the saved context
   */
  public record Response(Context context) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ContextSave response",
            Response::new,
            field("context", Context.CODEC, Response::context));
  }

  /** TPM_CC_ContextSave. */
  public static final CommandSpec<ContextSave, Response> SPEC =
      command(
              0x0162,
              struct(
                  "TPM2_ContextSave",
                  ContextSave::new,
                  plainHandle("saveHandle", DH_CONTEXT, ContextSave::saveHandle)),
              Response.CODEC)
          .withoutSessions();

  @Override
  public CommandSpec<ContextSave, Response> spec() {
    return SPEC;
  }
}
