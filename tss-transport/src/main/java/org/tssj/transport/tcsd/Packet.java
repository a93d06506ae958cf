package org.tssj.transport.tcsd;

import java.util.ArrayList;
import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;

/**
 * A packet as tcsd and its clients exchange it: a header, a table of types, the parameters one
 * after the other.
 *
 * @param code the RPC's number in a request, the result in an answer, unsigned
 * @param parameters in their order on the wire
 * @param dataOffset where the parameters begin: 28 and one for each parameter that there could have
 *     been, so a packet that left one out has octets nobody uses; 0 in an answer without any
 */
public record Packet(long code, List<Parameter> parameters, int dataOffset) {

  /**
   * The length of TPM_CMK_AUTH, which stands in CMK_CONVERTMIGRATION without a number before it.
   */
  private static final int CMK_AUTH = 60;

  public Packet {
    parameters = List.copyOf(parameters);
  }

  /** A request that has all the parameters it can have. */
  public static Packet request(Rpc rpc, Parameter... parameters) {
    return new Packet(
        rpc.number(), List.of(parameters), PacketHeader.LENGTH + parameters.length);
  }

  /** The wire form. */
  public Bytes encode() {
    WireWriter data = new WireWriter();
    for (Parameter parameter : parameters) {
      write(parameter, data);
    }
    int count = parameters.size();
    WireWriter out = new WireWriter();
    PacketHeader.CODEC.write(
        new PacketHeader(
            (long) Math.max(dataOffset, PacketHeader.LENGTH) + data.size(),
            code,
            count,
            count,
            dataOffset == 0 ? 0 : PacketHeader.LENGTH,
            data.size(),
            dataOffset),
        out);
    parameters.forEach(parameter -> out.u8(parameter.type().code()));
    while (out.size() < dataOffset) {
      out.u8(0);
    }
    out.bytes(data.toBytes());
    data.wipe();
    return Bytes.wrap(out.toArray());
  }

  private static void write(Parameter parameter, WireWriter out) {
    if (parameter instanceof Parameter.Octets octets) {
      out.bytes(octets.value());
    } else {
      writeWith(codec(parameter.type(), parameter instanceof Parameter.AuthRequest), parameter, out);
    }
  }

  @SuppressWarnings("unchecked")
  private static <P extends Parameter> void writeWith(
      Codec<P> codec, Parameter parameter, WireWriter out) {
    codec.write((P) parameter, out);
  }

  private static Codec<? extends Parameter> codec(ParameterType type, boolean request) {
    return switch (type) {
      case BYTE -> Parameter.U8.CODEC;
      case BOOL -> Parameter.Flag.CODEC;
      case UINT16 -> Parameter.U16.CODEC;
      case UINT32 -> Parameter.U32.CODEC;
      case PBYTE -> throw new IllegalArgumentException("octets have no codec without their count");
      case NONCE -> Parameter.Nonce.CODEC;
      case AUTH -> request ? Parameter.AuthRequest.CODEC : Parameter.AuthAnswer.CODEC;
      case DIGEST -> Parameter.Digest.CODEC;
      case UUID -> Parameter.Id.CODEC;
      case ENCAUTH -> Parameter.EncAuth.CODEC;
      case VERSION -> Parameter.StructVersion.CODEC;
      case KM_KEYINFO -> KeyInfo.CODEC;
      case KM_KEYINFO2 -> KeyInfo2.CODEC;
      case LOADKEY_INFO -> LoadKeyInfo.CODEC;
      case PCR_EVENT -> PcrEvent.CODEC;
      case COUNTER_VALUE -> Parameter.CounterValue.CODEC;
      case UINT64 -> Parameter.U64.CODEC;
      case SECRET -> Parameter.Secret.CODEC;
    };
  }

  /**
   * Reads a request.
   *
   * @throws WireException if it is none
   */
  public static Packet decodeRequest(Bytes packet) {
    byte[] octets = packet.toArray();
    return decode(octets, PacketHeader.of(octets).code(), true);
  }

  /**
   * Reads an answer.
   *
   * @param question the RPC it answers: what some numbers count depends on it
   * @throws WireException if it is none
   */
  public static Packet decodeAnswer(Rpc question, Bytes packet) {
    return decode(packet.toArray(), question.number(), false);
  }

  private static Packet decode(byte[] packet, long rpc, boolean request) {
    PacketHeader header = PacketHeader.of(packet);
    int count = (int) header.count();
    WireReader types = WireReader.part(packet, PacketHeader.LENGTH, count);
    WireReader in =
        count == 0
            ? new WireReader(new byte[0])
            : WireReader.part(packet, (int) header.dataOffset(), (int) header.dataSize());
    List<Parameter> parameters = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      ParameterType type = ParameterType.of(types.u8(), types.offset() - 1);
      try {
        parameters.add(
            type == ParameterType.PBYTE
                ? new Parameter.Octets(in.bytes(length(rpc, request, parameters, in.offset())))
                : codec(type, request).read(in));
      } catch (WireException e) {
        throw e.within("[" + k + "]").within("tcsd packet");
      }
    }
    try {
      in.finish();
    } catch (WireException e) {
      throw e.within("tcsd packet");
    }
    return new Packet(header.code(), parameters, (int) header.dataOffset());
  }

  /** How many octets stand here: what the number before them says, with three exceptions. */
  private static int length(long rpc, boolean request, List<Parameter> before, int offset) {
    int at = before.size();
    if (request && rpc == Rpc.CMK_CONVERTMIGRATION.number() && at == 2) {
      return CMK_AUTH;
    }
    if (at == 0 || !(before.get(at - 1) instanceof Parameter.U32 number)) {
      throw WireException.refused(
          "octets must follow the number that counts them", offset, "parameter " + at);
    }
    boolean countsNumbers =
        rpc == Rpc.EXECUTETRANSPORT.number() && at == (request ? 5 : 1)
            || rpc == Rpc.GETAUDITDIGEST.number() && !request && at == 5;
    long length = countsNumbers ? number.value() * 4 : number.value();
    if (length > Integer.MAX_VALUE) {
      throw WireException.refused("may not count so many octets", offset, Long.toString(length));
    }
    return (int) length;
  }

  /** The sizes and types, and no content: that may be secret. */
  @Override
  public String toString() {
    return "Packet[code "
        + Long.toHexString(code)
        + ", "
        + parameters.stream().map(parameter -> parameter.type().toString()).toList()
        + "]";
  }
}
