package org.tssj.transport.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
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
 * Ten thousand faults of the peer, for every transport alike. The peer answers each command with
 * the number that is in it, until it does something wrong. The client must get that number or an
 * exception, never another command's number; after an exception it works again or says that it is
 * closed; and it never waits longer than its limit.
 *
 * <p>A subclass says how the peer speaks.
 */
@Timeout(300)
public abstract class RandomFaults {

  private static final int LEAKS = 200;

  /** How long a command may take. Short, because a silent peer costs that each time. */
  protected static final String LIMIT = ",timeout=20ms";

  /** The peer's side of the protocol. */
  protected interface Dialect {

    /** Answers all that a client asks when it opens. */
    void greet(FakeServer.Peer peer) throws IOException;

    /** Waits for one command, and gives the number in it. */
    int hear(FakeServer.Peer peer) throws IOException;

    /** The whole answer that carries a number, as it goes over the wire. */
    Bytes answer(int number);

    /** Where in such an answer a size stands, four octets, that must be what it is. */
    int[] sizes();
  }

  /** The peer's side of the protocol. */
  protected abstract Dialect dialect();

  /** How many connections are driven into a failure for each of four seeds. */
  protected int faultsPerSeed() {
    return 2500;
  }

  /** The server that the client connects to. */
  protected FakeServer serve(FakeServer.Script script) throws IOException {
    return FakeServer.tcp(script);
  }

  /** What leads to that server, with {@link #LIMIT} or whatever means the same. */
  protected abstract String connectionString(FakeServer server);

  /** Connects. */
  protected TpmTransport open(String connectionString) throws IOException {
    return Transports.open(connectionString);
  }

  /** A command that carries a number: TPM2_GetRandom's code, with something behind it. */
  protected byte[] command(int number) {
    return message(0x17b, number).toArray();
  }

  /** What the client must get for it. */
  protected Bytes response(int number) {
    return message(0, number);
  }

  /** Tag TPM_ST_NO_SESSIONS, size, code, number. */
  protected static Bytes message(int code, int number) {
    return Bytes.wrap(
        ByteBuffer.allocate(14)
            .putShort((short) 0x8001)
            .putInt(14)
            .putInt(code)
            .putInt(number)
            .array());
  }

  static LongStream seeds() {
    return LongStream.of(1, 2, 3, System.nanoTime());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverShiftAnAnswerNorHang(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    var client = random.split();
    var seen = ConcurrentHashMap.<Fault>newKeySet();
    try (FakeServer server =
        serve(
            peer ->
                misbehave(
                    peer,
                    random,
                    fault -> {
                      seen.add(fault);
                      return fault;
                    }))) {
      String endpoint = connectionString(server);
      for (int fault = 0; fault < faultsPerSeed(); fault++) {
        useUntilItFails(endpoint, client);
      }
    }
    if (faultsPerSeed() >= 1000) {
      assertEquals(Fault.values().length, seen.size(), () -> "seed " + seed + " met only " + seen);
    }
  }

  private interface Watch {
    Fault of(Fault fault);
  }

  private void misbehave(FakeServer.Peer peer, SplittableRandom random, Watch watch)
      throws Exception {
    Dialect dialect = dialect();
    dialect.greet(peer);
    boolean goesOn = true;
    while (goesOn) {
      Bytes right = dialect.answer(dialect.hear(peer));
      Bytes other = dialect.answer(random.nextInt());
      Fault fault = watch.of(Fault.any(random));
      goesOn = fault.answer(peer, right, other, dialect.sizes(), random);
    }
  }

  private void useUntilItFails(String endpoint, SplittableRandom random) throws Exception {
    try (TpmTransport transport = open(endpoint)) {
      while (succeeds(transport, random.nextInt())) {
        // And again, until the peer does something wrong.
      }
      try {
        assertEquals(response(7), Bytes.wrap(transport.exchange(command(7))));
      } catch (TpmTransportException e) {
        assertEquals(Delivery.NOT_SENT, e.delivery(), e::getMessage);
      }
    }
  }

  private boolean succeeds(TpmTransport transport, int number) throws IOException {
    byte[] answer;
    try {
      answer = transport.exchange(command(number));
    } catch (TpmTransportException e) {
      assertEquals(transport.endpoint(), e.endpoint());
      return false;
    }
    assertEquals(response(number), Bytes.wrap(answer));
    return true;
  }

  @Test
  void leaveNoThreadAndNoDescriptorBehind() throws Exception {
    var random = new SplittableRandom(7);
    try (FakeServer server = serve(peer -> misbehave(peer, random, fault -> fault))) {
      String endpoint = connectionString(server);
      for (int i = 0; i < LEAKS / 10; i++) {
        useUntilItFails(endpoint, new SplittableRandom(i));
      }
      long descriptors = settled(RandomFaults::descriptors, 0);
      long threads = settled(Thread::activeCount, 0);
      for (int i = 0; i < LEAKS; i++) {
        useUntilItFails(endpoint, new SplittableRandom(i));
      }
      // What serves all of them (one that keeps time, one that reaps children) may come late.
      int few = LEAKS / 20;
      long now = settled(RandomFaults::descriptors, descriptors + few);
      assertTrue(now <= descriptors + few, descriptors + " descriptors became " + now);
      now = settled(Thread::activeCount, threads + few);
      assertTrue(now <= threads + few, threads + " threads became " + now);
    }
  }

  private interface Count {
    long now() throws IOException;
  }

  /** A number that others may still be lowering: waits a little until it is small enough. */
  private static long settled(Count count, long enough) throws IOException, InterruptedException {
    long last = count.now();
    for (int i = 0; i < 200 && last > enough; i++) {
      Thread.sleep(20);
      last = Math.min(last, count.now());
    }
    return last;
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
