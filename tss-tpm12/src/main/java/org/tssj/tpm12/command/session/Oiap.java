package org.tssj.tpm12.command.session;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_OIAP: opens a session for any entity whose secret is known.
 *
 * <p>{@code Tpm12.oiap()} gives a session that keeps its nonces.
 *
 * @see "TPM 1.2 Main, Part 3, 18.1 TPM_OIAP"
 */
public record Oiap() implements Command<Oiap.Response> {

  /**
   * What TPM_OIAP answers.
   *
   * @param authHandle the session
   * @param nonceEven the TPM's first nonce, 20 octets
   */
  public record Response(Handle authHandle, Bytes nonceEven) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_OIAP response",
            Response::new,
            handle("authHandle", Response::authHandle),
            bytes("nonceEven", 20, Response::nonceEven));
  }

  /** TPM_ORD_OIAP: no authorisation. */
  public static final CommandSpec<Oiap, Response> SPEC =
      command(0x0a, struct("TPM_OIAP", new Oiap()), Response.CODEC);

  @Override
  public CommandSpec<Oiap, Response> spec() {
    return SPEC;
  }
}
