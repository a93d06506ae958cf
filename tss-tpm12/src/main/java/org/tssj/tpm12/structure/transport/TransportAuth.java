package org.tssj.tpm12.structure.transport;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.secret;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Codec;

/**
 * TPM_TRANSPORT_AUTH: the secret of a transport session, as it is encrypted for the TPM.
 *
 * @param authData the secret, 20 octets
 * @see "TPM 1.2 Main, Part 2, 13.5 TPM_TRANSPORT_AUTH"
 */
public record TransportAuth(AuthValue authData) {

  /** TPM_TRANSPORT_AUTH: tag 0x001d, secret. */
  public static final Codec<TransportAuth> CODEC =
      struct(
          "TPM_TRANSPORT_AUTH",
          TransportAuth::new,
          after(constant("tag", "001d"), secret("authData", 20, TransportAuth::authData)));
}
