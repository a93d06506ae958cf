package org.tssj.tpm12.command.auth;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.EncAuthField.encAuth;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_ChangeAuth: gives a key or sealed data another secret.
 *
 * @param parentHandle the parent of the key or data
 * @param protocolId TPM_PID_ADCP
 * @param newAuth the new secret, 20 octets
 * @param entityType TPM_ET_KEY or TPM_ET_DATA
 * @param encData its encrypted part, {@code encData} of its TPM_KEY or TPM_STORED_DATA
 * @see "TPM 1.2 Main, Part 3, 17.1 TPM_ChangeAuth"
 */
public record ChangeAuth(
    Handle parentHandle,
    ProtocolId protocolId,
    AuthValue newAuth,
    EntityType entityType,
    Bytes encData)
    implements Command<ChangeAuth.Response> {

  /**
   * What TPM_ChangeAuth answers.
   *
   * @param outData the encrypted part with the new secret
   */
  public record Response(Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_ChangeAuth response", Response::new, bytes32("outData", Response::outData));
  }

  /** TPM_ORD_ChangeAuth: parentAuth by OSAP, and the secret the entity has now by OIAP. */
  public static final CommandSpec<ChangeAuth, Response> SPEC =
      command(
          0x0c,
          struct(
              "TPM_ChangeAuth",
              ChangeAuth::new,
              handle("parentHandle", ChangeAuth::parentHandle),
              field("protocolID", ProtocolId.CODEC, ChangeAuth::protocolId),
              encAuth("newAuth", "parentAuth", ChangeAuth::newAuth),
              field("entityType", EntityType.CODEC, ChangeAuth::entityType),
              bytes32("encData", ChangeAuth::encData)),
          Response.CODEC,
          required("parentAuth"),
          required("entityAuth"));

  @Override
  public CommandSpec<ChangeAuth, Response> spec() {
    return SPEC;
  }
}
