package org.tssj.tpm12.command.context;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.otherHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_SaveAuthContext: saves a session outside the TPM, in the form of TPM 1.1. Deprecated for
 * TPM_SaveContext.
 *
 * @param authHandle the session
 * @see "TPM 1.2 Main, Part 3, 27.1.5 TPM_SaveAuthContext"
 */
public record SaveAuthContext(Handle authHandle) implements Command<SaveAuthContext.Response> {

  /**
   * What TPM_SaveAuthContext answers.
   *
   * @param authContextBlob the saved session
   */
  public record Response(Bytes authContextBlob) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_SaveAuthContext response",
            Response::new,
            bytes32("authContextBlob", Response::authContextBlob));
  }

  /** TPM_ORD_SaveAuthContext: no authorisation. */
  public static final CommandSpec<SaveAuthContext, Response> SPEC =
      command(
          0xb6,
          struct(
              "TPM_SaveAuthContext",
              SaveAuthContext::new,
              otherHandle("authHandle", SaveAuthContext::authHandle)),
          Response.CODEC);

  @Override
  public CommandSpec<SaveAuthContext, Response> spec() {
    return SPEC;
  }
}
