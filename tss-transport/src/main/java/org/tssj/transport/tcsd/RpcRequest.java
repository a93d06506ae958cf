package org.tssj.transport.tcsd;

import java.util.Arrays;
import org.tssj.core.wire.WireWriter;

/** A request being put together: types and data at once. */
final class RpcRequest {

  private final Rpc rpc;
  private final byte[] types;
  private final WireWriter data = new WireWriter();
  private int count;

  /**
   * @param most how many parameters there can be; type octets are kept for all of them, as trousers'
   *     own library does
   */
  RpcRequest(Rpc rpc, int most) {
    this.rpc = rpc;
    this.types = new byte[most];
  }

  RpcRequest number(long value) {
    type(ParameterType.UINT32);
    data.u32((int) value);
    return this;
  }

  RpcRequest octets(ParameterType type, byte[] source, int from, int length) {
    type(type);
    data.bytes(source, from, length);
    return this;
  }

  RpcRequest zeros(ParameterType type, int length) {
    return octets(type, new byte[length], 0, length);
  }

  private void type(ParameterType type) {
    types[count++] = (byte) type.code();
  }

  /** The packet; the caller wipes it when it is sent. */
  byte[] finish() {
    byte[] parameters = data.toArray();
    data.wipe();
    int offset = PacketHeader.LENGTH + types.length;
    WireWriter out = new WireWriter(offset + parameters.length);
    PacketHeader.CODEC.write(
        new PacketHeader(
            (long) offset + parameters.length,
            rpc.number(),
            count,
            count,
            PacketHeader.LENGTH,
            parameters.length,
            offset),
        out);
    out.bytes(types, 0, types.length);
    out.bytes(parameters, 0, parameters.length);
    Arrays.fill(parameters, (byte) 0);
    byte[] packet = out.toArray();
    out.wipe();
    return packet;
  }
}
