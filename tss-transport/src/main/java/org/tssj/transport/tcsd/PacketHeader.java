package org.tssj.transport.tcsd;

import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;

/**
 * The 28 octets before every packet. The offsets are to be used and never computed: there may be
 * unused octets between type table and data, and an answer without parameters has no offsets.
 *
 * @param size of the whole packet
 * @param code the RPC's number in a request, the result in an answer
 * @param count how many parameters
 * @param typeSize as {@code count}
 * @param typeOffset where the type table is: 28, or 0 in an answer without parameters
 * @param dataSize octets of all parameters
 * @param dataOffset where they are, or 0
 */
record PacketHeader(
    long size,
    long code,
    long count,
    long typeSize,
    long typeOffset,
    long dataSize,
    long dataOffset) {

  static final int LENGTH = 28;

  /** More than any RPC has, but for the lists of keys and events. */
  private static final int MOST_PARAMETERS = 1 << 20;

  static final Codec<PacketHeader> CODEC =
      struct(
          "tcsd packet",
          PacketHeader::new,
          u32("packet_size", PacketHeader::size),
          u32("result", PacketHeader::code),
          u32("num_parms", PacketHeader::count),
          u32("type_size", PacketHeader::typeSize),
          u32("type_offset", PacketHeader::typeOffset),
          u32("parm_size", PacketHeader::dataSize),
          u32("parm_offset", PacketHeader::dataOffset));

  /** Reads the header of {@code packet} and makes sure that all it says is inside of that. */
  static PacketHeader of(byte[] packet) {
    PacketHeader header = CODEC.read(new WireReader(packet));
    check(header.size == packet.length, "packet_size must be the packet's length", 0, header.size);
    check(header.count <= MOST_PARAMETERS, "num_parms is too large", 8, header.count);
    check(header.typeSize == header.count, "type_size must be num_parms", 12, header.typeSize);
    if (header.count > 0) {
      check(header.typeOffset == LENGTH, "type_offset must be 28", 16, header.typeOffset);
      check(
          header.dataOffset >= LENGTH + header.count,
          "parm_offset must be behind the types",
          24,
          header.dataOffset);
      check(
          header.dataOffset + header.dataSize == header.size,
          "parm_size must reach to the packet's end",
          20,
          header.dataSize);
    } else {
      check(header.dataSize == 0, "parm_size must be 0 without parameters", 20, header.dataSize);
    }
    return header;
  }

  private static void check(boolean holds, String rule, int offset, long found) {
    if (!holds) {
      throw WireException.refused(rule, offset, Long.toString(found)).within("tcsd packet");
    }
  }
}
