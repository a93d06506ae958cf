package org.tssj.transport.swtpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;

/**
 * A server that answers every command with the number that is in it, until it does something wrong.
 * The client must get that number or an exception, never another command's number.
 */
@Timeout(120)
class SwtpmRandomFaultsTest {

  private static final int FAULTS_PER_SEED = 2500;

  static LongStream seeds() {
    return LongStream.of(1, 2, 3, System.nanoTime());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverShiftAnAnswerNorHang(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    var client = random.split();
    try (FakeServer server = FakeServer.tcp(peer -> misbehave(peer, random))) {
      String endpoint = server.connectionString() + ",timeout=20ms";
      for (int fault = 0; fault < FAULTS_PER_SEED; fault++) {
        useUntilItFails(endpoint, client);
      }
    }
  }

  private static void useUntilItFails(String endpoint, SplittableRandom random) throws Exception {
    try (TpmTransport transport = Transports.open(endpoint)) {
      while (true) {
        int number = random.nextInt();
        byte[] answer;
        try {
          answer = transport.exchange(command(number));
        } catch (TpmTransportException e) {
          assertEquals(endpoint, e.endpoint());
          var again = failureOf(transport, command(number));
          assertEquals(Delivery.NOT_SENT, again.delivery());
          return;
        }
        assertEquals(answer(number), Bytes.of(answer));
      }
    }
  }

  private static TpmTransportException failureOf(TpmTransport transport, byte[] command)
      throws IOException {
    try {
      transport.exchange(command);
      throw new AssertionError("usable after a failure");
    } catch (TpmTransportException e) {
      return e;
    }
  }

  private static byte[] command(int number) {
    return ByteBuffer.allocate(14)
        .putShort((short) 0x8001)
        .putInt(14)
        .putInt(0x17b)
        .putInt(number)
        .array();
  }

  private static Bytes answer(int number) {
    return Bytes.wrap(
        ByteBuffer.allocate(14)
            .putShort((short) 0x8001)
            .putInt(14)
            .putInt(0)
            .putInt(number)
            .array());
  }

  private static void misbehave(FakeServer.Peer peer, SplittableRandom random) throws Exception {
    peer.beTpm();
    while (true) {
      Bytes right = answer(ByteBuffer.wrap(peer.command().toArray()).getInt(10));
      switch (random.nextInt(8)) {
        case 0, 1 -> peer.send(right);
        case 2 -> {
          int cut = random.nextInt(right.length());
          peer.send(right.slice(0, cut));
          peer.send(right.slice(cut, right.length()));
        }
        case 3 -> {
          peer.send(right.slice(0, random.nextInt(right.length())));
          return;
        }
        case 4 -> {
          peer.send(right.slice(0, random.nextInt(right.length())));
          peer.reset();
          return;
        }
        case 5 -> {
          byte[] lie = right.toArray();
          ByteBuffer.wrap(lie).putInt(2, random.nextBoolean() ? random.nextInt() : 9);
          peer.send(Bytes.wrap(lie));
          return;
        }
        case 6 -> {
          peer.send(right.concat(answer(random.nextInt())));
          // Behind it the client cannot but fail, and then it goes.
          peer.keepSilent();
        }
        default -> {
          if (random.nextInt(20) == 0) {
            peer.send(right.slice(0, random.nextInt(right.length())));
            peer.keepSilent();
          } else {
            peer.reset();
            return;
          }
        }
      }
    }
  }

  @Test
  void leaveNoThreadAndNoDescriptorBehind() throws Exception {
    try (FakeServer server = FakeServer.tcp(peer -> misbehave(peer, new SplittableRandom(7)))) {
      useUntilItFails(server.connectionString(), new SplittableRandom(1));
      long descriptors = descriptors();
      for (int i = 0; i < 200; i++) {
        useUntilItFails(server.connectionString(), new SplittableRandom(i));
      }
      // The server may not have closed its end of the last one yet.
      assertTrue(descriptors() <= descriptors + 2, descriptors + " became " + descriptors());
    }
    long threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("tssj-time-limits"))
            .count();
    assertTrue(threads <= 1, threads + " threads keep time");
  }

  private static long descriptors() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(open)) {
      return all.count();
    }
  }
}
