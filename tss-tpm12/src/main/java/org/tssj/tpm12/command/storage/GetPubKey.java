package org.tssj.tpm12.command.storage;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_GetPubKey: reads the public part of a loaded key.
 *
 * @param keyHandle a loaded key; TPM_KH_SRK only if the owner allows
 * @see "TPM 1.2 Main, Part 3, 10.6 TPM_GetPubKey"
 */
public record GetPubKey(Handle keyHandle) implements Command<GetPubKey.Response> {

  /**
   * What TPM_GetPubKey answers.
   *
   * @param pubKey its public part
   */
  public record Response(PubKey pubKey) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_GetPubKey response",
            Response::new,
            field("pubKey", PubKey.CODEC, Response::pubKey));
  }

  /** TPM_ORD_GetPubKey: keyAuth unless it has no secret. */
  public static final CommandSpec<GetPubKey, Response> SPEC =
      command(
          0x21,
          struct("TPM_GetPubKey", GetPubKey::new, handle("keyHandle", GetPubKey::keyHandle)),
          Response.CODEC,
          optional("keyAuth"));

  @Override
  public CommandSpec<GetPubKey, Response> spec() {
    return SPEC;
  }
}
