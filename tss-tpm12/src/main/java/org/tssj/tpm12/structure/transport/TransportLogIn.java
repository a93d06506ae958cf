package org.tssj.tpm12.structure.transport;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_TRANSPORT_LOG_IN: what is logged of a command.
 *
 * @param parameters SHA-1 of the ordinal and the parameters behind the handles, 20 octets
 * @param pubKeyHash SHA-1 of the TPM_PUBKEYs its handles stand for, 20 octets; zeros where there is
 *     none
 * @see "TPM 1.2 Main, Part 2, 13.3 TPM_TRANSPORT_LOG_IN"
 */
public record TransportLogIn(Bytes parameters, Bytes pubKeyHash) {

  /** TPM_TRANSPORT_LOG_IN: tag 0x0010, two digests. */
  public static final Codec<TransportLogIn> CODEC =
      struct(
          "TPM_TRANSPORT_LOG_IN",
          TransportLogIn::new,
          after(constant("tag", "0010"), bytes("parameters", 20, TransportLogIn::parameters)),
          bytes("pubKeyHash", 20, TransportLogIn::pubKeyHash));
}
