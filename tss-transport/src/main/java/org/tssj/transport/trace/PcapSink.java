package org.tssj.transport.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.tssj.core.Bytes;

/**
 * The form of Wireshark: pcapng (IETF draft-ietf-opsawg-pcapng), in which every frame is a segment
 * of an invented TCP connection to port 2321 that speaks the protocol of the TPM simulators.
 *
 * <p>Files that are named {@code .pcap} are pcapng too: the older format has no place to say
 * whether secrets are in.
 */
final class PcapSink implements TraceSink {

  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int BYTE_ORDER = 0x1a2b3c4d;
  private static final short COMMENT = 1;

  // Packets that begin with their IPv4 header.
  private static final short LINKTYPE_RAW = 101;

  private static final int IP_HEADER = 20;
  private static final int TCP_HEADER = 20;
  private static final byte TCP = 6;
  private static final int LOOPBACK = 0x7f000001;
  private static final short CLIENT_PORT = (short) 50000;
  private static final short TPM_PORT = 2321;
  private static final short PUSH_AND_ACKNOWLEDGE = 0x5018;

  private static final int SEND_COMMAND = 8;

  private final OutputStream out;
  private final long startMicros;
  private int sentByClient = 1;
  private int sentByTpm = 1;

  PcapSink(OutputStream out, String endpoint, boolean secrets, Instant start) throws IOException {
    this.out = out;
    this.startMicros = start.getEpochSecond() * 1_000_000 + start.getNano() / 1_000;
    byte[] comment =
        (TextSink.HEADER + (secrets ? "yes" : "no") + " " + endpoint)
            .getBytes(StandardCharsets.UTF_8);
    write(
        SECTION_HEADER,
        ByteBuffer.allocate(16 + 4 + padded(comment.length) + 4)
            .putInt(BYTE_ORDER)
            .putShort((short) 1)
            .putShort((short) 0)
            .putLong(-1)
            .putShort(COMMENT)
            .putShort((short) comment.length)
            .put(comment)
            .array());
    write(INTERFACE_DESCRIPTION, ByteBuffer.allocate(8).putShort(LINKTYPE_RAW).array());
  }

  @Override
  public void add(TraceEntry entry) throws IOException {
    Bytes octets = entry.octets();
    switch (entry.kind()) {
      // In as many segments as the simulators and their clients use, which Wireshark expects.
      case COMMAND -> {
        segment(
            entry.micros(),
            true,
            ByteBuffer.allocate(9)
                .putInt(SEND_COMMAND)
                .put((byte) 0)
                .putInt(octets.length())
                .array());
        segment(entry.micros(), true, octets.toArray());
      }
      case RESPONSE -> {
        segment(entry.micros(), false, ByteBuffer.allocate(4).putInt(octets.length()).array());
        segment(entry.micros(), false, octets.toArray());
        segment(entry.micros(), false, new byte[4]);
      }
      // A command without an answer is all there is to see.
      case FAILURE -> {}
    }
  }

  private void segment(long micros, boolean fromClient, byte[] payload) throws IOException {
    ByteBuffer packet =
        ByteBuffer.allocate(IP_HEADER + TCP_HEADER + payload.length)
            .putShort((short) 0x4500)
            .putShort((short) (IP_HEADER + TCP_HEADER + payload.length))
            .putInt(0x00004000)
            .put((byte) 64)
            .put(TCP)
            .putShort((short) 0)
            .putInt(LOOPBACK)
            .putInt(LOOPBACK)
            .putShort(fromClient ? CLIENT_PORT : TPM_PORT)
            .putShort(fromClient ? TPM_PORT : CLIENT_PORT)
            .putInt(fromClient ? sentByClient : sentByTpm)
            .putInt(fromClient ? sentByTpm : sentByClient)
            .putShort(PUSH_AND_ACKNOWLEDGE)
            .putShort((short) 0xffff)
            .putInt(0)
            .put(payload);
    packet.putShort(10, checksum(packet, 0, IP_HEADER, 0));
    int pseudoHeader = 2 * (LOOPBACK >>> 16) + 2 * (LOOPBACK & 0xffff) + TCP;
    packet.putShort(
        IP_HEADER + 16,
        checksum(packet, IP_HEADER, packet.capacity(), pseudoHeader + TCP_HEADER + payload.length));
    if (fromClient) {
      sentByClient += payload.length;
    } else {
      sentByTpm += payload.length;
    }
    long time = startMicros + micros;
    write(
        ENHANCED_PACKET,
        ByteBuffer.allocate(20 + padded(packet.capacity()))
            .putInt(0)
            .putLong(time)
            .putInt(packet.capacity())
            .putInt(packet.capacity())
            .put(packet.array())
            .array());
  }

  /** The checksum of the internet: the ones' complement of the ones' complement sum. */
  private static short checksum(ByteBuffer packet, int from, int to, int start) {
    long sum = start;
    for (int i = from; i < to; i += 2) {
      sum += (packet.get(i) & 0xff) << 8 | (i + 1 < to ? packet.get(i + 1) & 0xff : 0);
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (short) ~sum;
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  private void write(int type, byte[] body) throws IOException {
    int size = 12 + body.length;
    out.write(ByteBuffer.allocate(size).putInt(type).putInt(size).put(body).putInt(size).array());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
