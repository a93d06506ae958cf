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
import org.tssj.tpm12.structure.attest.CertifyInfo;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.TpmKey;

/**
 * TPM_ChangeAuthAsymStart: begins to change a secret so that the owner of the parent does not learn
 * the new one. Deprecated: a transport session hides it as well.
 *
 * @param idHandle the key that certifies the temporary one
 * @param antiReplay the caller's nonce, 20 octets
 * @param tempKey what the temporary key shall be
 * @see "TPM 1.2 Main, Part 3, 27.3 TPM_ChangeAuthAsymStart"
 */
public record ChangeAuthAsymStart(Handle idHandle, Bytes antiReplay, KeyParms tempKey)
    implements Command<ChangeAuthAsymStart.Response> {

  /**
   * What TPM_ChangeAuthAsymStart answers.
   *
   * @param certifyInfo what the TPM says of the temporary key
   * @param sig signature of that
   * @param ephHandle the temporary key; inside the HMAC
   * @param tempKey its public part
   */
  public record Response(CertifyInfo certifyInfo, Bytes sig, Handle ephHandle, TpmKey tempKey) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_ChangeAuthAsymStart response",
            Response::new,
            field("certifyInfo", CertifyInfo.CODEC, Response::certifyInfo),
            bytes32("sig", Response::sig),
            field("ephHandle", Handle.CODEC, Response::ephHandle),
            field("tempKey", TpmKey.CODEC, Response::tempKey));
  }

  /** TPM_ORD_ChangeAuthAsymStart: idAuth unless it has no secret. */
  public static final CommandSpec<ChangeAuthAsymStart, Response> SPEC =
      command(
          0x0e,
          struct(
              "TPM_ChangeAuthAsymStart",
              ChangeAuthAsymStart::new,
              handle("idHandle", ChangeAuthAsymStart::idHandle),
              bytes("antiReplay", 20, ChangeAuthAsymStart::antiReplay),
              field("tempKey", KeyParms.CODEC, ChangeAuthAsymStart::tempKey)),
          Response.CODEC,
          optional("idAuth"));

  @Override
  public CommandSpec<ChangeAuthAsymStart, Response> spec() {
    return SPEC;
  }
}
