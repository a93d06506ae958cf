package org.tssj.tpm20.structure.auth;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_AUTH_SESSION;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMS_AUTH_COMMAND: one session or password in a command's authorization area.
 *
 * <p>The last field is kept as a secret, since nothing in the structure but the handle tells an
 * HMAC from a password in plain text.
 *
 * @param sessionHandle the session, or TPM_RS_PW
 * @param nonce the caller's nonce, at most the largest digest; empty for a password
 * @param sessionAttributes what the session does
 * @param hmac the HMAC, or the password itself
 * @see "TPM 2.0 Library, Part 2, Table 135 TPMS_AUTH_COMMAND"
 */
public record AuthCommand(
    Handle sessionHandle, Bytes nonce, SessionAttributes sessionAttributes, AuthValue hmac) {

  /** TPMS_AUTH_COMMAND: the fields in this order. */
  public static final Codec<AuthCommand> CODEC =
      struct(
          "TPMS_AUTH_COMMAND",
          AuthCommand::new,
          field("sessionHandle", SH_AUTH_SESSION.or(Handle.PASSWORD), AuthCommand::sessionHandle),
          bytes16("nonce", 64, AuthCommand::nonce),
          field("sessionAttributes", SessionAttributes.CODEC, AuthCommand::sessionAttributes),
          secret16("hmac", AuthCommand::hmac));

  /** A password: no session, no nonce; TPMA_SESSION has continueSession, which means nothing. */
  public static AuthCommand password(AuthValue password) {
    return new AuthCommand(
        Handle.PASSWORD, Bytes.EMPTY, SessionAttributes.CONTINUE_SESSION, password);
  }

  /** Whether the last field is a password in plain text. */
  public boolean isPassword() {
    return sessionHandle.equals(Handle.PASSWORD);
  }
}
