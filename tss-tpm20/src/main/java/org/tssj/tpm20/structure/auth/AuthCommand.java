package org.tssj.tpm20.structure.auth;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMS_AUTH_COMMAND: one authorisation of a command.
 *
 * @param sessionHandle the session, or TPM_RS_PW
 * @param nonce the caller's nonce; empty for a password
 * @param sessionAttributes what the session does
 * @param hmac the HMAC, or the password itself
 * @see "TPM 2.0 Library, Part 2, Table 135 TPMS_AUTH_COMMAND"
 */
public record AuthCommand(
    Handle sessionHandle, Bytes nonce, SessionAttributes sessionAttributes, AuthValue hmac) {

  /** TPMS_AUTH_COMMAND: its wire form. */
  public static final Codec<AuthCommand> CODEC =
      struct(
          "TPMS_AUTH_COMMAND",
          AuthCommand::new,
          field("sessionHandle", Handle.CODEC, AuthCommand::sessionHandle),
          bytes16("nonce", 64, AuthCommand::nonce),
          field("sessionAttributes", SessionAttributes.CODEC, AuthCommand::sessionAttributes),
          secret16("hmac", AuthCommand::hmac));
}
