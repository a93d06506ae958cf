package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_MigrateKey: has a migration authority's key re-encrypt a migrating key for its destination.
 *
 * @param maKeyHandle the authority's key, of usage TPM_KEY_MIGRATE
 * @param pubKey the destination
 * @param inData the migrating key, encrypted for the authority
 * @see "TPM 1.2 Main, Part 3, 11.4 TPM_MigrateKey"
 */
public record MigrateKey(Handle maKeyHandle, PubKey pubKey, Bytes inData)
    implements Command<MigrateKey.Response> {

  /**
   * What TPM_MigrateKey answers.
   *
   * @param outData the same, encrypted for the destination
   */
  public record Response(Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_MigrateKey response", Response::new, bytes32("outData", Response::outData));
  }

  /** TPM_ORD_MigrateKey: maAuth unless it has no secret. */
  public static final CommandSpec<MigrateKey, Response> SPEC =
      command(
          0x25,
          struct(
              "TPM_MigrateKey",
              MigrateKey::new,
              handle("maKeyHandle", MigrateKey::maKeyHandle),
              field("pubKey", PubKey.CODEC, MigrateKey::pubKey),
              bytes32("inData", MigrateKey::inData)),
          Response.CODEC,
          optional("maAuth"));

  @Override
  public CommandSpec<MigrateKey, Response> spec() {
    return SPEC;
  }
}
