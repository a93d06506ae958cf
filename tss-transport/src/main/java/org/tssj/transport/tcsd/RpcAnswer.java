package org.tssj.transport.tcsd;

import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;

/** An answer being taken apart: each parameter's type is checked before its octets are passed. */
final class RpcAnswer {

  private final byte[] packet;
  private final PacketHeader header;
  private final WireReader data;
  private int index;

  /**
   * @throws WireException if it is no packet
   */
  RpcAnswer(byte[] packet) {
    this.packet = packet;
    this.header = PacketHeader.of(packet);
    this.data =
        header.count() == 0
            ? new WireReader(new byte[0])
            : WireReader.part(packet, (int) header.dataOffset(), (int) header.dataSize());
  }

  long result() {
    return header.code();
  }

  byte[] packet() {
    return packet;
  }

  /** Whether the next parameter is of this type. */
  boolean isNext(ParameterType type) {
    return index < header.count() && packet[PacketHeader.LENGTH + index] == type.code();
  }

  private void expect(ParameterType type) {
    if (!isNext(type)) {
      throw WireException.refused(
              "must be " + type + " (" + type.code() + ")",
              PacketHeader.LENGTH + index,
              index < header.count()
                  ? Integer.toString(packet[PacketHeader.LENGTH + index])
                  : "nothing")
          .within("[" + index + "]")
          .within("tcsd packet");
    }
    index++;
  }

  /** Passes over octets of the next parameter; returns where in the packet they begin. */
  int pass(ParameterType type, int length) {
    expect(type);
    int at = data.offset();
    data.skip(length);
    return at;
  }

  /** The next parameter, which is a number. */
  int number() {
    expect(ParameterType.UINT32);
    return data.bits32();
  }

  void finish() {
    if (index != header.count()) {
      throw WireException.refused(
              "nothing may follow parameter " + index, PacketHeader.LENGTH + index, "another one")
          .within("tcsd packet");
    }
    data.finish();
  }
}
