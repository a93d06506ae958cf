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
import org.tssj.tpm12.structure.key.TpmKey;

/**
 * TPM_LoadKey: loads a key, in the form of TPM 1.1: the new handle is inside the HMAC, so that no
 * resource manager may change it. Deprecated for TPM_LoadKey2.
 *
 * @param parentHandle the storage key it is wrapped under
 * @param inKey the key
 * @see "TPM 1.2 Main, Part 3, 27.8 TPM_LoadKey"
 */
public record LoadKey(Handle parentHandle, TpmKey inKey) implements Command<LoadKey.Response> {

  /**
   * What TPM_LoadKey answers.
   *
   * @param keyHandle the loaded key
   */
  public record Response(Handle keyHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_LoadKey response",
            Response::new,
            field("inkeyHandle", Handle.CODEC, Response::keyHandle));
  }

  /** TPM_ORD_LoadKey: parentAuth unless it has no secret. */
  public static final CommandSpec<LoadKey, Response> SPEC =
      command(
          0x20,
          struct(
              "TPM_LoadKey",
              LoadKey::new,
              handle("parentHandle", LoadKey::parentHandle),
              field("inKey", TpmKey.CODEC, LoadKey::inKey)),
          Response.CODEC,
          optional("parentAuth"));

  @Override
  public CommandSpec<LoadKey, Response> spec() {
    return SPEC;
  }
}
