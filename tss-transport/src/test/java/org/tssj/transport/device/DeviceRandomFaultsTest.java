package org.tssj.transport.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.CommandLimits;

/**
 * Ten thousand faults of a driver. It answers each command with the number that is in it, until a
 * system call goes wrong. The client must get that number or an exception, never another command's
 * number, and after an exception it works again or says that it is closed.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class DeviceRandomFaultsTest {

  private static final int FAULTS_PER_SEED = 2500;
  private static final Duration LIMIT = Duration.ofMillis(20);
  private static final int EIO = 5;
  private static final int EBUSY = 16;
  private static final int ETIME = 62;

  /** What a system call does wrong, or only in an unusual way. */
  private enum Fault {
    SIGNALS,
    BUSY,
    TOO_BIG,
    WRITE_FAILS,
    SHORT_WRITE,
    POLL_FAILS,
    GONE,
    SLOW,
    LATE,
    PIECES,
    READ_FAILS,
    CANCELLED,
    NO_ANSWER,
    CUT,
    WRONG_SIZE,
    MORE
  }

  /** One TPM behind one open file, as the Linux driver has it: one answer at a time. */
  private static final class MoodyDriver implements Posix {

    private final SplittableRandom random;
    private final Set<Fault> seen;
    private volatile boolean open = true;
    private Optional<Fault> fault = Optional.empty();
    private byte[] answer = {};
    private int signals;
    private long ready;

    MoodyDriver(SplittableRandom random, Set<Fault> seen) {
      this.random = random;
      this.seen = seen;
    }

    private boolean is(Fault what) {
      return fault.isPresent() && fault.get() == what;
    }

    @Override
    public int open(String path) {
      return 7;
    }

    @Override
    public int write(int descriptor, byte[] command) {
      requireOpen();
      if (answer.length > 0) {
        // The driver's word to whoever has not read the last answer.
        return -EBUSY;
      }
      boolean question = ByteBuffer.wrap(command).getInt(6) == 0x17a;
      if (!question && signals == 0) {
        fault = Optional.of(Fault.values()[random.nextInt(Fault.values().length)]);
        if ((is(Fault.SLOW) || is(Fault.LATE)) && random.nextInt(20) != 0) {
          fault = Optional.of(Fault.PIECES);
        }
        seen.add(fault.get());
      }
      if ((is(Fault.SIGNALS) || is(Fault.BUSY)) && signals < 3) {
        signals++;
        return is(Fault.SIGNALS) ? -Errno.EINTR : -Errno.EAGAIN;
      }
      signals = 0;
      if (is(Fault.TOO_BIG)) {
        return -Errno.E2BIG;
      }
      if (is(Fault.WRITE_FAILS)) {
        return -EIO;
      }
      if (is(Fault.SHORT_WRITE)) {
        return command.length - 1;
      }
      answer = message(0, question ? 0 : ByteBuffer.wrap(command).getInt(10)).toArray();
      long work = is(Fault.SLOW) ? 30 : is(Fault.LATE) ? 15 : 0;
      ready = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(work);
      if (is(Fault.WRONG_SIZE)) {
        ByteBuffer.wrap(answer).putInt(2, random.nextBoolean() ? random.nextInt() : 9);
      } else if (is(Fault.MORE)) {
        answer = Arrays.copyOf(answer, answer.length + 1 + random.nextInt(20));
      }
      return command.length;
    }

    @Override
    public int poll(int descriptor, int events, int millis) {
      requireOpen();
      if (is(Fault.POLL_FAILS)) {
        return -EIO;
      }
      if (is(Fault.GONE)) {
        return FAILED | HUNG_UP;
      }
      // As the driver does: whatever time-out it is given, it waits for the TPM.
      while (events == READABLE && ready - System.nanoTime() > 0) {
        LockSupport.parkNanos(ready - System.nanoTime());
      }
      return events;
    }

    @Override
    public int read(int descriptor, byte[] into) {
      requireOpen();
      if (is(Fault.READ_FAILS)) {
        return -ETIME;
      }
      if (is(Fault.CANCELLED)) {
        answer = new byte[0];
        return -Errno.ECANCELED;
      }
      if (is(Fault.NO_ANSWER)) {
        return 0;
      }
      if (is(Fault.SIGNALS) && signals++ < 2) {
        return -Errno.EINTR;
      }
      signals = 0;
      int part = answer.length;
      if (is(Fault.PIECES) || is(Fault.CUT)) {
        part = Math.min(part, random.nextInt(1, 12));
      }
      System.arraycopy(answer, 0, into, 0, part);
      answer = is(Fault.CUT) ? new byte[0] : Arrays.copyOfRange(answer, part, answer.length);
      return part;
    }

    @Override
    public int close(int descriptor) {
      requireOpen();
      open = false;
      return 0;
    }

    private void requireOpen() {
      if (!open) {
        throw new AssertionError("used after it was closed");
      }
    }
  }

  private static Bytes message(int code, int number) {
    return Bytes.wrap(
        ByteBuffer.allocate(14)
            .putShort((short) 0x8001)
            .putInt(14)
            .putInt(code)
            .putInt(number)
            .array());
  }

  private static DeviceTransport open(MoodyDriver driver) throws TpmTransportException {
    return DeviceTransport.open(
        "device:/dev/null",
        driver,
        new DeviceNode(Path.of("/dev/null"), Path.of("/nowhere"), Path.of("/nowhere")),
        new CommandLimits(Optional.of(LIMIT)));
  }

  /** On a busy machine the question for the family may take longer than the limit, too. */
  private static Optional<DeviceTransport> tryOpen(MoodyDriver driver) {
    try {
      return Optional.of(open(driver));
    } catch (TpmTransportException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("no answer within 20 ms"), e.getMessage());
      return Optional.empty();
    }
  }

  static LongStream seeds() {
    return LongStream.of(1, 2, 3, System.nanoTime());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverShiftAnAnswer(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    Set<Fault> seen = ConcurrentHashMap.newKeySet();
    int failures = 0;
    while (failures < FAULTS_PER_SEED) {
      MoodyDriver driver = new MoodyDriver(random.split(), seen);
      Optional<DeviceTransport> opened = tryOpen(driver);
      if (opened.isEmpty()) {
        continue;
      }
      try (DeviceTransport tpm = opened.get()) {
        boolean usable = true;
        while (usable) {
          int number = random.nextInt();
          try {
            byte[] answer = tpm.exchange(message(0x17b, number).toArray());
            assertEquals(message(0, number), Bytes.wrap(answer), () -> "seed " + seed);
          } catch (TpmTransportException e) {
            failures++;
            assertEquals("device:/dev/null", e.endpoint());
            usable = driver.open;
          }
        }
        assertSaysThatItIsClosed(tpm);
      }
      assertTrue(!driver.open, "the descriptor is closed");
    }
    assertEquals(EnumSet.allOf(Fault.class), seen, () -> "seed " + seed);
  }

  private static void assertSaysThatItIsClosed(DeviceTransport tpm) {
    try {
      tpm.exchange(message(0x17b, 7).toArray());
      throw new AssertionError("it works without a device");
    } catch (TpmTransportException e) {
      assertEquals(Delivery.NOT_SENT, e.delivery(), e::getMessage);
      assertTrue(String.valueOf(e.getMessage()).contains("open it again"), e.getMessage());
    }
  }

  @Test
  void leaveNoThreadBehind() throws Exception {
    var random = new SplittableRandom(7);
    Set<Fault> seen = ConcurrentHashMap.newKeySet();
    long before = threads();
    for (int i = 0; i < 200; i++) {
      try (DeviceTransport tpm = open(new MoodyDriver(random.split(), seen))) {
        tpm.exchange(message(0x17b, i).toArray());
      } catch (TpmTransportException e) {
        assertEquals("device:/dev/null", e.endpoint());
      }
    }
    for (int i = 0; i < 100 && threads() > before; i++) {
      Thread.sleep(20);
    }
    assertTrue(threads() <= before, before + " threads became " + threads());
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("tssj-device:"))
        .count();
  }
}
