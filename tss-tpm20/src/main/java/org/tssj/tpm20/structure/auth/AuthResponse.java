package org.tssj.tpm20.structure.auth;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPMS_AUTH_RESPONSE: what the TPM answers for one session or password: the proof that it, and
 * nobody between, has made the response.
 *
 * @param nonce the TPM's next nonce, at most the largest digest; empty for a password
 * @param sessionAttributes what the session did, and whether it goes on
 * @param hmac the HMAC; empty for a password, and for a policy session that needs none
 * @see "TPM 2.0 Library, Part 2, Table 136 TPMS_AUTH_RESPONSE"
 */
public record AuthResponse(Bytes nonce, SessionAttributes sessionAttributes, Bytes hmac) {

  /** TPMS_AUTH_RESPONSE: the fields in this order. */
  public static final Codec<AuthResponse> CODEC =
      struct(
          "TPMS_AUTH_RESPONSE",
          AuthResponse::new,
          bytes16("nonce", 64, AuthResponse::nonce),
          field("sessionAttributes", SessionAttributes.CODEC, AuthResponse::sessionAttributes),
          bytes16("hmac", 64, AuthResponse::hmac));
}
