package org.tssj.tpm12.command.context;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_LoadAuthContext: brings a saved session back, in the form of TPM 1.1. Deprecated for
 * TPM_LoadContext.
 *
 * @param authContextBlob the saved session
 * @see "TPM 1.2 Main, Part 3, 27.1.6 TPM_LoadAuthContext"
 */
public record LoadAuthContext(Bytes authContextBlob) implements Command<LoadAuthContext.Response> {

  /**
   * What TPM_LoadAuthContext answers.
   *
   * @param authHandle the handle it has now
   */
  public record Response(Handle authHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_LoadAuthContext response",
            Response::new,
            handle("authHandle", Response::authHandle));
  }

  /** TPM_ORD_LoadAuthContext: no authorisation. */
  public static final CommandSpec<LoadAuthContext, Response> SPEC =
      command(
          0xb7,
          struct(
              "TPM_LoadAuthContext",
              LoadAuthContext::new,
              bytes32("authContextBlob", LoadAuthContext::authContextBlob)),
          Response.CODEC);

  @Override
  public CommandSpec<LoadAuthContext, Response> spec() {
    return SPEC;
  }
}
