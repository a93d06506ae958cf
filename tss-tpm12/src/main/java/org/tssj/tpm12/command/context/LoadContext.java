package org.tssj.tpm12.command.context;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.sized32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.HandleField;
import org.tssj.tpm12.structure.context.ContextBlob;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_LoadContext: brings a saved key or session back.
 *
 * @param entityHandle the handle it had, or any
 * @param keepHandle whether it must get the same handle
 * @param contextBlob the saved context
 * @see "TPM 1.2 Main, Part 3, 21.3 TPM_LoadContext"
 */
public record LoadContext(Handle entityHandle, boolean keepHandle, ContextBlob contextBlob)
    implements Command<LoadContext.Response> {

  /**
   * What TPM_LoadContext answers.
   *
   * @param handle the handle it has now
   */
  public record Response(Handle handle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_LoadContext response",
            Response::new,
            HandleField.handle("handle", Response::handle));
  }

  /** TPM_ORD_LoadContext: no authorisation. */
  public static final CommandSpec<LoadContext, Response> SPEC =
      command(
          0xb9,
          struct(
              "TPM_LoadContext",
              LoadContext::new,
              HandleField.otherHandle("entityHandle", LoadContext::entityHandle),
              bool("keepHandle", LoadContext::keepHandle),
              sized32("contextBlob", ContextBlob.CODEC, LoadContext::contextBlob)),
          Response.CODEC);

  @Override
  public CommandSpec<LoadContext, Response> spec() {
    return SPEC;
  }
}
