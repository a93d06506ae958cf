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
 * TPM_LoadKey2: loads a key.
 *
 * <p>{@code Tpm12.load} gives a handle that closes.
 *
 * @param parentHandle the storage key it is wrapped under
 * @param inKey the key
 * @see "TPM 1.2 Main, Part 3, 10.5 TPM_LoadKey2"
 */
public record LoadKey2(Handle parentHandle, TpmKey inKey) implements Command<LoadKey2.Response> {

  /**
   * What TPM_LoadKey2 answers.
   *
   * @param keyHandle the loaded key; the TPM chose the number
   */
  public record Response(Handle keyHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_LoadKey2 response", Response::new, handle("inkeyHandle", Response::keyHandle));
  }

  /** TPM_ORD_LoadKey2: parentAuth unless it has no secret. */
  public static final CommandSpec<LoadKey2, Response> SPEC =
      command(
          0x41,
          struct(
              "TPM_LoadKey2",
              LoadKey2::new,
              handle("parentHandle", LoadKey2::parentHandle),
              field("inKey", TpmKey.CODEC, LoadKey2::inKey)),
          Response.CODEC,
          optional("parentAuth"));

  @Override
  public CommandSpec<LoadKey2, Response> spec() {
    return SPEC;
  }
}
