package org.tssj.tpm20.command.context;

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
 * TPM2_ContextLoad: brings a saved context back.
 *
 * @param context what TPM2_ContextSave answered
 * @see "TPM 2.0 Library, Part 3, 28.3 TPM2_ContextLoad"
 */
public record ContextLoad(Context context) implements Command<ContextLoad.Response> {

  /**
   * What TPM2_ContextLoad answers.
   *
   * @param loadedHandle the object or session
   */
  public record Response(Handle loadedHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ContextLoad response",
            Response::new,
            plainHandle("loadedHandle", Response::loadedHandle));
  }

  /** TPM_CC_ContextLoad. */
  public static final CommandSpec<ContextLoad, Response> SPEC =
      command(
              0x0161,
              struct(
                  "TPM2_ContextLoad",
                  ContextLoad::new,
                  field("context", Context.CODEC, ContextLoad::context)),
              Response.CODEC)
          .withoutSessions();

  @Override
  public CommandSpec<ContextLoad, Response> spec() {
    return SPEC;
  }
}
