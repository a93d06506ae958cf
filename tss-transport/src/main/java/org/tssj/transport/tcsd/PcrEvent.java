package org.tssj.transport.tcsd;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TSS_PCR_EVENT: an event of tcsd's log.
 *
 * @param version of the TSS
 * @param pcrIndex the PCR it is about
 * @param eventType what kind, as the firmware's log has it
 * @param pcrValue what was extended, as a rule 20 octets
 * @param event the event itself
 */
public record PcrEvent(
    Parameter.StructVersion version, long pcrIndex, long eventType, Bytes pcrValue, Bytes event)
    implements Parameter {

  static final Codec<PcrEvent> CODEC =
      struct(
          "TSS_PCR_EVENT",
          PcrEvent::new,
          field("versionInfo", Parameter.StructVersion.CODEC, PcrEvent::version),
          u32("ulPcrIndex", PcrEvent::pcrIndex),
          u32("eventType", PcrEvent::eventType),
          bytes32("rgbPcrValue", PcrEvent::pcrValue),
          bytes32("rgbEvent", PcrEvent::event));

  /** An event for the log, of TSS 1.2. */
  public static PcrEvent of(int pcrIndex, long eventType, Bytes pcrValue, Bytes event) {
    return new PcrEvent(
        new Parameter.StructVersion(1, 2, 1, 0), pcrIndex, eventType, pcrValue, event);
  }

  @Override
  public ParameterType type() {
    return ParameterType.PCR_EVENT;
  }
}
