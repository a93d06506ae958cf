package org.tssj.tpm12.structure.transport;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.time.CurrentTicks;

/**
 * TPM_TRANSPORT_LOG_OUT: what is logged of an answer.
 *
 * @param currentTicks when the command was executed
 * @param parameters SHA-1 of result code, ordinal and parameters behind the handles, 20 octets
 * @param locality TPM_MODIFIER_INDICATOR: the locality it was executed in
 * @see "TPM 1.2 Main, Part 2, 13.4 TPM_TRANSPORT_LOG_OUT"
 */
public record TransportLogOut(CurrentTicks currentTicks, Bytes parameters, long locality) {

  /** TPM_TRANSPORT_LOG_OUT: tag 0x0011, ticks, digest, locality. */
  public static final Codec<TransportLogOut> CODEC =
      struct(
          "TPM_TRANSPORT_LOG_OUT",
          TransportLogOut::new,
          after(
              constant("tag", "0011"),
              field("currentTicks", CurrentTicks.CODEC, TransportLogOut::currentTicks)),
          bytes("parameters", 20, TransportLogOut::parameters),
          u32("locality", TransportLogOut::locality));
}
