package org.tssj.tpm12.command.auth;

import static org.tssj.core.wire.Fields.bytes;
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
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_ChangeAuthAsymFinish: changes a secret that was encrypted for a temporary key. Deprecated: a
 * transport session hides it as well.
 *
 * @param parentHandle the parent of the key
 * @param ephHandle the temporary key
 * @param entityType what has the secret
 * @param newAuthLink HMAC of the new secret with the old one, 20 octets
 * @param encNewAuth TPM_CHANGEAUTH_VALIDATE, encrypted for the temporary key
 * @param encData the encrypted part of what has the secret
 * @see "TPM 1.2 Main, Part 3, 27.4 TPM_ChangeAuthAsymFinish"
 */
public record ChangeAuthAsymFinish(
    Handle parentHandle,
    Handle ephHandle,
    EntityType entityType,
    Bytes newAuthLink,
    Bytes encNewAuth,
    Bytes encData)
    implements Command<ChangeAuthAsymFinish.Response> {

  /**
   * What TPM_ChangeAuthAsymFinish answers.
   *
   * @param outData the encrypted part with the new secret
   * @param saltNonce a nonce of the TPM, 20 octets
   * @param changeProof HMAC of that nonce and n1 with the new secret, 20 octets
   */
  public record Response(Bytes outData, Bytes saltNonce, Bytes changeProof) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_ChangeAuthAsymFinish response",
            Response::new,
            bytes32("outData", Response::outData),
            bytes("saltNonce", 20, Response::saltNonce),
            bytes("changeProof", 20, Response::changeProof));
  }

  /** TPM_ORD_ChangeAuthAsymFinish: privAuth, the parent's, unless it has no secret. */
  public static final CommandSpec<ChangeAuthAsymFinish, Response> SPEC =
      command(
          0x0f,
          struct(
              "TPM_ChangeAuthAsymFinish",
              ChangeAuthAsymFinish::new,
              handle("parentHandle", ChangeAuthAsymFinish::parentHandle),
              handle("ephHandle", ChangeAuthAsymFinish::ephHandle),
              field("entityType", EntityType.CODEC, ChangeAuthAsymFinish::entityType),
              bytes("newAuthLink", 20, ChangeAuthAsymFinish::newAuthLink),
              bytes32("encNewAuth", ChangeAuthAsymFinish::encNewAuth),
              bytes32("encData", ChangeAuthAsymFinish::encData)),
          Response.CODEC,
          optional("privAuth"));

  @Override
  public CommandSpec<ChangeAuthAsymFinish, Response> spec() {
    return SPEC;
  }
}
