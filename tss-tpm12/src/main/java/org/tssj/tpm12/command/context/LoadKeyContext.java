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
 * TPM_LoadKeyContext: brings a saved key back, in the form of TPM 1.1. Deprecated for
 * TPM_LoadContext.
 *
 * @param keyContextBlob the saved key
 * @see "TPM 1.2 Main, Part 3, 27.1.4 TPM_LoadKeyContext"
 */
public record LoadKeyContext(Bytes keyContextBlob) implements Command<LoadKeyContext.Response> {

  /**
   * What TPM_LoadKeyContext answers.
   *
   * @param keyHandle the handle it has now
   */
  public record Response(Handle keyHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_LoadKeyContext response", Response::new, handle("keyHandle", Response::keyHandle));
  }

  /** TPM_ORD_LoadKeyContext: no authorisation. */
  public static final CommandSpec<LoadKeyContext, Response> SPEC =
      command(
          0xb5,
          struct(
              "TPM_LoadKeyContext",
              LoadKeyContext::new,
              bytes32("keyContextBlob", LoadKeyContext::keyContextBlob)),
          Response.CODEC);

  @Override
  public CommandSpec<LoadKeyContext, Response> spec() {
    return SPEC;
  }
}
