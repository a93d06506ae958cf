package org.tssj.transport.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  @Test
  void endsWorkThatTakesTooLongAndOnlyOnce() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    try (TimeLimit limit =
        new TimeLimit(
            Duration.ofMillis(10),
            () -> {
              calls.incrementAndGet();
              ended.countDown();
            })) {
      limit.start();
      assertTrue(ended.await(20, TimeUnit.SECONDS));
      assertFalse(limit.stop());
      assertTrue(limit.stop());
      assertEquals(1, calls.get());
    }
  }

  @Test
  void leavesWorkAloneThatEndsInTimeOrNeverBegan() throws Exception {
    CountDownLatch other = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    try (TimeLimit idle = new TimeLimit(Duration.ofMillis(1), calls::incrementAndGet);
        TimeLimit finished = new TimeLimit(Duration.ofHours(1), calls::incrementAndGet);
        TimeLimit later = new TimeLimit(Duration.ofMillis(50), other::countDown)) {
      finished.start();
      assertTrue(finished.stop());
      later.start();
      assertTrue(other.await(20, TimeUnit.SECONDS));
      assertTrue(idle.stop());
      assertEquals(0, calls.get());
    }
  }

  @Test
  void hasReturnedFromWhatEndsTheWorkBeforeStopReturns() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    try (TimeLimit limit =
        new TimeLimit(
            Duration.ofMillis(5),
            () -> {
              begun.countDown();
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
              done.incrementAndGet();
            })) {
      limit.start();
      assertTrue(begun.await(20, TimeUnit.SECONDS));
      assertFalse(limit.stop());
      assertEquals(1, done.get());
    }
  }
}
