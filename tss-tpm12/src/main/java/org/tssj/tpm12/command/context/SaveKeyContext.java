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
 * TPM_SaveKeyContext: saves a key outside the TPM, in the form of TPM 1.1. Deprecated for
 * TPM_SaveContext.
 *
 * @param keyHandle the key
 * @see "TPM 1.2 Main, Part 3, 27.1.3 TPM_SaveKeyContext"
 */
public record SaveKeyContext(Handle keyHandle) implements Command<SaveKeyContext.Response> {

  /**
   * What TPM_SaveKeyContext answers.
   *
   * @param keyContextBlob the saved key
   */
  public record Response(Bytes keyContextBlob) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_SaveKeyContext response",
            Response::new,
            bytes32("keyContextBlob", Response::keyContextBlob));
  }

  /** TPM_ORD_SaveKeyContext: no authorisation. */
  public static final CommandSpec<SaveKeyContext, Response> SPEC =
      command(
          0xb4,
          struct(
              "TPM_SaveKeyContext",
              SaveKeyContext::new,
              handle("keyHandle", SaveKeyContext::keyHandle)),
          Response.CODEC);

  @Override
  public CommandSpec<SaveKeyContext, Response> spec() {
    return SPEC;
  }
}
